import { commonSigns } from '../text/common-signs.ts';

const fewestLetters = 20;
const nothing = /[\p{Cc}\p{Cn}\ufffd\ue000-\uf01f\uf100-\uf8ff]/gu;
/** Where symbol fonts stand: bullets of a page, or all the letters of a font that tells nothing. */
const symbolSigns = /[\uf020-\uf0ff]/gu;
const han = /\p{Script=Han}/gu;

/** Scripts that one report does not mix: fonts without a character map spell their glyph numbers in all of them. */
const rareScripts = [
  /\p{Script=Arabic}/gu,
  /\p{Script=Hebrew}/gu,
  /\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/gu,
  /\p{Script=Devanagari}|\p{Script=Bengali}|\p{Script=Gurmukhi}|\p{Script=Gujarati}|\p{Script=Oriya}/gu,
  /\p{Script=Tamil}|\p{Script=Telugu}|\p{Script=Kannada}|\p{Script=Malayalam}|\p{Script=Sinhala}/gu,
  /\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/gu,
  /\p{Script=Tibetan}|\p{Script=Mongolian}/gu,
  /\p{Script=Ethiopic}|\p{Script=Cherokee}|\p{Script=Canadian_Aboriginal}/gu,
  /\p{Script=Armenian}|\p{Script=Georgian}|\p{Script=Coptic}/gu,
  /\p{Script=Hangul}|\p{Script=Yi}/gu,
];

/** Western letters with marks and bare symbols, as simple fonts spell Chinese signs that they number from 1 to 255. */
const markedLetters = /[¡-¦¨-ª¬-¯²-¶¸-º¼-ÖØ-öø-ÿ]/gu;
const symbols = /[!"#$%&'*+<=>?@\\^`{|}~]/gu;
const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** True when text of a page can be used: enough of it, and not the garbage of a font without a character map. */
export const isReadable = (raw: string): boolean => {
  const text = raw.replace(/[\s\0]/g, '');
  if (text.length < fewestLetters) return false;
  if (count(text, nothing) > 0.05 * text.length) return false;
  if (count(text, symbolSigns) > 0.3 * text.length) return false;
  const rare = rareScripts.map((script) => count(text, script)).filter((found) => found > 0);
  if (rare.length >= 4 && rare.reduce((sum, found) => sum + found, 0) > 0.1 * text.length) return false;
  const spelt = count(text, markedLetters) > 0.04 * text.length || count(text, symbols) > 0.25 * text.length;
  if (spelt && count(text, wide) > 0.03 * text.length) return false;
  const signs = text.match(han) ?? [];
  const known = signs.filter((sign) => commonSigns.has(sign)).length;
  return signs.length < 0.3 * text.length || known >= 0.1 * signs.length;
};
