import type { ReplyBlock } from '../../core/reply.ts';
import type { Figure, ReportSummary } from '../../core/report-result.ts';
import type { ListItem } from './card-parts.ts';
import { shorten } from './quote.ts';
import { say } from './wording.ts';

const SECTIONS_SHOWN = 15;
const FIGURES_PER_SECTION = 4;
const FIGURES_SHOWN = 20;
const GIST_LENGTH = 90;

/** 分段摘要: the whole in one line, then a line per section with its key figures below. */
export const summaryFold = (summary: ReportSummary): ReplyBlock[] => {
  const sections = summary.sections.slice(0, SECTIONS_SHOWN);
  if (summary.gist === '' && sections.length === 0) return [];
  const items = sections.map((section): ListItem => {
    const text: ListItem['text'] = [{ bold: headingOf(section.number, section.title) }];
    if (section.gist !== '' && section.gist !== section.title) text.push(' ', shorten(section.gist, GIST_LENGTH));
    const figures = section.figures.slice(0, FIGURES_PER_SECTION).map(figureText);
    return figures.length === 0 ? { text } : { text, detail: [figures.join('；')] };
  });
  return [
    {
      kind: 'fold',
      title: say.summaryFold,
      open: false,
      blocks: [
        ...(summary.gist === '' ? [] : [{ kind: 'text' as const, text: [summary.gist] }]),
        ...(items.length === 0 ? [] : [{ kind: 'list' as const, tone: 'plain' as const, numbered: false, items }]),
      ],
    },
  ];
};

/** 数字 n 个: every key figure with what it counts; blank and doubtful ones are named as such. */
export const figuresFold = (summary: ReportSummary): ReplyBlock[] => {
  const figures = summary.sections.flatMap((section) => section.figures);
  if (figures.length === 0) return [];
  const text = figures.slice(0, FIGURES_SHOWN).map(figureText).join('；');
  const rest = figures.length - FIGURES_SHOWN;
  return [
    {
      kind: 'fold',
      title: say.figuresFold(figures.length),
      open: false,
      blocks: [{ kind: 'text', text: rest > 0 ? [`${text}；`, { faint: say.andMoreFigures(rest) }] : [text] }],
    },
  ];
};

const headingOf = (number: string | null, title: string): string =>
  number === null || title.startsWith(number) ? title : `${number}${title}`;

export const figureText = (figure: Figure): string => {
  const { state, text } = figure;
  const counted = figure.what ?? '';
  const told = counted.includes(text);
  // What a blank stands in holds the blank: 争取资金  万元.
  if (state === 'blank' && told) return `${counted.trim()}${say.figureBlank}`;
  const what = told ? '' : counted;
  const mark = state === 'blank' ? say.figureBlank : state === 'doubtful' ? say.figureDoubtful : '';
  return `${what}${text}${mark}`;
};
