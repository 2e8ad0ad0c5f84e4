import { posts, surnames } from '../../checking/surnames.ts';
import { longestAnswer } from './prompt.ts';
import type { ModelAnswer } from './schema.ts';

/** Why a model's answer is not shown. */
export type Objection = 'not-answered' | 'too-long' | 'odd-characters' | 'figure' | 'name' | 'own-words';

export type Verdict =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly because: Objection; readonly words: string };

/**
 * Holds an answer against the section it is about: every number with its unit, every quoted name and every person must
 * stand there as written, most of the words too, and the length must hold.
 */
export const verifyAnswer = (answer: ModelAnswer, section: string): Verdict => {
  const no = (because: Objection, words: string): Verdict => ({ ok: false, because, words });
  const sentences = answer.sentences.map((sentence) => sentence.trim());
  if (!answer.answered || sentences.length === 0) return no('not-answered', '');
  const text = sentences.map((sentence) => (/[。！？；]$/u.test(sentence) ? sentence : `${sentence}。`)).join('');
  if (text.replace(/\s/gu, '').length > longestAnswer(section)) return no('too-long', text);
  const odd = /[\p{Cc}\p{Cf}\p{Co}<>{}[\]|`*_#@\\]|https?:|www\.|\uFFFD/u.exec(text)?.[0];
  if (odd !== undefined) return no('odd-characters', odd);
  const words = plain(text);
  const source = plain(section);
  const figure = strangeFigure(words, source);
  if (figure !== null) return no('figure', figure);
  const name = strangeName(words, source);
  if (name !== null) return no('name', name);
  const own = sentences.find((sentence) => !standsMostly(plain(sentence), source));
  return own === undefined ? { ok: true, text } : no('own-words', own);
};

/** Full-width letters, digits and signs as half-width ones, without white space. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '').replace(/％/gu, '%');

const arabic = /\d+(?:[.,:]\d+)*/gu;
/** Runs of Chinese numerals, and words that tell an amount without one. */
const chinese =
  /百分之[零〇一二三四五六七八九十百点]+|[零〇一二三四五六七八九十百千万亿两几数半]+|翻[倍番]|倍增|成倍|过半|近半|大半|多数|全部/gu;
/** Numerals that count nothing; the only ones that need not stand in the section. */
const countless =
  /进一步|一(?:些|定|直|起|致|样|旦|系列|并|律|方面|贯|同|般|线|体化?|步步)|统一|唯一|逐一|同一|万一|十分|千方百计|多方面|半点|数字|数据|数量|数额|次数|人数|总数|指数|系数|参数|数智|百姓|亿万|[一二三四五六](?=是)|第[一二三四五六七八九十]+(?:，|,|是)/gu;

/** A number that does not stand in the source together with the sign or unit behind it. */
const strangeFigure = (words: string, source: string): string | null => {
  for (const found of words.matchAll(arabic)) {
    const wanted = withUnit(words, found.index, found[0]);
    const places = placesOf(wanted, source);
    if (places.length === 0) return wanted;
    if (!places.some((at) => tellsSame(words, found.index, source, at, wanted.length))) return wanted;
  }
  const counting = words.replace(countless, (match) => '，'.repeat(match.length));
  for (const found of counting.matchAll(chinese)) {
    const wanted = withUnit(counting, found.index, found[0]);
    if (!source.includes(wanted)) return wanted;
  }
  return null;
};

const withUnit = (words: string, at: number, number: string): string => {
  const behind = words.slice(at + number.length);
  const unit = /^(?:[%‰]|[万亿]?(?:余|多)?[a-zA-Z]{0,3}\p{Script=Han}?)/u.exec(behind)?.[0] ?? '';
  return number + unit;
};

/** Where a number stands as a whole: 16 does not stand in 2016 or in 16.5. */
const placesOf = (wanted: string, source: string): number[] => {
  const places: number[] = [];
  for (let at = source.indexOf(wanted); at >= 0 && places.length < mostPlaces; at = source.indexOf(wanted, at + 1)) {
    const before = source.slice(Math.max(0, at - 2), at);
    const after = source.slice(at + wanted.length, at + wanted.length + 2);
    if (/\d$|\d[.,]$/u.test(before)) continue;
    if (/\d$/u.test(wanted) && /^(?:\d|[.,]\d|[%‰万亿])/u.test(after)) continue;
    places.push(at);
  }
  return places;
};

const mostPlaces = 50;

/** Whether the words right around a number are words around it in the source too: no other thing's number. */
const tellsSame = (words: string, at: number, source: string, place: number, length: number): boolean => {
  const before =
    words
      .slice(Math.max(0, at - 5), at)
      .split(/[^\p{Script=Han}]/u)
      .at(-1) ?? '';
  const behind = /^\p{Script=Han}{0,5}/u.exec(words.slice(at + length))?.[0] ?? '';
  const pairs = [...pairsOf(before), ...pairsOf(behind)];
  if (pairs.length === 0) return true;
  const around = source.slice(Math.max(0, place - 30), place + length + 16);
  return pairs.some((pair) => around.includes(pair));
};

const pairsOf = (words: string): string[] =>
  Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2));

const quoted = /[“"「『]([^”"」』]{1,60})[”"」』]|《([^》]{1,60})》/gu;
const person = new RegExp(`(\\p{Script=Han}{2,3})${posts}`, 'gu');

const strangeName = (words: string, source: string): string | null => {
  for (const found of words.matchAll(quoted)) {
    const name = found[1] ?? found[2] ?? '';
    if (!source.includes(name)) return found[0];
  }
  // A lone sign of quotation opens a name that cannot be told.
  const open = /[“”"「」『』《》]/u.exec(words.replace(quoted, ''))?.[0];
  if (open !== undefined) return open;
  for (const found of words.matchAll(person)) {
    const [, before = ''] = found;
    const name = surnames.has(before[0] ?? '') ? before : before.slice(1);
    if (surnames.has(name[0] ?? '') && !source.includes(name)) return found[0];
  }
  for (const [latin] of words.matchAll(/[a-zA-Z][a-zA-Z.&-]*/gu)) if (!source.includes(latin)) return latin;
  return null;
};

const leastShare = 0.6;
/** Characters in a row of which no pair stands in the section. */
const longestOwn = 7;

/** Most pairs of neighbouring characters stand in the section, and no long passage is the model's own. */
const standsMostly = (sentence: string, source: string): boolean => {
  let all = 0;
  let found = 0;
  for (const run of sentence.split(/[^\p{Script=Han}\p{L}\d%]+/u)) {
    let own = 0;
    for (let at = 0; at + 2 <= run.length; at += 1) {
      all += 1;
      const stands = source.includes(run.slice(at, at + 2));
      if (stands) found += 1;
      own = stands ? 0 : own + 1;
      if (own >= longestOwn) return false;
    }
  }
  return all > 0 && found / all >= leastShare;
};
