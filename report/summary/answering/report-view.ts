import type { ReportResult, SummarySection } from '../../../core/report-result.ts';
import type { Span } from '../../../core/span.ts';

/** What answers are given about: a stored result and the text it was made from. */
export interface AskedReport {
  readonly result: ReportResult;
  readonly text: string;
}

/** A section as people point at it. */
export interface SectionRef extends Span {
  /** 二、（三） or “反思不足”: where it stands. */
  readonly path: string;
  readonly title: string;
}

export interface ViewedSection extends SectionRef {
  readonly level: number;
  readonly number: string | null;
  readonly roles: readonly string[];
  readonly mode: 'block' | 'run-in' | 'inline';
  readonly parent: ViewedSection | null;
  readonly children: ViewedSection[];
}

/** The outline with its unheaded parts, nested and in order. */
export interface ReportView {
  readonly all: readonly ViewedSection[];
  /** Top-level sections, unheaded problems and plans among them. */
  readonly top: readonly ViewedSection[];
}

type Entry = Omit<ViewedSection, 'path' | 'parent' | 'children'>;

export const viewOf = ({ result }: AskedReport): ReportView => {
  const entries: Entry[] = [
    ...result.outline.map((entry) => ({ ...entry, roles: entry.roles ?? [] })),
    ...result.summary.sections
      .filter((section) => isUnheaded(section, result))
      .map(
        (section): Entry => ({
          level: 1,
          number: null,
          title: section.title,
          roles: section.roles,
          mode: 'inline',
          start: section.start,
          end: section.end,
        }),
      ),
    ...result.summary.sections.flatMap((section) => leadsOf(section, result)),
  ].sort((a, b) => a.start - b.start || a.level - b.level);
  const all: ViewedSection[] = [];
  const open: ViewedSection[] = [];
  for (const entry of entries) {
    while ((open.at(-1)?.level ?? 0) >= entry.level) open.pop();
    const parent = open.at(-1) ?? null;
    const label = entry.number ?? `“${entry.title.slice(0, 12)}”`;
    const section: ViewedSection = { ...entry, parent, children: [], path: `${parent?.path ?? ''}${label}` };
    parent?.children.push(section);
    all.push(section);
    open.push(section);
  }
  return { all, top: all.filter((section) => section.parent === null) };
};

/** Words that open paragraphs where no heading stands: 德的方面：…. Each reaches to the next. */
const leadsOf = (section: SummarySection, result: ReportResult): Entry[] => {
  const headed = result.outline.find((entry) => entry.start === section.start);
  if (result.outline.some((entry) => entry.start > section.start && entry.end <= section.end)) return [];
  const leads = section.points.filter((point) => point.kind === 'heading');
  const level = headed === undefined && section.roles.length === 0 ? 1 : 2;
  return leads.map((lead, at) => ({
    level,
    number: null,
    title: lead.text,
    roles: [],
    mode: 'run-in',
    start: lead.start,
    end: leads[at + 1]?.start ?? section.end,
  }));
};

const isUnheaded = (section: SummarySection, result: ReportResult): boolean =>
  section.number === null &&
  section.roles.length > 0 &&
  !result.outline.some((entry) => entry.level === 1 && entry.start === section.start);

export const refOf = ({ path, title, start, end }: ViewedSection): SectionRef => ({ path, title, start, end });
