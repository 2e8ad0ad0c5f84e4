import type { HeadingMark } from './heading-mark.ts';
import { cleanWords, type Line } from './lines.ts';

const topRank = 3;
const plainHeading = /^[\p{Script=Han}\p{L}\d、，“”‘’"《》（）()＋+·—－\-\s\u3000％%XＸ×]{2,30}$/u;
const customary =
  /(?:问题|不足|差距|短板|打算|计划|措施|方向|安排|思路|回顾|总结|工作|情况|任务|目标|篇|建议|对策|原因|体会|做法|成效|概况|背景|方面|成绩|成果|展望|部署|要求|重点|思考|启示|经验|原则|现状|结语|前言|引言|解释)$/u;

/** 【主要做法】 on a line of its own; not a download site's name. */
const bracketed =
  /^[【〖](?![^】〗]*(?:文库|素材|更多|下载|公众号|关注|www|http|作者|来源|编者))[^】〗\n]{2,20}[】〗]$/u;

interface Candidate {
  readonly line: Line;
  readonly lineIndex: number;
  /** 0 is the highest level a style claims; null when only bold, font or place speak for a heading. */
  readonly level: number | null;
  readonly styled: boolean;
  /** Nothing but its place between full paragraphs speaks for a heading. */
  readonly bare: boolean;
}

/**
 * Headings without a number: by Word style or outline level, Markdown sign, bold or another font, and in plain text by
 * standing short and alone between full paragraphs. `lines` are those of the body only.
 */
export const unnumberedHeadings = (
  lines: readonly Line[],
  numbered: readonly HeadingMark[],
  looksLikePart: (title: string) => boolean,
): HeadingMark[] => {
  const numberedStarts = new Map(numbered.map((mark) => [mark.start, mark]));
  const bodyFont = commonFont(lines);
  const boldBody = shareOf(lines, (line) => line.bold) > 0.5;
  const candidates = lines.flatMap((line, lineIndex): Candidate[] => {
    if (numberedStarts.has(line.start) || line.block.part !== 'body') return [];
    const level = styleLevel(line);
    if (level !== null) return isHeadingText(line, 60) ? [{ line, lineIndex, level, styled: true, bare: false }] : [];
    const standsOut = (line.bold && !boldBody) || otherFont(line, bodyFont) || line.block.style?.align === 'center';
    if (standsOut && isHeadingText(line, 40)) return [{ line, lineIndex, level: null, styled: true, bare: false }];
    if (bracketed.test(line.text) && lineIndex + 1 < lines.length)
      return [{ line, lineIndex, level: null, styled: true, bare: false }];
    if (!standsAlone(lines, lineIndex, numberedStarts)) return [];
    return [{ line, lineIndex, level: null, styled: false, bare: !customary.test(line.text) }];
  });
  const top = numbered.filter((mark) => mark.mode !== 'inline').reduce((rank, mark) => Math.min(rank, mark.rank), 99);
  const plain = candidates.filter((candidate) => !candidate.styled);
  const speaking = plain.filter((candidate) => customary.test(candidate.line.text));
  const alone = top > topRank && speaking.length >= 2;
  const series = plain.filter((candidate) => !candidate.bare || leadsText(lines, candidate)).length >= 2;
  const kept = candidates.filter(
    (candidate) =>
      candidate.styled ||
      (looksLikePart(candidate.line.text) && customary.test(candidate.line.text)) ||
      (alone && customary.test(candidate.line.text)) ||
      (series && candidate.bare && leadsText(lines, candidate)),
  );
  const outline = outlineOf(lines, numbered, kept, top);
  return kept.map(({ line, level, bare }) => ({
    style: 'unnumbered',
    key: 'unnumbered',
    rank: rankOf(level, outline, bare),
    mode: 'block',
    number: null,
    ordinal: null,
    title: cleanWords(line.text).replace(/[：:，,、。]+$|^[【〖]|[】〗]$/gu, ''),
    start: line.start,
    end: line.end,
  }));
};

/** A heading on a year's work over the numbered ones that tell it. */
const review =
  /(?:[\dXx×*]{2,4}年|一年|以来|去年|全年|上半年)[^，。]{0,12}(?:回顾|总结|工作(?:开展|完成)?情况|主要工作|成效)$/u;

/** What the numbered headings tell about the place of the others. */
interface Outline {
  readonly top: number;
  /** Unnumbered headings hold the highest numbered series: it begins anew under them, or only under the last. */
  readonly parents: boolean;
  /** Highest level any unnumbered heading claims. */
  readonly highestLevel: number;
  readonly rankOfLevel: ReadonlyMap<number, number>;
}

const outlineOf = (
  lines: readonly Line[],
  numbered: readonly HeadingMark[],
  kept: readonly Candidate[],
  top: number,
): Outline => {
  const leading = numbered.filter((mark) => mark.mode !== 'inline');
  const restarts = leading.filter((mark) => mark.rank === top && mark.ordinal === 1).length;
  const first = leading.find((mark) => mark.rank === top)?.start ?? 0;
  const before = kept.filter((candidate) => candidate.level === null && candidate.line.start < first);
  const looksBack = before.some(({ line }) => review.test(line.text));
  return {
    top,
    parents: restarts >= 2 || before.length >= 2 || looksBack,
    highestLevel: kept.reduce((least, candidate) => Math.min(least, candidate.level ?? 99), 99),
    rankOfLevel: levelRanks(lines, leading),
  };
};

/** Where an unnumbered heading stands among the numbered ones. */
const rankOf = (level: number | null, outline: Outline, bare: boolean): number => {
  const { top, parents, highestLevel, rankOfLevel } = outline;
  if (level !== null) {
    const sameLevel = rankOfLevel.get(level);
    if (sameLevel !== undefined) return sameLevel;
    if (level > highestLevel) return Math.min(8, (top === 99 ? topRank : top) + 0.5 + (level - highestLevel) / 10);
  }
  if (top === 99) return topRank;
  if (parents) return top - 0.5;
  return bare ? top + 0.5 : top;
};

/** The rank of the numbered headings that carry each style level. */
const levelRanks = (lines: readonly Line[], numbered: readonly HeadingMark[]): Map<number, number> => {
  const ranks = new Map<number, number>();
  const byStart = new Map(numbered.map((mark) => [mark.start, mark]));
  for (const line of lines) {
    const level = styleLevel(line);
    const mark = byStart.get(line.start);
    if (level !== null && mark !== undefined && !ranks.has(level)) ranks.set(level, mark.rank);
  }
  return ranks;
};

/** 0-based heading level that Word or Markdown gives a line, or null. */
const styleLevel = (line: Line): number | null => {
  if (line.markdownLevel !== null) return line.markdownLevel - 1;
  const style = line.block.style;
  if (style?.outlineLevel !== undefined) return style.outlineLevel;
  const named = /^(?:heading|标题)\s*(\d)$/iu.exec(style?.name ?? '');
  return named === null ? null : Number(named[1]) - 1;
};

const isHeadingText = (line: Line, longest: number): boolean =>
  line.text.length <= longest &&
  /\p{Script=Han}{2}/u.test(line.text) &&
  !/[。；;！!？?，,：:]$/u.test(line.text) &&
  !/^(?:——|──|――|—)/u.test(line.text);

const standsAlone = (
  lines: readonly Line[],
  index: number,
  numberedStarts: ReadonlyMap<number, HeadingMark>,
): boolean => {
  const line = lines[index];
  const previous = lines[index - 1];
  const next = lines[index + 1];
  if (line === undefined || next === undefined || line.block.source === 'ocr') return false;
  if (!plainHeading.test(line.text) || !/\p{Script=Han}{2}/u.test(line.text)) return false;
  const closed =
    previous === undefined || /[。！!？?：:；;”）)*#】]$/u.test(previous.text) || previous.text.length <= 30;
  const opensText =
    next.text.length >= 36 ||
    (customary.test(line.text) && next.text.length >= 14 && /[。；]$/u.test(next.text)) ||
    numberedStarts.get(next.start)?.ordinal === 1 ||
    /^一是/u.test(next.text);
  return closed && opensText;
};

/** A bare line over a full paragraph, long enough for a heading and no caption. */
const leadsText = (lines: readonly Line[], { line, lineIndex }: Candidate): boolean => {
  const next = lines[lineIndex + 1];
  return (
    line.text.length >= 4 &&
    line.text.split('，').length <= 3 &&
    !/^(?:——|──|―|—|[一二三四五六七八九十]{1,2}[是要]|首先|其次|图|表|注|附|来源|供稿|摄影|作者|编辑|责任编辑|单位|姓名|各位|同志|尊敬)|[了的]$/u.test(
      line.text,
    ) &&
    next !== undefined &&
    next.text.length >= 50 &&
    /[。；：！？”）]$/u.test(next.text)
  );
};

const commonFont = (lines: readonly Line[]): string | null => {
  const weights = new Map<string, number>();
  let all = 0;
  for (const line of lines) {
    all += line.text.length;
    const font = line.block.style?.fontEastAsia;
    if (font !== undefined) weights.set(font, (weights.get(font) ?? 0) + line.text.length);
  }
  for (const [font, weight] of weights) if (weight > all / 2) return font;
  return null;
};

const otherFont = (line: Line, bodyFont: string | null): boolean => {
  const font = line.block.style?.fontEastAsia;
  return bodyFont !== null && font !== undefined && font !== bodyFont && /黑|楷|标宋|SimHei|KaiTi|Hei|Kai/u.test(font);
};

const shareOf = (lines: readonly Line[], test: (line: Line) => boolean): number => {
  const all = lines.reduce((sum, line) => sum + line.text.length, 0);
  return all === 0 ? 0 : lines.reduce((sum, line) => sum + (test(line) ? line.text.length : 0), 0) / all;
};
