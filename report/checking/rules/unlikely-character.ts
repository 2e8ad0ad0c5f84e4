import type { Remark, Rule, RuleInput } from '../rule.ts';
import type { Slip } from '../slips.ts';
import { slipsIn } from '../slips-in-text.ts';
import { surnames } from '../surnames.ts';
import type { TextIndex } from '../text-index.ts';
import { type Word, wordsOf } from '../words.ts';

/** From how many bits of likelihood on a slip is told, and from how many it is hardly ever a false alarm. */
const told: Record<Slip['kind'], { readonly hint: number; readonly should: number }> = {
  change: { hint: 12, should: 22 },
  unlike: { hint: 12, should: 27 },
  word: { hint: 14, should: 26 },
  swap: { hint: 14, should: 22 },
  omission: { hint: 6.5, should: 17 },
  addition: { hint: 11, should: 18 },
};
/** From how many bits on a slip is believed although it makes another word. */
const sureOfWords: Record<Slip['kind'], number> = {
  change: 21,
  unlike: 21,
  word: 0,
  swap: 99,
  omission: 15,
  addition: 0,
};
/** Words younger than the texts the counts come from, and characters that stand for a region, a number or a name. */
const young = /宣贯|数智|新质|单品|体旅|智驾|低空|首发经济|育繁推|千万工程/;
const standing = new Set(
  '一二三四五六七八九十百千万甲乙丙丁之暨京津冀晋蒙辽沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕秦甘陇青宁新港澳台深穗榕厦邕甬',
);

/** Below so many bits, what may belong to a proper name is let be. */
const sureOfNames = 20;

export const rule: Rule = {
  meta: {
    id: 'unlikely-character',
    title: '疑似错字、漏字、多字或颠倒',
    basis: '与大量公文的用字习惯不符',
    severity: 'should',
    family: 'wording',
    fragile: 'characters',
    examples: {
      good: [
        '认真贯彻落实中央经济工作会议精神。',
        '赵钱孙同志到罗霄山片区调研。',
        '踔厉奋发建设新城。',
        '依法依规行事、公道处事，清白做人。',
      ],
      bad: [
        { text: '要不断提高人民裙众的生活水平。', found: ['裙'] },
        { text: '大力发展高新技束产业。', found: ['束'] },
      ],
    },
  },
  *check(input) {
    for (const slip of slipsIn(input)) {
      const { hint, should } = told[slip.kind];
      if (slip.gain >= hint && credible(input, slip))
        yield remark(input.text, slip, slip.gain >= should && !inName(input.text, slip));
    }
  },
};

/** A slip breaks its word up; what is meant is a word. Names, quoted puns and terms the text uses again are let be. */
const credible = (input: RuleInput, slip: Slip): boolean => {
  const { text, index } = input;
  if (saidAgain(input, slip) || inShortQuotes(text, slip) || inTitle(text, slip)) return false;
  const words = index.wordsAt(slip.start);
  if (slip.gain < sureOfWords[slip.kind] && isWord(words, slip)) return false;
  if (slip.kind === 'addition' && eachInWord(words, slip)) return false;
  if (
    afterSurname(text, words, slip.kind === 'omission' ? slip.start + 1 : slip.start) &&
    !(slip.usual && /[一-龥]/.test(text[slip.start - 2] ?? ''))
  )
    return false;
  if (
    slip.kind !== 'omission' &&
    slip.gain < sureOfNames &&
    (inName(text, slip) || standing.has(text.slice(slip.start, slip.end)))
  )
    return false;
  if (young.test(text.slice(Math.max(0, slip.start - 3), slip.end + 3))) return false;
  const sentence = index.sentenceAt(slip.start);
  const from = slip.start - sentence.start;
  const meant = text.slice(sentence.start, slip.start) + slip.right + text.slice(slip.end, sentence.end);
  const right = wordsOf(meant, { start: 0, end: meant.length });
  const covered = (start: number, end: number, least = 2): boolean =>
    right.some((word) => word.end - word.start >= least && word.start <= start && end <= word.end);
  if (slip.kind === 'addition') return !redoubled(text, slip) && covered(from - (slip.end - slip.start), from);
  if (slip.kind === 'omission') return covered(from + 1, from + 2);
  if (slip.kind === 'swap') return covered(from, from + 2);
  return withinWord(right, from, from + slip.right.length);
};

/** What stands before a kind of place, firm or project, or in a list of such, may be its name. */
const inName = (text: string, { start, end, usual }: Slip): boolean =>
  nameBehind.test(text.slice(end, end + 6)) || (!usual && listed.test(text.slice(Math.max(0, start - 5), start)));
const nameBehind =
  /^[一-龥]{0,3}(?:项目|科技|股份|集团|公司|高速|大桥|铁路|大道|水库|机场|能源|材料|生物|医药|食品|汽车|[镇乡村街路山河湖江岛港园城寺塔馆])/;
const listed = /[、·][一-龥]?$/;

/** Whether one word of two and more characters covers the whole place, or begins or ends inside a longer one. */
const withinWord = (words: readonly Word[], start: number, end: number): boolean =>
  words.some((word) => word.end - word.start > 1 && word.start < end && start < word.end);

/** Whether what is written is made of words: a missing character leaves a word cut short beside the gap. */
const isWord = (words: readonly Word[], { kind, start, end }: Slip): boolean => {
  if (kind !== 'omission') return withinWord(words, start, end);
  const beside = words.filter((word) => word.start < end && start < word.end);
  return beside.every((word) => word.end - word.start > 1);
};

/** 高架桥桥下: what is written twice ends one word and begins another. */
const eachInWord = (words: readonly Word[], { start, end }: Slip): boolean =>
  words.some((word) => word.end === start && word.end - word.start > 1) &&
  words.some((word) => word.start === start && word.end > end);

/** 健健康康, 一代一代: said twice on purpose. */
const redoubled = (text: string, { start, end }: Slip): boolean =>
  end - start === 1
    ? text[end] === text[end + 1] || text[start - 2] === text[start - 3]
    : /[一二两三几每各很越]/.test(text[start] ?? '');

const afterSurname = (text: string, words: readonly Word[], at: number): boolean =>
  surnames.has(text[at - 1] ?? '') && !words.some((word) => word.end === at && word.end - word.start > 1);
/** What a text says twice it means: a local name or a term of its own. */
const saidAgain = ({ text, index }: RuleInput, { start, end }: Slip): boolean => {
  const from = Math.max(0, start - 1);
  const words = text.slice(from, end + 1);
  return firstPlace(index, words) !== from || text.includes(words, end);
};

const firstPlaces = new WeakMap<TextIndex, Map<string, number>>();

/** Remembered: in a long text the same words are asked for again and again. */
const firstPlace = (index: TextIndex, words: string): number => {
  const known = firstPlaces.get(index) ?? new Map<string, number>();
  firstPlaces.set(index, known);
  const place = known.get(words) ?? index.text.indexOf(words);
  known.set(words, place);
  return place;
};

const inTitle = (text: string, { start }: Slip): boolean =>
  /《[^《》\n]{0,20}$/.test(text.slice(Math.max(0, start - 21), start));

const inShortQuotes = (text: string, { start, end }: Slip): boolean =>
  /“[^“”。，；\n]{0,8}$/.test(text.slice(Math.max(0, start - 9), start)) &&
  /^[^“”。，；\n]{0,8}”/.test(text.slice(end, end + 9));

const remark = (text: string, { kind, start, end, right }: Slip, sure: boolean): Remark => {
  const written = text.slice(start, end);
  const around = text.slice(Math.max(0, start - 2), end + 2).trim();
  const doubt = {
    change: `“${around}”里的“${written}”疑为“${right}”之误`,
    unlike: `“${around}”里的“${written}”疑为“${right}”之误`,
    word: `“${around}”里的“${written}”疑为“${right}”之误`,
    swap: `“${written}”疑为“${right}”，两字颠倒`,
    omission: `“${around}”里像是漏了“${right.slice(1, -1)}”字`,
    addition: `“${around}”里像是多了“${written}”字`,
  };
  return { start, end, severity: sure ? 'should' : 'hint', message: doubt[kind], suggestion: right };
};
