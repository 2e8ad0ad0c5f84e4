/** Named characters that office programs and web editors write; numbers cover the rest. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  shy: '',
  zwj: '',
  zwnj: '',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  bull: '•',
  permil: '‰',
  le: '≤',
  ge: '≥',
  ne: '≠',
  rarr: '→',
  larr: '←',
};

/** The letters and signs of Latin-1, from U+00A1 on, in order. */
const latin =
  'iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const latinSigns = new Map(latin.split(' ').map((name, index) => [name, String.fromCharCode(0xa1 + index)] as const));

/** Control characters, surrogates and numbers beyond Unicode stand for nothing. */
const ofCode = (code: number): string => {
  const valid =
    code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && !(code >= 0x7f && code < 0xa0);
  if (valid) return String.fromCodePoint(code);
  return code === 9 || code === 10 || code === 13 ? ' ' : '';
};

/** Text of HTML with its character references resolved; what is none stays as it is. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,7}));?/g,
        (whole, decimal, hex, name) => {
          if (decimal !== undefined) return ofCode(Number(decimal));
          if (hex !== undefined) return ofCode(Number.parseInt(hex, 16));
          return named[name] ?? latinSigns.get(name) ?? whole;
        },
      )
    : text;
