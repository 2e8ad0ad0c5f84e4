const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an XML element or attribute, without the control characters XML forbids. */
export const escapeXml = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '').replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/**
 * For every UTF-16 unit of an element's decoded text, where it starts in the raw XML; one more for the end. Null when the
 * raw content is more than characters and references (a comment, CDATA), so that it cannot be cut.
 */
export const rawOffsets = (xml: string, from: number, to: number, length: number): number[] | null => {
  const offsets: number[] = [];
  let at = from;
  while (at < to) {
    offsets.push(at);
    if (xml[at] === '&') {
      const end = xml.indexOf(';', at);
      if (end < 0 || end >= to) return null;
      if (codePoint(xml.slice(at + 1, end)) > 0xffff) offsets.push(at);
      at = end + 1;
    } else at += xml[at] === '\r' && xml[at + 1] === '\n' ? 2 : 1;
  }
  offsets.push(to);
  return offsets.length === length + 1 ? offsets : null;
};

const codePoint = (reference: string): number => {
  if (!reference.startsWith('#')) return 0;
  return reference[1] === 'x' ? Number.parseInt(reference.slice(2), 16) : Number.parseInt(reference.slice(1), 10);
};
