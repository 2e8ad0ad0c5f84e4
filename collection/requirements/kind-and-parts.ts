import type { PartCues, ReportKind } from '../../core/report-kind.ts';
import type { PartId } from '../../core/report-structure.ts';
import { partMatcher } from '../../report/structure/part-roles.ts';
import { folded, yearNumber } from '../dates/characters.ts';
import { type Field, fieldAt } from './field.ts';

/** The kind of report some words name; the most special one wins. `confidence` is the caller's for such words. */
export const readKind = (text: string, kinds: readonly ReportKind[], confidence: number): Field<string> | null => {
  const words = text.slice(0, 20_000);
  for (const kind of [...kinds].sort((a, b) => b.priority - a.priority)) {
    for (const pattern of kind.titles) {
      const match = new RegExp(pattern, 'u').exec(words);
      if (match !== null) return fieldAt(kind.id, match.index, match[0], confidence);
    }
  }
  return null;
};

const asked =
  /(?<!\d)(20\d{2}|二[零〇○][零〇○一二三四五六七八九]{2})\s?年?\s?年?度|(?<!\d)(20\d{2})年(?=[^\d月日。,;]{0,12}(?:述|总结|报告|工作|党建))/u;

/** The year a report is about: 2026年度, 2026年工作总结; 本年度 and 今年 go by the given year. */
export const readYear = (text: string, presentYear: number): Field<number> | null => {
  const words = folded(text);
  const match = asked.exec(words);
  if (match !== null) {
    const year = yearNumber(match[1] ?? match[2] ?? '');
    if (year >= 2000) return fieldAt(year, match.index, match[0], match[1] === undefined ? 0.8 : 0.95);
  }
  const near = /(本|今|去|上一?)年(?:度)?(?=[^\d月日。,;]{0,10}(?:述|总结|报告|工作|考核))/u.exec(words);
  if (near === null) return null;
  return fieldAt(presentYear - (/[去上]/u.test(near[1] ?? '') ? 1 : 0), near.index, near[0], 0.6);
};

const askingForParts =
  /(?:内容(?:应当?|要|须|主要|一般)?(?:包括|包含|涵盖|为|如下|分为|有)|(?:主要|重点|须|应当?|需要?|要)(?:包括|包含|涵盖|报告|汇报|述|写|体现|围绕|突出)|包括(?:以下|如下|但不限于)?|(?:从|围绕).{1,60}(?:方面|几个方面)|(?:分为|按照).{0,20}部分|分为(?=[^。]{4,80}部分)|含(?=.{2,40}等?部分)|部分(?:为|包括))/u;
const NUMBERED = /^\s*(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）、.．]|[①-⑩]|第[一二三四五六七八九十]部分)/u;

/** 从…等方面 has the items within, 内容包括 before them. */
const itemsFrom = (cue: RegExpExecArray | null): number => {
  if (cue === null) return 0;
  return /方面$|部分$/u.test(cue[0]) ? cue.index + 1 : cue.index + cue[0].length;
};

/**
 * The parts a notice asks for: the items of a sentence such as 内容包括：学习情况、履职情况、廉洁自律情况、存在的问题、下一步打算, or of the
 * numbered lines that follow one. Null when no sentence asks.
 */
export const readParts = (text: string, cues: readonly PartCues[]): Field<readonly PartId[]> | null => {
  const matcher = partMatcher(cues);
  const found: { part: PartId; start: number; end: number }[] = [];
  let listing = false;
  let offset = 0;
  for (const line of text.slice(0, 50_000).split('\n')) {
    const numbered = NUMBERED.test(line) && line.length < 90;
    for (const sentence of line.split(/(?<=。)/u)) {
      const at = askingForParts.exec(sentence);
      if (at !== null || (listing && numbered)) collect(sentence, offset, itemsFrom(at));
      if (at !== null) listing = true;
      offset += sentence.length;
    }
    if (!numbered && line.trim() !== '' && askingForParts.exec(line) === null) listing = false;
    offset += 1;
  }
  if (found.length === 0) return null;
  const parts = [...new Set(found.map(({ part }) => part))];
  return {
    value: parts,
    span: { start: Math.min(...found.map(({ start }) => start)), end: Math.max(...found.map(({ end }) => end)) },
    confidence: parts.length >= 2 ? 0.9 : 0.6,
  };

  function collect(sentence: string, from: number, after: number): void {
    const rest = sentence.slice(after);
    let at = after;
    for (const item of rest.split(/(?<=[、，,；;：:和及与])/u)) {
      const plain = item.replace(/[、，,；;：:和及与。\s]+$/u, '');
      const title = plain.replace(NUMBERED, '').replace(/等?(?:方面|几个方面|内容|部分)?(?:进行.*)?$/u, '');
      if (title.length >= 2 && title.length <= 40) {
        for (const part of matcher.ofHeading(title))
          found.push({ part, start: from + at, end: from + at + plain.length });
      }
      at += item.length;
    }
  }
};
