import type { Block, ReportDocument } from '../../core/report-document.ts';
import type { Span } from '../../core/span.ts';
import type { Wording } from '../../core/wording.ts';
import { type Folded, fold } from './folding.ts';
import { type LexiconHit, lexiconsOf } from './lexicon.ts';
import { masksOf } from './masks.ts';
import { Search } from './searching/expressions.ts';
import { type Word, wordsOf } from './words.ts';

/** Structures over one text that several rules need, each built at most once, when first asked for. */
export class TextIndex {
  readonly document: ReportDocument;
  readonly #wording: Wording;
  #search: Search | undefined;
  #sentences: readonly Span[] | undefined;
  #folded: Folded | undefined;
  #masks: readonly Span[] | undefined;
  #hits: ReadonlyMap<string, readonly LexiconHit[]> | undefined;
  readonly #words = new Map<number, readonly Word[]>();

  constructor(document: ReportDocument, wording: Wording) {
    this.document = document;
    this.#wording = wording;
  }

  get text(): string {
    return this.document.text;
  }

  /** As `text.matchAll(pattern)`, but all expressions are looked for in one pass. */
  matches(pattern: RegExp): readonly RegExpExecArray[] {
    this.#search ??= new Search(this.text);
    return this.#search.matches(pattern);
  }

  /** Sentences with their closing mark; a line break ends one too. Spaces around them are left out. */
  get sentences(): readonly Span[] {
    this.#sentences ??= sentencesOf(this.text);
    return this.#sentences;
  }

  /** The sentence a place lies in, or that place alone where there is none. */
  sentenceAt(at: number): Span {
    return lastStartingBefore(this.sentences, at) ?? { start: at, end: at };
  }

  blockAt(at: number): Block | undefined {
    return lastStartingBefore(this.document.blocks, at);
  }

  /** Words of the sentence at a place, with their spans in the text. */
  wordsAt(at: number): readonly Word[] {
    const sentence = this.sentenceAt(at);
    const known = this.#words.get(sentence.start);
    if (known !== undefined) return known;
    const words = wordsOf(this.text, sentence);
    this.#words.set(sentence.start, words);
    return words;
  }

  /** The text without quotes, commas and spaces, for comparing wording. */
  get folded(): Folded {
    this.#folded ??= fold(this.text);
    return this.#folded;
  }

  /** Stand-ins for names and numbers (XX, ××, ○○, 某某). */
  get masks(): readonly Span[] {
    this.#masks ??= masksOf(this);
    return this.#masks;
  }

  /** Places where a word list says something is wrong, of one list. */
  lexiconHits(list: string): readonly LexiconHit[] {
    this.#hits ??= lexiconsOf(this.#wording).find(this.text);
    return this.#hits.get(list) ?? [];
  }
}

const codes = (marks: string) => new Set([...marks].map((mark) => mark.charCodeAt(0)));
const closing = codes('。！？!?；;\n');
const trailing = codes('”’」』）)》】');
const lineBreak = 10;

const sentencesOf = (text: string): Span[] => {
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 0x4e00 && code <= 0x9fff) || !closing.has(code)) continue;
    let end = at + 1;
    while (code !== lineBreak && end < text.length && goesOn(text.charCodeAt(end))) end += 1;
    push(spans, text, start, end);
    start = end;
    at = end - 1;
  }
  push(spans, text, start, text.length);
  return spans;
};

/** A mark that still belongs to the sentence before it. */
const goesOn = (code: number): boolean => code !== lineBreak && (closing.has(code) || trailing.has(code));

const push = (spans: Span[], text: string, from: number, to: number): void => {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  if (end > start) spans.push({ start, end });
};

const lastStartingBefore = <T extends Span>(spans: readonly T[], at: number): T | undefined => {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
};
