import type { Finding } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';
import type { WordLists } from '../../core/word-lists.ts';

/** More places of one word tell nothing new. */
const MOST_PLACES = 100;

/** The rule id of findings that come from a list and not from a rule. */
export const DENIED_WORD = 'denied-word';

/** Every place of a word that the chat or the organisation does not want. */
export const deniedWords = (text: string, { deny }: WordLists): Finding[] =>
  deny.flatMap(({ word, suggestion }) =>
    placesOf(text, word).map((span) => ({
      rule: DENIED_WORD,
      severity: 'should',
      message:
        suggestion === null ? `词表规定不用“${word}”，请改用别的说法` : `词表规定不用“${word}”，应写“${suggestion}”`,
      excerpt: word,
      ...span,
      suggestion,
      basis: '本群或本单位词表',
    })),
  );

/**
 * Findings without those on words that are allowed or are the organisation's own names: the words a finding is about lie
 * within such a word.
 */
export const withoutAllowed = (findings: readonly Finding[], text: string, lists: WordLists): Finding[] => {
  const words = [...lists.allow, ...lists.ownNames];
  if (words.length === 0) return [...findings];
  return findings.filter((finding) => {
    const { start, end } = finding;
    const length = end - start;
    if (length === 0) return true;
    return !words.some(
      (word) => word.length >= length && text.slice(Math.max(0, end - word.length), start + word.length).includes(word),
    );
  });
};

/** Findings of the rules and of the lists together, in order of place. */
export const withWordLists = (findings: readonly Finding[], text: string, lists: WordLists): Finding[] => {
  const denied = deniedWords(text, lists);
  const others = findings.filter(
    (finding) => !denied.some(({ start, end }) => start === finding.start && end === finding.end),
  );
  return withoutAllowed([...others, ...denied], text, lists).sort((a, b) => a.start - b.start || a.end - b.end);
};

const placesOf = (text: string, word: string): Span[] => {
  const places: Span[] = [];
  if (word === '') return places;
  for (let at = text.indexOf(word); at >= 0 && places.length < MOST_PLACES; at = text.indexOf(word, at + word.length)) {
    places.push({ start: at, end: at + word.length });
  }
  return places;
};
