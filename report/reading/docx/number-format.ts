const digits = '零一二三四五六七八九';
const circledDigits = '〇一二三四五六七八九';
const formalDigits = '零壹贰叁肆伍陆柒捌玖';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

const count = (value: number, ones: string, units: readonly string[], shortTen: boolean): string => {
  if (value <= 0 || value >= 10_000) return String(value);
  let text = '';
  let gap = false;
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.trunc(value / 10 ** power) % 10;
    if (digit === 0) gap = text !== '';
    else {
      text += `${gap ? ones.charAt(0) : ''}${ones.charAt(digit)}${units[power] ?? ''}`;
      gap = false;
    }
  }
  return shortTen && value >= 10 && value < 20 ? text.slice(1) : text;
};

const chinese = (value: number): string => count(value, digits, ['', '十', '百', '千'], true);
const formal = (value: number): string => count(value, formalDigits, ['', '拾', '佰', '仟'], false);
const byDigit = (value: number): string => String(value).replace(/\d/g, (digit) => circledDigits.charAt(Number(digit)));

const letters = (value: number, first: number): string =>
  value <= 0 ? '' : String.fromCharCode(first + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

const romanParts: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const roman = (value: number): string => {
  if (value <= 0 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, sign] of romanParts) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
};

const enclosed = (value: number, ranges: readonly (readonly [first: number, last: number, code: number])[]): string => {
  const range = ranges.find(([first, last]) => value >= first && value <= last);
  return range ? String.fromCodePoint(range[2] + value - range[0]) : String(value);
};
const circled = (value: number): string =>
  enclosed(value, [
    [1, 20, 0x2460],
    [21, 35, 0x3251],
    [36, 50, 0x32b1],
  ]);

const cycle = (value: number, signs: string): string => (value <= 0 ? '' : signs.charAt((value - 1) % signs.length));

const ordinal = (value: number): string => {
  const teen = value % 100 > 10 && value % 100 < 14;
  return `${value}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
};

const formats: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => String(value).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))),
  decimalFullWidth2: (value) => String(value).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: chinese,
  ideographDigital: byDigit,
  taiwaneseDigital: byDigit,
  japaneseDigitalTenThousand: byDigit,
  chineseLegalSimplified: formal,
  ideographLegalTraditional: formal,
  japaneseLegal: formal,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (value) => enclosed(value, [[1, 20, 0x2474]]),
  decimalEnclosedFullstop: (value) => enclosed(value, [[1, 20, 0x2488]]),
  ideographEnclosedCircle: (value) => enclosed(value, [[1, 10, 0x3280]]),
  ideographTraditional: (value) => cycle(value, stems),
  ideographZodiac: (value) => cycle(value, branches),
  ideographZodiacTraditional: (value) => cycle(value, stems) + cycle(value, branches),
  lowerLetter: (value) => letters(value, 97),
  upperLetter: (value) => letters(value, 65),
  ordinal,
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  none: () => '',
  bullet: () => '',
};

/** A counter's value as Word shows it in the given w:numFmt; unknown formats fall back to decimal. */
export const formatNumber = (value: number, format: string): string => (formats[format] ?? String)(value);
