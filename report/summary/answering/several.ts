import { chineseNumber } from '../../structure/numerals.ts';
import { parseQuestion } from './question.ts';
import { asMeant } from './spoken.ts';
import { namedIn } from './words.ts';

/** Questions answered in one message. */
const most = 4;
const numeral = '[一二三四五六七八九十\\d]{1,3}';
const numbersOfOneKind = new RegExp(
  `第?(${numeral})(?:部分)?(?:和|、|跟|与|及)第?(${numeral})(?:(?:和|、|跟|与|及)第?(${numeral}))?(个?(?:大?部分|大?块|章|方面))`,
  'u',
);
const oneAmountEach = /^(.{2,20}?)(?:和|、|跟|与)(.{2,20}?)(?:各|分别)(?:是|有|为|达)?((?:多少|几).{0,4})$/u;
/** 前三部分; 前两个部分. */
const firstParts = /(?<!第)前([两二三四])个?大?(?:部分|块|章)/u;
const joint = /(?<=.)(?:以及|还有|和|跟|与|及|、)(?=.)/u;
const politeness = /^(?:你好|您好|大家好|领导好?|请问一?下?|问一?下|麻烦(?:问一?下|看一?下)?|那个|嗯+|好的?|谢谢)$/u;

/**
 * The questions one message asks: 学习几次，党课几次 are two, 问题和打算 too. What asks nothing by itself keeps the
 * message whole, so that no word of a question is lost.
 */
export const questionsIn = (asked: string): string[] => {
  const words = asMeant(asked.trim().slice(0, 200));
  const pieces = joined(
    words.split(/[，,；;？?。！!\n\s\u3000]+/u).filter((piece) => piece !== '' && !politeness.test(piece)),
  );
  const questions = pieces.flatMap(splitFurther);
  const completed = questions.map((question, index) => completedBy(question, questions[index - 1]));
  if (completed.length < 2 || !completed.every(standsAlone)) return pieces.length < 2 ? completed : [pieces.join('')];
  return completed.slice(0, most);
};

/** What only asks belongs to the words before it: 第二部分，讲了什么. */
const joined = (pieces: readonly string[]): string[] => {
  const whole: string[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    const onlyAsks = namedIn(piece) === '' && parseQuestion(piece).ask !== 'section';
    const subject = last !== undefined && amountNamed(last) ? namedIn(last).split(' ')[0] : undefined;
    // 培训了多少期，多少人: the second number is of the same thing.
    if (subject !== undefined && onlyAsks && parseQuestion(piece).ask === 'named' && /多少|几/u.test(piece)) {
      whole.push(subject + piece);
      continue;
    }
    if (last !== undefined && onlyAsks) whole[whole.length - 1] = last + piece;
    else whole.push(piece);
  }
  return whole;
};

const splitFurther = (piece: string): string[] => {
  const first = firstParts.exec(piece);
  if (first !== null) return Array.from({ length: chineseNumber(first[1] ?? '') ?? 2 }, (_, at) => `第${at + 1}部分`);
  if (parseQuestion(piece).ask === 'pairs') return [piece];
  const numbers = numbersOfOneKind.exec(piece);
  if (numbers !== null) {
    const [, first, second, third, unit] = numbers;
    return [first, second, third].filter((number) => number !== undefined).map((number) => `第${number}${unit}`);
  }
  const each = oneAmountEach.exec(piece);
  if (each !== null) return [`${each[1]}${each[3]}`, `${each[2]}${each[3]}`];
  const sides = piece.split(joint);
  const parts = sides.map((side) => parseQuestion(side));
  const apart = new Set(parts.map((part) => ('roles' in part ? part.roles.join() : part.ask)));
  const eachAsks = parts.every(
    (part, index) =>
      part.ask === 'section' || (part.ask === 'named' && (amountNamed(sides[index] ?? '') || isWholePart(part.roles))),
  );
  return sides.length > 1 && eachAsks && (apart.size > 1 || parts.every((part) => part.ask !== 'named' || part.amount))
    ? sides
    : [piece];
};

const isWholePart = (roles: readonly string[]): boolean =>
  roles.some((role) => role === 'problems' || role === 'plans' || role === 'causes');

/** 住院呢 behind 门诊多少人 asks 住院多少. */
const completedBy = (question: string, before: string | undefined): string => {
  const bare = /^(?:那)?(.{2,12}?)呢$/u.exec(question)?.[1];
  return bare !== undefined && before !== undefined && amountNamed(before) ? `${bare}多少` : question;
};

const amountNamed = (words: string): boolean => {
  const question = parseQuestion(words);
  return question.ask === 'named' && question.amount && namedIn(words).length >= 2;
};

const standsAlone = (words: string): boolean => {
  const question = parseQuestion(words);
  if (question.ask !== 'named') return true;
  if (question.amount) return amountNamed(words);
  return question.roles.length > 0 || (/什么|怎么|哪|如何|有没有/u.test(words) && namedIn(words).length >= 2);
};
