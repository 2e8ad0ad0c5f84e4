import type { Figure } from '../../../core/report-result.ts';
import type { Span } from '../../../core/span.ts';
import { sentenceAround } from './figures-named.ts';
import type { Question } from './question.ts';
import type { AskedReport, ReportView, ViewedSection } from './report-view.ts';
import { sectionsAt, sectionsOfRoles } from './section-choice.ts';
import { bare, coverage, namedBeside, wantedIn } from './words.ts';

const sureOfSubject = 0.5;
const ofFigures = /数字|数据|数值|指标|关键|重要|所有|全部|都有|清单|汇总|列表|相关/gu;

/** The figures a question asks for: of the sections addressed or of a part, on a subject (养老有什么数字), else all. */
export const figuresAsked = (
  question: Extract<Question, { ask: 'figures' }>,
  report: AskedReport,
  view: ReportView,
): { readonly sections: readonly ViewedSection[]; readonly figures: readonly Figure[] } => {
  const sections =
    question.steps.length > 0
      ? sectionsAt(view, question.steps, question.roles)
      : question.roles.length > 0
        ? sectionsOfRoles(view, question.roles)
        : [];
  const figures = sections.length > 0 ? figuresWithin(report, sections) : allFigures(report);
  if (question.only === 'blank') return { sections, figures: figures.filter(({ state }) => state === 'blank') };
  const subject = wantedIn(namedBeside(question.words.replace(ofFigures, ' ')));
  if (subject.size < 3 || sections.length > 0) return { sections, figures };
  const titled = view.all.filter(({ title }) => coverage(subject, bare(title)) >= sureOfSubject);
  return {
    sections,
    figures: figures.filter(
      (figure) =>
        titled.some(({ start, end }) => start <= figure.start && figure.end <= end) ||
        coverage(subject, bare(`${figure.what ?? ''}${sentenceAround(report.text, figure).text}`)) >= sureOfSubject,
    ),
  };
};

export const allFigures = (report: AskedReport): Figure[] =>
  report.result.summary.sections.flatMap((section) => section.figures);

export const figuresWithin = (report: AskedReport, sections: readonly Span[]): Figure[] =>
  allFigures(report).filter((figure) =>
    sections.some((section) => figure.start >= section.start && figure.end <= section.end),
  );
