import { folded } from '../dates/characters.ts';
import { bigNumber, COUNT, type Field, fieldAt } from './field.ts';

export interface LengthDemand {
  readonly min: number | null;
  readonly max: number | null;
}

const UNIT = '\\s?(?:个?(?:汉)?字(?!体|号|样|符串|迹|段)(?:符)?)';
const AT_MOST = '不超过|不得超过|不要超过|不多于|不得多于|不大于|不高于|限(?:制)?在?|控制在|最多|少于等于|≤|<=';
const AT_LEAST = '不少于|不得少于|不低于|不得低于|至少|最少|≥|>=|超过';

const between = new RegExp(`(${COUNT})${UNIT}?\\s?(?:-|—+|–|~|～|至|到)\\s?(${COUNT})${UNIT}(?:以内|左右|之间)?`, 'u');
const atMost = new RegExp(
  `(?:(?:${AT_MOST})\\s?(${COUNT})${UNIT}(?:以内|之内|以下|左右)?)|(?:(${COUNT})${UNIT}(?:以内|之内|以下|内(?!容)))`,
  'u',
);
const atLeast = new RegExp(
  `(?:(?<!不|不得)(?:${AT_LEAST})\\s?(${COUNT})${UNIT}(?:以上)?)|(?:(${COUNT})${UNIT}以上)`,
  'u',
);
const about = new RegExp(`(${COUNT})${UNIT}(?:左右|上下)`, 'u');
const plain = new RegExp(`(?:字数|篇幅)(?:要求|限制)?[为是:：,，]?\\s?(${COUNT})${UNIT}`, 'u');

/** How long the report should be: 3000字以内, 不少于两千字, 2500—3000字, 3000字左右 (a tenth either way). */
export const readLength = (text: string): Field<LengthDemand> | null => {
  const words = folded(text);
  const range = between.exec(words);
  if (range !== null) {
    const [low, high] = [bigNumber(range[1] ?? ''), bigNumber(range[2] ?? '')];
    // 2—3千字
    const min = low < 10 && high >= 1000 ? low * 1000 : low;
    if (sensible(min) && sensible(high) && min < high) return fieldAt({ min, max: high }, range.index, range[0], 0.95);
  }
  const near = about.exec(words);
  const count = near === null ? Number.NaN : bigNumber(near[1] ?? '');
  if (near !== null && sensible(count))
    return fieldAt({ min: Math.round(count * 0.9), max: Math.round(count * 1.1) }, near.index, near[0], 0.8);
  const most = atMost.exec(words);
  const least = atLeast.exec(words);
  const max = most === null ? null : bigNumber(most[1] ?? most[2] ?? '');
  const min = least === null ? null : bigNumber(least[1] ?? least[2] ?? '');
  const sound = { max: max !== null && sensible(max) ? max : null, min: min !== null && sensible(min) ? min : null };
  if (most !== null && sound.max !== null) {
    const both = sound.min !== null && sound.min < sound.max ? sound.min : null;
    return fieldAt({ min: both, max: sound.max }, most.index, most[0], 0.95);
  }
  if (least !== null && sound.min !== null) return fieldAt({ min: sound.min, max: null }, least.index, least[0], 0.95);
  const stated = plain.exec(words);
  const value = stated === null ? Number.NaN : bigNumber(stated[1] ?? '');
  return stated !== null && sensible(value) ? fieldAt({ min: null, max: value }, stated.index, stated[0], 0.6) : null;
};

const sensible = (count: number): boolean => count >= 100 && count <= 200_000;

const shares: Readonly<Record<string, number>> = {
  一半: 1 / 2,
  二分之一: 1 / 2,
  三分之一: 1 / 3,
  四分之一: 1 / 4,
  五分之一: 1 / 5,
  三分之二: 2 / 3,
};
const SHARE = '(一半|[二三四五]分之[一二]|1\\s?/\\s?[2345]|\\d{2}\\s?(?:%|个百分点))';
const share = new RegExp(`(?:问题|不足|短板|查摆|剖析|差距)[^。;\\n]{0,24}?${SHARE}`, 'u');
const shareFirst = new RegExp(`${SHARE}[^。;\\n]{0,16}(?:问题|不足|查摆)`, 'u');

/** The least share of the problems section, 0 to 1: 查摆问题不少于三分之一, 问题部分占30%以上. */
export const readProblemShare = (text: string): Field<number> | null => {
  const words = folded(text);
  for (const match of [share.exec(words), shareFirst.exec(words)]) {
    if (match === null) continue;
    const written = (match[1] ?? '').replace(/\s/gu, '');
    const slash = /^1\/(\d)$/u.exec(written);
    const value = shares[written] ?? (slash === null ? Number.parseInt(written, 10) / 100 : 1 / Number(slash[1]));
    if (!(value > 0 && value < 1)) continue;
    const sure = /不少于|不低于|以上|不得少|不得低|至少|左右|达到/u.test(
      words.slice(match.index, match.index + match[0].length + 4),
    );
    return fieldAt(value, match.index, match[0], sure ? 0.95 : 0.7);
  }
  return null;
};
