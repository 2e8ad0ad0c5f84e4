/** Signs of symbol fonts that reports use as tick boxes, bullets and arrows, by code point in the font. */
const wingdings: Readonly<Record<number, string>> = {
  40: '☎',
  74: '☺',
  108: '●',
  109: '❍',
  110: '■',
  111: '□',
  112: '❐',
  113: '❑',
  114: '❒',
  117: '◆',
  118: '❖',
  158: '·',
  159: '•',
  161: '○',
  167: '▪',
  168: '□',
  171: '★',
  216: '➢',
  223: '←',
  224: '→',
  232: '➔',
  240: '⇨',
  251: '☒',
  252: '✓',
  253: '☒',
  254: '☑',
};
const wingdings2: Readonly<Record<number, string>> = {
  80: '✓',
  82: '☑',
  83: '☒',
  84: '☒',
  151: '●',
  152: '•',
  163: '□',
};
const wingdings3: Readonly<Record<number, string>> = { 125: '▶', 34: '↑', 35: '↓' };

const greek = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const symbol: Readonly<Record<number, string>> = {
  ...Object.fromEntries([...greek].map((sign, index) => [65 + index, sign])),
  ...Object.fromEntries([...greek.toLowerCase()].map((sign, index) => [97 + index, sign])),
  45: '−',
  163: '≤',
  165: '∞',
  174: '→',
  172: '←',
  177: '±',
  179: '≥',
  180: '×',
  183: '•',
  184: '÷',
  185: '≠',
  187: '≈',
  188: '…',
  229: '∑',
};

const fonts: readonly (readonly [name: RegExp, signs: Readonly<Record<number, string>>])[] = [
  [/^wingdings 2$/i, wingdings2],
  [/^wingdings 3$/i, wingdings3],
  [/^wingdings/i, wingdings],
  [/^symbol$/i, symbol],
  [/^webdings/i, { 97: '✓', 99: '□', 103: '■', 110: '●' }],
];

export const isSymbolFont = (font: string): boolean => fonts.some(([name]) => name.test(font));

/** The sign at this code of a symbol font, or undefined; symbol fonts also stand in the private use area from U+F000. */
export const knownSymbol = (font: string, code: number): string | undefined =>
  fonts.find(([name]) => name.test(font))?.[1][code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code];

/** The character a w:sym shows; an unknown sign of a symbol font is "□". */
export const symbolOf = (font: string, char: string): string => {
  const code = Number.parseInt(char, 16);
  if (!Number.isInteger(code) || code <= 0x1f || code > 0xffff) return '';
  const known = knownSymbol(font, code);
  if (known !== undefined) return known;
  const inFont = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^(?:wing|web)dings/i.test(font)) return '□';
  const privateUse = code >= 0xe000 && code <= 0xf8ff;
  return privateUse ? (inFont < 0x100 && inFont > 0x20 ? String.fromCharCode(inFont) : '□') : String.fromCharCode(code);
};

/** Text with the signs of the private use area, which symbol fonts fill, as what they show. */
export const withSymbols = (text: string, font: string | undefined): string =>
  text.replace(/[\uf020-\uf0ff]/g, (sign) => knownSymbol(font ?? '', sign.charCodeAt(0)) ?? sign);

/** The character of a hexadecimal code point, "" when it is none. */
export const fromCodePoint = (hex: string | undefined): string => {
  const code = Number.parseInt(hex ?? '', 16);
  return code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
};
