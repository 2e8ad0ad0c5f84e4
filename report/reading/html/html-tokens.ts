export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly selfClosing: boolean }
  | { readonly kind: 'close'; readonly name: string };

/** Elements whose content is no markup and no text of the page. */
const rawElements = /^(?:script|style|title|xml|template|noscript|textarea|select|svg|object)$/;

const nameAt = /[A-Za-z][^\s/>]*/y;

/**
 * Tags and raw text (character references unresolved) of an HTML page, as forgiving as office programs need it: comments,
 * declarations, scripts, styles and islands of XML are passed over. Takes time linear in the page.
 */
export function* htmlTokens(page: string): Generator<HtmlToken> {
  let at = 0;
  let quotes = true;
  while (at < page.length) {
    const open = page.indexOf('<', at);
    if (open < 0) break;
    const next = page[open + 1] ?? '';
    const closing = next === '/';
    nameAt.lastIndex = open + (closing ? 2 : 1);
    const name = nameAt.exec(page)?.[0].toLowerCase();
    if (name === undefined && next !== '!' && next !== '?' && !closing) {
      // A less-than sign that opens nothing is text.
      yield { kind: 'text', text: page.slice(at, open + 1) };
      at = open + 1;
      continue;
    }
    if (open > at) yield { kind: 'text', text: page.slice(at, open) };
    if (name === undefined) {
      at = behindMarkup(page, open);
      continue;
    }
    let end = quotes ? endOfTag(page, nameAt.lastIndex) : page.indexOf('>', nameAt.lastIndex);
    if (end < 0 && quotes) {
      // A quotation mark was never closed: from here on they count for nothing.
      quotes = false;
      end = page.indexOf('>', nameAt.lastIndex);
    }
    if (end < 0) return;
    at = end + 1;
    if (closing) {
      yield { kind: 'close', name };
      continue;
    }
    const selfClosing = page[end - 1] === '/';
    if (rawElements.test(name)) {
      if (!selfClosing) at = behindElement(page, at, name);
      continue;
    }
    yield { kind: 'open', name, attributes: page.slice(open + 1 + name.length, end), selfClosing };
  }
  if (at < page.length) yield { kind: 'text', text: page.slice(at) };
}

/** Behind a comment, a declaration or an instruction that starts at `open`. */
const behindMarkup = (page: string, open: number): number => {
  const comment = page.startsWith('<!--', open);
  const end = comment ? page.indexOf('-->', open + 4) : page.indexOf('>', open + 1);
  return end < 0 ? page.length : end + (comment ? 3 : 1);
};

/** The ">" that ends a tag, those in quoted values passed over; -1 when there is none. */
const endOfTag = (page: string, from: number): number => {
  let quote = '';
  for (let at = from; at < page.length; at += 1) {
    const sign = page[at] as string;
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '>') return at;
    else if ((sign === '"' || sign === "'") && page[at - 1] === '=') quote = sign;
  }
  return -1;
};

const behindElement = (page: string, from: number, name: string): number => {
  const closing = new RegExp(`</${name}(?![a-z])`, 'gi');
  closing.lastIndex = from;
  const end = closing.exec(page) === null ? -1 : page.indexOf('>', closing.lastIndex);
  return end < 0 ? page.length : end + 1;
};

/** The value of an attribute, or undefined. */
export const attributeOf = (attributes: string, name: string): string | undefined => {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  return match === null ? undefined : (match[1] ?? match[2] ?? match[3]);
};
