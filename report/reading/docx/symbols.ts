/** Signs of symbol fonts that reports use as tick boxes, bullets and arrows, by code point in the font. */
const wingdings: Readonly<Record<number, string>> = {
  108: '●',
  109: '○',
  110: '■',
  111: '□',
  113: '❑',
  117: '◆',
  118: '❖',
  167: '▪',
  168: '□',
  216: '➢',
  224: '→',
  251: '☒',
  252: '✓',
  253: '☒',
  254: '☑',
};
const wingdings2: Readonly<Record<number, string>> = { 80: '✓', 82: '☑', 83: '☒', 84: '☒', 163: '□' };

/** The character a w:sym shows; an unknown sign of a symbol font is "□". */
export const symbolOf = (font: string, char: string): string => {
  const code = Number.parseInt(char, 16);
  if (!Number.isInteger(code) || code <= 0x1f || code > 0xffff) return '';
  const inFont = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^wingdings 2$/i.test(font)) return wingdings2[inFont] ?? '□';
  if (/^wingdings/i.test(font)) return wingdings[inFont] ?? '□';
  const privateUse = code >= 0xe000 && code <= 0xf8ff;
  return privateUse ? (inFont < 0x100 && inFont > 0x20 ? String.fromCharCode(inFont) : '□') : String.fromCharCode(code);
};
