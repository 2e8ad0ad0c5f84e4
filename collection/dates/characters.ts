/** The same text, character for character, with full-width letters, digits, marks and spaces made plain. */
export const folded = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E\u3000\u00A0\u2009\u3014\u3015〇○Ｏ]/gu, (character) => {
    if (character === '〔') return '(';
    if (character === '〕') return ')';
    if (character === '〇' || character === '○' || character === 'Ｏ') return '零';
    const code = character.charCodeAt(0);
    return code < 0xff01 || code > 0xff5e ? ' ' : String.fromCharCode(code - 0xfee0);
  });

const digits = '零一二三四五六七八九';

/** 31, 三十一, 廿五, 十, 两: a number below one hundred, or NaN. Expects folded text. */
export const smallNumber = (written: string): number => {
  if (/^\d{1,3}$/u.test(written)) return Number(written);
  const plain = written.replace(/两/u, '二').replace(/^元$/u, '一').replace(/^廿/u, '二十').replace(/^卅/u, '三十');
  const match = /^([一二三四五六七八九])?(十)?([零一二三四五六七八九])?$/u.exec(plain);
  if (match === null || plain === '') return Number.NaN;
  const tens = match[2] === undefined ? 0 : (match[1] === undefined ? 1 : digits.indexOf(match[1])) * 10;
  const ones = match[3] === undefined ? 0 : digits.indexOf(match[3]);
  if (match[2] === undefined)
    return match[1] === undefined ? ones : match[3] === undefined ? digits.indexOf(match[1]) : Number.NaN;
  return tens + ones;
};

/** 2026, 二零二六, 26: a year, two digits meaning this century; NaN otherwise. */
export const yearNumber = (written: string): number => {
  const arabic = /^\d+$/u.test(written) ? written : [...written].map((character) => digits.indexOf(character)).join('');
  if (!/^(?:\d{2}|\d{4})$/u.test(arabic)) return Number.NaN;
  return arabic.length === 2 ? 2000 + Number(arabic) : Number(arabic);
};

/** For patterns: a number as `smallNumber` reads it. */
export const NUMBER = '(?:\\d{1,2}|[零一二三四五六七八九十廿卅两]{1,3})';
