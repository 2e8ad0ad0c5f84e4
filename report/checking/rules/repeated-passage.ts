import type { Section } from '../../../core/report-structure.ts';
import type { Span } from '../../../core/span.ts';
import type { Remark, Rule, RuleInput } from '../rule.ts';
import { everySection } from '../sections.ts';

/** A sentence of this many characters said twice is a mishap, half of it may be a refrain. */
const mishap = 60;
const refrain = 32;

export const rule: Rule = {
  meta: {
    id: 'repeated-passage',
    title: '文内语句重复',
    basis: null,
    severity: 'should',
    examples: {
      good: ['认真落实各项部署。认真落实各项部署。', '一、抓学习\n加强学习。\n二、抓作风\n改进作风。'],
      bad: [
        {
          text: `一、工作\n${'坚持把落实重点任务摆在突出位置，建立清单台账，明确责任分工，逐项跟踪问效，推动各项任务按照时间节点落地见效，群众满意度不断提升。'}\n二、成效\n${'坚持把落实重点任务摆在突出位置，建立清单台账，明确责任分工，逐项跟踪问效，推动各项任务按照时间节点落地见效，群众满意度不断提升。'}`,
          found: [
            '坚持把落实重点任务摆在突出位置，建立清单台账，明确责任分工，逐项跟踪问效，推动各项任务按照时间节点落地见效，群众满意度不断提升。',
          ],
        },
        {
          text: '一、工作\n（一）紧抓学习，筑牢拒腐防变的思想防线。认真开展教育，提升思想认识，筑牢拒腐防变的思想防线。\n（二）抓作风。改进作风。',
          found: ['筑牢拒腐防变的思想防线。'],
        },
        {
          text: '一、政治建设\n一是带头遵守政治纪律和政治规矩。坚定立场。二是加强学习。每周学习。三是严守党的政治纪律和政治规矩。严格要求。',
          found: ['一是带头遵守政治纪律和政治规矩。'],
        },
      ],
    },
  },
  check: (input) => [...sentencesTwice(input), ...headingsAgain(input), ...pointsAlike(input)],
};

/** More repeated sentences than this are told as one: a whole part was pasted twice. */
const many = 5;

function* sentencesTwice(input: RuleInput): Iterable<Remark> {
  const repeats = [...repeatedSentences(input)];
  const [first, ...others] = repeats;
  if (first === undefined || repeats.length <= many) {
    yield* repeats;
    return;
  }
  yield {
    ...first,
    severity: 'should',
    message: `有 ${repeats.length} 句与前面一字不差，像是整段贴了两遍，请核对`,
    also: others.map(({ start, end }) => ({ start, end })),
  };
}

function* repeatedSentences({ index, text }: RuleInput): Iterable<Remark> {
  const seen = new Map<string, Span>();
  for (const sentence of index.sentences) {
    if (sentence.end - sentence.start < refrain) continue;
    const words = text.slice(sentence.start, bareEnd(text, sentence));
    const before = seen.get(words);
    if (before === undefined) {
      seen.set(words, sentence);
      continue;
    }
    yield {
      start: sentence.start,
      end: Math.min(sentence.end, sentence.start + 70),
      also: [{ start: before.start, end: before.end }],
      severity: words.length >= mishap ? 'should' : 'hint',
      message: '这一句与前面一字不差，请删去一处或改写',
    };
  }
}

/** The end of a sentence without the marks and spaces that close it. */
const bareEnd = (text: string, { start, end }: Span): number => {
  let last = end;
  while (last > start && /[。；！\s]/.test(text[last - 1] ?? '')) last -= 1;
  return last;
};

/** The last clause of a passage that only says its heading again. */
function* headingsAgain({ structure, text }: RuleInput): Iterable<Remark> {
  for (const section of everySection(structure.sections)) {
    if (section.children.length > 0) continue;
    const clauses = section.title.split(/[，。；]/).filter((clause) => clause.length >= 10);
    const body = text.slice(section.heading.end, section.end).trimEnd();
    for (const clause of clauses) {
      if (!body.replace(/[。！]$/, '').endsWith(clause)) continue;
      const end = section.heading.end + body.length;
      const start = end - clause.length - (/[。！]$/.test(body) ? 1 : 0);
      yield { start, end, severity: 'hint', message: '段末又把本段小标题说了一遍，可以删去' };
    }
  }
}

/** Titles that share so many characters say nearly the same, unless both are far longer than that. */
const shared = 9;

/** Points of one section whose titles say nearly the same. */
function* pointsAlike({ structure }: RuleInput): Iterable<Remark> {
  const lists = [structure.sections, ...[...everySection(structure.sections)].map(({ children }) => children)];
  for (const siblings of lists) {
    const said: FirstSaid = { anywhere: new Map(), inShort: new Map() };
    for (const section of siblings) {
      const twin = firstAlike(section, said);
      if (twin === null) continue;
      yield {
        start: twin.heading.start,
        end: Math.min(twin.heading.end, twin.heading.start + 30),
        also: [{ start: section.heading.start, end: section.heading.end }],
        severity: 'hint',
        message: `与“${section.number ?? ''}${section.title}”说的是同一件事，可以合并`,
      };
    }
  }
}

/** By the characters shared: the first section whose title has them, and the first with a short title. */
interface FirstSaid {
  readonly anywhere: Map<string, Section>;
  readonly inShort: Map<string, Section>;
}

/** The first sibling so far that says nearly the same; the section itself is added to what was said. */
const firstAlike = (section: Section, said: FirstSaid): Section | null => {
  const short = section.title.length <= 2 * shared;
  const before = short ? said.anywhere : said.inShort;
  let twin: Section | null = null;
  for (const run of runsOf(section.title)) {
    const other = before.get(run);
    if (other !== undefined && other !== section && (twin === null || other.start < twin.start)) twin = other;
    if (!said.anywhere.has(run)) said.anywhere.set(run, section);
    if (short && !said.inShort.has(run)) said.inShort.set(run, section);
  }
  return twin;
};

const runsOf = (title: string): string[] =>
  Array.from({ length: Math.max(0, title.length - shared + 1) }, (_, at) => title.slice(at, at + shared));
