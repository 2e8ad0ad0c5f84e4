import { cleanWords } from './lines.ts';

/** Where a heading ends inside its paragraph, and its clean title. */
export interface HeadingExtent {
  /** End of the heading's own words, final punctuation included. */
  readonly end: number;
  /** Whether the paragraph goes on behind the heading. */
  readonly runsIn: boolean;
  readonly title: string;
}

const longestBlock = 70;
/** A longer paragraph of many clauses is text, not a heading. */
const shortBlock = 50;
const longestSentence = 64;
const longestClause = 48;
const sentenceEnd = /[。！？!?；;]/u;
/** What the paragraph is about, before a colon: 师德方面：热爱教育。 */
const label =
  /^[^，。；：:、\n]{0,12}(?:方面|工作|情况|之处|不足|问题|差距|打算|方向|措施|体会|成绩|成效|做法)[：:](?=[^\s：:])/u;
/** Any few words over a longer text behind a colon: 优化环境：积极引进企业，培育产业。 */
const lead =
  /^(?:[^，。；：:、！？\n]{3,16}|[^。；：:！？\n]{8,30})[：:](?=[^\n：:]{14})(?!一是|[（(]?[1１一][)）.．、])/u;

/** A first point that a lost line break glued to the heading. */
const beforeGluedPoint = /^[^。；]{4,40}?(?<![之其第唯统同])(?=[\s\u3000]*一是)/u;
const trailing = /^(?:[\s\u3000*”’"」』）)]|##[^#\n]{1,24}##|【[^】\n]{1,40}】)*$/u;

/**
 * The words from `titleStart` that head the paragraph: all of it when it is short, else its first sentence, else its
 * first clause.
 */
export const headingExtent = (text: string, titleStart: number, lineEnd: number): HeadingExtent => {
  const words = text.slice(titleStart, Math.min(lineEnd, titleStart + longestBlock + 60));
  const whole = lineEnd - titleStart;
  const sentence = words.search(sentenceEnd);
  const point = beforeGluedPoint.exec(words)?.[0].length ?? -1;
  if (point >= 0 && (sentence < 0 || point < sentence)) return extent(text, titleStart, titleStart + point, true);
  const named = label.exec(words) ?? lead.exec(words);
  if (named !== null) return extent(text, titleStart, titleStart + named[0].length, true);
  const closing = sentence < 0 ? -1 : closingQuoteAfter(words, sentence);
  const clauses = words.split(/[，,]/u).length;
  if (whole <= (clauses > 3 ? shortBlock : longestBlock) && (sentence < 0 || trailing.test(words.slice(closing)))) {
    return extent(text, titleStart, lineEnd, false);
  }
  if (sentence >= 0 && sentence <= longestSentence) return extent(text, titleStart, titleStart + closing, true);
  return extent(text, titleStart, titleStart + clauseEnd(words), true);
};

/** A point's words: up to the first full stop when it is near, else up to the first comma. */
export const pointExtent = (text: string, titleStart: number, lineEnd: number): HeadingExtent => {
  const words = text.slice(titleStart, Math.min(lineEnd, titleStart + longestBlock));
  const sentence = words.search(sentenceEnd);
  const length = sentence >= 0 && sentence <= 36 ? sentence + 1 : clauseEnd(words, 2);
  return extent(text, titleStart, titleStart + length, titleStart + length < lineEnd);
};

const closingQuoteAfter = (words: string, sentence: number): number =>
  /[”’」』）)]/u.test(words[sentence + 1] ?? '') ? sentence + 2 : sentence + 1;

const clauseEnd = (words: string, shortest = 4): number => {
  for (let at = shortest; at < Math.min(words.length, longestClause); at += 1) {
    if (/[，,：:。；;！？]/u.test(words[at] ?? '')) return at + 1;
  }
  return Math.min(words.length, 30);
};

const extent = (text: string, start: number, end: number, runsIn: boolean): HeadingExtent => ({
  end,
  runsIn,
  title: cleanWords(text.slice(start, end)).replace(/[\s\u3000]*[。；;，,：:、！!]+$/u, ''),
});
