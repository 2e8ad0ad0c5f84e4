import type { TrigramTable } from '../../../core/trigram-table.ts';
import { type Confusables, confusablesOf } from '../confusables.ts';
import type { Remark, Rule, RuleInput } from '../rule.ts';
import { surnames } from '../surnames.ts';
import { taggedWordsOf } from '../words.ts';

/** How often the three sequences around a place must have been seen with another character to doubt the written one. */
const doubtful = 64;
const likely = 2048;
/** Small words stand nearly anywhere: that they were not seen somewhere tells nothing. */
const anywhere = new Set(
  '或和与及去来在到也都就不再还将把被让使向从由对为以而但则等各每多少大小新老一二三四五六七八九十两第上下中内外前后',
);

export const rule: Rule = {
  meta: {
    id: 'unlikely-character',
    title: '疑似别字',
    basis: '与大量公文的用字习惯不符',
    severity: 'should',
    family: 'wording',
    fragile: 'characters',
    examples: {
      good: ['认真贯彻落实中央经济工作会议精神。', '赵钱孙同志到罗霄山片区调研。', '踔厉奋发建设新城。'],
      bad: [
        { text: '要不断提高人民裙众的生活水平。', found: ['裙'] },
        { text: '大力发展高新技束产业。', found: ['束'] },
      ],
    },
  },
  *check(input) {
    const table = input.context.trigrams ?? null;
    if (table === null) return;
    const confusables = confusablesOf(input.context.wording);
    for (const at of unseenPlaces(input.text, table)) {
      if (anywhere.has(input.text[at] ?? '')) continue;
      const better = replacement(input.text, at, table, confusables);
      if (better === null || saidAgain(input.text, at) || !standsAlone(input, at)) continue;
      yield remark(input.text, at, better);
    }
  },
};

/**
 * Places whose three surrounding sequences are all unknown, and no further ones: a single slip spoils just three, a
 * name or a foreign term more. Of three neighbouring sequences one starts at a place
 * divisible by three: only those are looked up everywhere.
 */
function* unseenPlaces(text: string, table: TrigramTable): Iterable<number> {
  const unseen = (at: number): boolean => {
    const [a, b, c] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)];
    return han(a) && han(b) && han(c) && table.count(a, b, c) === 0;
  };
  let last = 1;
  for (let third = 0; third + 2 < text.length; third += 3) {
    if (!unseen(third)) continue;
    for (let at = Math.max(third, last + 1); at <= third + 2; at += 1) {
      if (!unseen(at - 2) || !unseen(at - 1) || !unseen(at)) continue;
      if (unseen(at - 3) || unseen(at + 1)) continue;
      last = at;
      yield at;
    }
  }
}

const han = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

interface Better {
  readonly character: string;
  readonly support: number;
}

/** The look-alike or sound-alike that makes all three sequences known ones. */
const replacement = (text: string, at: number, table: TrigramTable, confusables: Confusables): Better | null => {
  const code = (offset: number) => text.charCodeAt(at + offset);
  let best: Better | null = null;
  for (const character of confusables.get(text[at] ?? '') ?? []) {
    const middle = character.charCodeAt(0);
    const around = table.count(code(-1), middle, code(1));
    const left = around === 0 ? 0 : table.count(code(-2), code(-1), middle);
    const right = left === 0 ? 0 : table.count(middle, code(1), code(2));
    const support = around + left + right;
    if (right > 0 && support >= doubtful && support > (best?.support ?? 0)) best = { character, support };
  }
  return best;
};

/** A slip breaks its word up: the dictionary leaves the character alone, and no name is near. */
const standsAlone = ({ text, index }: RuleInput, at: number): boolean => {
  const words = taggedWordsOf(text, index.sentenceAt(at));
  const own = words.find((word) => word.start <= at && at < word.end);
  if (own === undefined || own.end - own.start > 1) return false;
  const near = words.filter((word) => word.end > at - 2 && word.start < at + 3);
  if (near.some((word) => word.end - word.start > 1 && /^n[rs]/.test(word.tag))) return false;
  return !surnames.has(text[at - 1] ?? '') || near.some((word) => word.end === at && word.end - word.start > 1);
};

/** What a text says twice it means: a local name or a term of its own. */
const saidAgain = (text: string, at: number): boolean => {
  const words = text.slice(at - 1, at + 2);
  return text.indexOf(words) !== at - 1 || text.includes(words, at);
};

const remark = (text: string, at: number, { character, support }: Better): Remark => ({
  start: at,
  end: at + 1,
  severity: support >= likely ? 'should' : 'hint',
  message: `“${text.slice(at - 2, at + 3)}”里的“${text[at]}”疑为“${character}”之误`,
  suggestion: character,
});
