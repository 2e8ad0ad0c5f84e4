import type { Inline, Reply, ReplyAction, RichText } from '../../core/reply.ts';
import type { Figure } from '../../core/report-result.ts';
import type { Answer, AnswerLine, AskedReport, SectionRef } from '../summary/answer.ts';
import { sayOfAnswers } from './answer-wording.ts';
import { type ListItem, reply } from './card-parts.ts';
import { type BlockInput, changeBlocks } from './change-blocks.ts';
import { figureTexts } from './figure-texts.ts';
import { createPlaces } from './place.ts';
import { shorten } from './quote.ts';
import { figureText } from './summary-folds.ts';

export interface AnswerView {
  readonly revisionId: string;
  readonly fileName: string;
  /** 第 n 稿. */
  readonly version: number;
  /** Whose report it is; null: of the one who asks. */
  readonly owner: string | null;
  readonly report: AskedReport;
  readonly answer: Answer;
  /** The answer in a model's words, held against the text; null: the text's own words only. */
  readonly byModel: string | null;
}

type TextAnswer = Extract<Answer, { readonly lines: unknown }>;

const figuresShown = 12;
const buttonsShown = 10;

/** The answer to a question about one report: which report, what it says and where it stands. */
export const answerCard = (view: AnswerView): Reply =>
  reply({
    tone: 'info',
    title: sayOfAnswers.title(view.report.result.title ?? view.fileName, view.version),
    subtitle: view.owner === null ? sayOfAnswers.own : sayOfAnswers.ownersOf(view.owner),
    blocks: blocksOf(view),
  });

const blocksOf = (view: AnswerView): BlockInput[] => {
  const { answer } = view;
  switch (answer.kind) {
    case 'several':
      return answer.parts.flatMap((part, index) => [
        ...(index === 0 ? [] : [{ kind: 'divider' } as const]),
        ...blocksOf({ ...view, answer: part }),
      ]);
    case 'gaps':
      return gapBlocks(answer);
    case 'pairs':
      return [head(sayOfAnswers.pairs), { kind: 'list', items: answer.pairs.map(pairItem) }, sourceLine];
    case 'changes':
      return changeBlocks(answer.changes);
    case 'absent': {
      const part = sayOfAnswers.parts[answer.part];
      const lead = part === undefined ? sayOfAnswers.notTold(answer.part) : sayOfAnswers.absent(part);
      return [text([lead]), ...choiceBlocks(view, answer.choices)];
    }
    case 'unclear': {
      const lead = answer.choices.length === 0 ? sayOfAnswers.unclearBare : sayOfAnswers.unclear;
      return [{ kind: 'text', text: [lead] }, ...choiceBlocks(view, answer.choices)];
    }
    default:
      return [
        ...byModelBlocks(view),
        ...textBlocks(view.report, answer),
        ...(answer.kind === 'contents' ? [] : [sourceLine]),
      ];
  }
};

/** A problem, and below it the plan that answers it or that none was seen. */
const pairItem = ({ problem, plan }: Extract<Answer, { readonly kind: 'pairs' }>['pairs'][number]): ListItem => ({
  ...lineItem(problem),
  detail: plan === null ? [sayOfAnswers.noPlan] : ['→ ', ...lineItem(plan).text],
});

/** Parts that are missing and numbers that were left blank, each with its reason or place. */
const gapBlocks = ({ missing, blanks }: Extract<Answer, { readonly kind: 'gaps' }>): BlockInput[] => {
  const blocks: BlockInput[] = [];
  if (missing.length > 0) {
    const items = missing.map(({ name, why }) => ({ text: [name, ' ', { faint: why }] }));
    blocks.push({ kind: 'list', heading: sayOfAnswers.missingParts(missing.length), tone: 'warn', items });
  }
  if (blanks.length > 0) {
    const items = blanks.map(({ figure, place }) => ({
      text: [figureText(figure), ' ', { faint: `（${spokenPlace(place)}）` }],
    }));
    blocks.push({ kind: 'list', heading: sayOfAnswers.blankNumbers(blanks.length), tone: 'warn', items });
  }
  return blocks.length === 0 ? [text([sayOfAnswers.nothingMissing])] : blocks;
};

const byModelBlocks = ({ byModel }: AnswerView): BlockInput[] =>
  byModel === null
    ? []
    : [
        { kind: 'text', text: [byModel] },
        { kind: 'text', text: [{ faint: sayOfAnswers.byModel }] },
        { kind: 'divider' },
      ];

const sourceLine: BlockInput = { kind: 'text', text: [{ faint: sayOfAnswers.extracted }] };

const textBlocks = (report: AskedReport, answer: TextAnswer): BlockInput[] => {
  switch (answer.kind) {
    case 'section':
      return answer.sections.flatMap((section) => sectionBlocks(section, answer));
    case 'contents':
      return [head(sayOfAnswers.contents), { kind: 'list', items: contentsItems(answer.sections) }];
    case 'summary':
      return [
        head(sayOfAnswers.summary),
        ...(report.result.summary.gist === '' ? [] : [text([report.result.summary.gist])]),
        { kind: 'list', items: summaryItems(report) },
        ...numbersLine(answer.figures, []),
      ];
    case 'author':
      return [head(sayOfAnswers.author), { kind: 'list', items: answer.lines.map(lineItem) }];
    case 'passage':
      return [
        head(answer.withoutNumber === true ? sayOfAnswers.withoutNumber : sayOfAnswers.passage),
        { kind: 'list', items: answer.lines.map(lineItem) },
      ];
    case 'figure':
      return [
        ...figureTexts(answer.figures).map((words) => text([{ bold: words }, ...dayOf(answer.figures)])),
        { kind: 'list', items: answer.lines.map(lineItem) },
      ];
    case 'figures':
      return figuresBlocks(report, answer);
  }
};

const text = (words: RichText): BlockInput => ({ kind: 'text', text: [...words] });
const head = (words: string): BlockInput => text([{ bold: words }]);

const sectionBlocks = (section: SectionRef, answer: TextAnswer): BlockInput[] => {
  const within = (span: { readonly start: number; readonly end: number }) =>
    span.start >= section.start && span.end <= section.end;
  const lines = answer.lines.filter(within);
  return [
    head(headingOf(section)),
    lines.length === 0
      ? text([sayOfAnswers.nothing])
      : { kind: 'list', numbered: lines.length > 1, items: lines.map(lineItem) },
    ...numbersLine(answer.figures.filter(within), lines),
  ];
};

/** 二、（三）建章立制; an unnumbered heading stands without quotation marks. */
const headingOf = ({ path, title }: SectionRef): string => `${path.replace(/“[^”]*”$/u, '')}${title}`;

const lineItem = (line: AnswerLine): ListItem => ({
  text: [line.text, ' ', { faint: `（${spokenPlace(line.place)}）` }],
});

/** 三、（二）第1段 as people say it: 第三部分（二）第1段. */
export const spokenPlace = (place: string): string => place.replace(/^([一二三四五六七八九十]+)、/u, '第$1部分');

/** The figures that the lines above do not show already. */
const numbersLine = (all: readonly Figure[], lines: readonly AnswerLine[]): BlockInput[] => {
  const figures = all.filter((figure) => !lines.some((line) => line.start <= figure.start && figure.end <= line.end));
  if (figures.length === 0) return [];
  const texts = figureTexts(figures);
  const rest = texts.length - figuresShown;
  const shown = texts.slice(0, figuresShown).join('；');
  const label = figures.length < all.length ? sayOfAnswers.otherNumbers : sayOfAnswers.numbers;
  return [text([{ bold: label }, shown, ...(rest > 0 ? [sayOfAnswers.moreNumbers(rest)] : [])])];
};

/** 截至11月底, when every figure of the answer is of that day. */
const dayOf = (figures: readonly Figure[]): Inline[] => {
  const days = new Set(figures.map(({ asOf }) => asOf ?? ''));
  const [day = ''] = days;
  return days.size !== 1 || day === '' ? [] : [{ faint: `　${day}` }];
};

const contentsItems = (sections: readonly SectionRef[]): ListItem[] => {
  const top = sections.filter((section) => !sections.some((outer) => contains(outer, section)));
  return top.map((section) => {
    const inner = sections.filter((candidate) => contains(section, candidate));
    const direct = inner.filter((candidate) => !inner.some((outer) => contains(outer, candidate)));
    const item: ListItem = { text: [headingOf(section)] };
    if (direct.length === 0) return item;
    const names = direct.map(
      (child) => `${child.path.slice(section.path.length).replace(/“[^”]*”$/u, '')}${child.title}`,
    );
    return { ...item, detail: [names.map((name) => shorten(name, 30)).join('　')] };
  });
};

const contains = (outer: SectionRef, inner: SectionRef): boolean =>
  outer !== inner && inner.path !== outer.path && inner.path.startsWith(outer.path) && outer.start <= inner.start;

const summaryItems = ({ result }: AskedReport): ListItem[] =>
  result.summary.sections.map((section) => {
    const heading = section.number === null || section.title.startsWith(section.number) ? '' : section.number;
    const gist = section.gist === '' || section.gist === section.title ? [] : [' ', shorten(section.gist, 90)];
    return { text: [{ bold: `${heading}${section.title}` }, ...gist] };
  });

const figuresBlocks = (report: AskedReport, answer: TextAnswer): BlockInput[] => {
  const { text: words, result } = report;
  const placeOf = createPlaces({ text: words, outline: result.outline, title: result.title });
  const blank = answer.figures.filter((figure) => figure.state === 'blank');
  const sound = answer.figures.filter((figure) => figure.state !== 'blank');
  const blocks: BlockInput[] = [];
  for (const section of answer.sections) {
    const inside = sound.filter((figure) => figure.start >= section.start && figure.end <= section.end);
    if (inside.length === 0) continue;
    blocks.push(head(headingOf(section)), text([figureTexts(inside).join('；')]));
  }
  if (blank.length > 0) {
    const items = blank.map((figure) => ({
      text: [figureText(figure), ' ', { faint: `（${spokenPlace(placeOf(figure.start))}）` }],
    }));
    blocks.push({ kind: 'list', heading: sayOfAnswers.blankNumbers(blank.length), tone: 'warn', items });
  }
  if (blocks.length === 0) blocks.push(text([sayOfAnswers.noNumbers]));
  return blocks;
};

/** A button for every section, and for the whole. */
const choiceBlocks = ({ revisionId }: AnswerView, choices: readonly SectionRef[]): BlockInput[] => {
  const sections = choices
    .slice(0, buttonsShown)
    .map((section) => askButton(revisionId, headingOf(section), section.start));
  const whole: ReplyAction = {
    id: 'ask',
    label: sayOfAnswers.summary,
    style: 'default',
    value: { revision: revisionId, words: sayOfAnswers.summary },
  };
  const rest = choices.length - buttonsShown;
  return [
    { kind: 'actions', actions: [...sections, whole] },
    ...(rest > 0 ? [text([{ faint: sayOfAnswers.moreSections(rest) }])] : []),
  ];
};

const askButton = (revisionId: string, heading: string, start: number): ReplyAction => ({
  id: 'ask',
  label: shorten(heading, 16),
  style: 'default',
  value: { revision: revisionId, at: String(start) },
});
