const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  Ｏ: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Characters of a Chinese ordinal below one hundred and of years written digit by digit; for character classes. */
export const chineseDigits = '零〇一二三四五六七八九十';

/** The value of a Chinese number below one thousand (二十三 → 23, 一〇五 → 105), or null. */
export const chineseNumber = (written: string): number | null => {
  if (written === '') return null;
  if (!/[十百]/u.test(written)) {
    let value = 0;
    for (const character of written) {
      const digit = digits[character];
      if (digit === undefined) return null;
      value = value * 10 + digit;
    }
    return value;
  }
  let value = 0;
  let digit: number | null = null;
  for (const character of written) {
    if (character === '十' || character === '百') {
      value += (digit ?? 1) * (character === '十' ? 10 : 100);
      digit = null;
      continue;
    }
    const next = digits[character];
    if (next === undefined) return null;
    digit = next;
  }
  return value + (digit ?? 0);
};

/** The value of Arabic digits, half or full width, or null. */
export const arabicNumber = (written: string): number | null => {
  const plain = written.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
};
