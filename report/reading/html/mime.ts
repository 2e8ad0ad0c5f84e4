const archiveHead = /^(?:mime-version|from|subject|date|content-type|snapshot-content-location|x-[\w-]+)\s*:/i;

/** True for the first characters of a web archive. */
export const isWebArchive = (head: string): boolean => archiveHead.test(head) && /^mime-version\s*:/im.test(head);

/**
 * The page of a web archive (.mht, which Word also saves as .doc): the first part of type text/html, with its transfer
 * encoding undone. Null when there is none.
 */
export const pageOfArchive = (bytes: Uint8Array): Uint8Array | null => {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const page = findPage(archive, 0);
  return page === null ? null : new Uint8Array(page);
};

const maxNesting = 3;

const findPage = (entity: string, nesting: number): Buffer | null => {
  const { headers, body } = split(entity);
  const type = headerOf(headers, 'content-type') ?? 'text/html';
  const boundary = /boundary\s*=\s*(?:"([^"\r\n]+)"|([^\s;"]+))/i.exec(type);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (/^multipart\//i.test(type) && mark !== undefined) {
    if (nesting >= maxNesting) return null;
    for (const part of body.split(`--${mark}`).slice(1)) {
      const page = findPage(part.replace(/^\r?\n/, ''), nesting + 1);
      if (page !== null) return page;
    }
    return null;
  }
  return /^text\/html\b/i.test(type) ? undo(body, headerOf(headers, 'content-transfer-encoding') ?? '') : null;
};

const split = (entity: string): { headers: string; body: string } => {
  const blank = /\r?\n\r?\n/.exec(entity);
  return blank === null
    ? { headers: '', body: entity }
    : { headers: entity.slice(0, blank.index), body: entity.slice(blank.index + blank[0].length) };
};

/** A header's value, folded lines taken together. */
const headerOf = (headers: string, name: string): string | undefined =>
  headers
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .find((line) => line.toLowerCase().startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim();

const undo = (body: string, encoding: string): Buffer => {
  if (/^base64$/i.test(encoding)) return Buffer.from(body, 'base64');
  if (!/^quoted-printable$/i.test(encoding)) return Buffer.from(body, 'latin1');
  const joined = body.replace(/=[ \t]*\r?\n/g, '');
  const plain = joined.replace(/=([\dA-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(plain, 'latin1');
};
