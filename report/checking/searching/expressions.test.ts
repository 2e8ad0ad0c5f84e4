import { describe, expect, it } from 'vitest';
import { Search } from './expressions.ts';

const expressions: readonly RegExp[] = [
  /工作工作/g,
  /进行(?:进行)+|开展开展(?!了)/g,
  /(?<!目)的的(?!确)|了了/g,
  /(?:超过|近)?\d[\d.]*(?:余|多)[万亿]?(?=[人户])/g,
  /((?:19|20)\d{2})年(\d{1,2})月/g,
  /(?:((?:19|20)\d{2})年)?(?<!\d)(\d{1,2})月(\d{1,2})[日号]/g,
  /次(?=[，。]|$)/g,
  /次(?=[，。]|$)/gm,
  /(?:人次|场)$/g,
  /^[ 　]*([一二三]、)(?=[工作])/gm,
  /[^\s][　]+[ \t]*$|[^\s][ \t]{2,}$/gm,
  /[一-龥]{2,4}是什么，(?=是|就是)/g,
  /[一-龥]人/g,
  /《([^《》\n]{2,5})》/g,
  /[【[（(][^】\]）)\n]{0,9}(?:文库|素材)[^】\]）)\n]{0,9}[】\]）)]/g,
  /#{2,}\s?\/?[A-Za-z]{1,9}\s?#{2,}/g,
  /[[<]\/?(?:paid|free)(?:begin|end)?[\]>]/gi,
  /page\s?\d{1,3}/gi,
  /\bTODO\b|\x41B|\u5de5A/g,
  /(?:工|作|人){2}(?:多|次)?/g,
  /(?:工作|人次)*(?:达到?|为)*(\d+)%/g,
  /工(?:作)?人|(?=人次)人/g,
  /[\d０-９]{2,}/g,
  /a{0}工|作{3,}|次{2}?/g,
  /(?:)工/g,
  /\d*工|.次|\S\s/g,
];

/** Texts over few characters hold all the combinations that expressions are sensitive to. */
const alphabet = [
  ...'工作人次年月日超过近余多达到为第一二三、，。（）《》【】[]<>#\n \t　“”的了是什么就了目确进行开展户场0123459０１.%%/paidgeTODOAB',
  '文库',
  '素材',
  '2023年',
  '人次\n',
];

const textOf = (seed: number): string => {
  let state = seed;
  return Array.from({ length: 400 }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return alphabet[(state >>> 8) % alphabet.length] ?? '';
  }).join('');
};

const texts = [
  '',
  '工',
  '次',
  '召开会议次',
  '工作工作工作，人次\n一、工作',
  ...Array.from({ length: 60 }, (_, seed) => textOf(seed)),
];

const places = (matches: Iterable<RegExpExecArray>) => [...matches].map((match) => [match.index, ...match]);

describe('a search for many expressions at once', () => {
  it.each(expressions.map((pattern) => [String(pattern), pattern] as const))(
    'finds what %s alone finds',
    (_, pattern) => {
      for (const text of texts) {
        const own = places(text.matchAll(pattern));
        expect(places(new Search(text).matches(pattern))).toEqual(own);
        expect(places(new Search(text).matches(pattern))).toEqual(own);
      }
    },
  );

  it('takes an expression it cannot read as it is', () => {
    const search = () => new Search('工作工作，人人').matches(/(\p{Script=Han})\1/gu).map(([words]) => words);
    expect([search(), search()]).toEqual([['人人'], ['人人']]);
  });
});
