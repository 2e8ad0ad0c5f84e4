import type { Finding, Severity } from '../../core/finding.ts';
import type { LeafBlock, Reply, ReplyBlock } from '../../core/reply.ts';
import type { ReportResult } from '../../core/report-result.ts';
import {
  annotatedCopyButton,
  finalButton,
  findingWriter,
  fullListButton,
  type ListItem,
  recheckButton,
  reply,
  returnButton,
  waiveButton,
} from './card-parts.ts';
import { type DeadlineView, deadlineLine } from './deadline-line.ts';
import { toldOnce } from './finding-words.ts';
import { shorten } from './quote.ts';
import { type SharedView, sharedBlocks } from './shared-cards.ts';
import { figuresFold, summaryFold } from './summary-folds.ts';
import type { VersionComparison } from './version-comparison.ts';
import { say } from './wording.ts';

const MUST_OPEN = 8;
const MUST_FOLDED = 25;
const SHOULD_SHOWN = 12;
const HINTS_SHOWN = 8;
const WAIVED_SHOWN = 12;

export interface ResultCardInput {
  readonly revisionId: string;
  readonly fileName: string;
  /** 1 for the first draft. */
  readonly version: number;
  readonly result: ReportResult;
  readonly text: string;
  readonly comparison: VersionComparison | null;
  readonly deadline: DeadlineView | null;
  /** Absent outside of a collection: then nobody can mark it or send it back. */
  readonly standing?: VersionStanding | null;
  /** Another member whose name it bears; absent where it is its author's own or nobody's. */
  readonly signedBy?: string | null;
  /** What it shares with other reports; nothing is said without. */
  readonly shared?: SharedView;
  readonly now: Date;
}

/** What people said of a version: the author that it is final, an organiser why it goes back. */
export interface VersionStanding {
  readonly final: boolean;
  /** The reason; null when it was not sent back. */
  readonly returned: string | null;
}

/** The answer to an upload: fit to hand in or not, what is missing, what to mend first; the rest folded. */
export const resultCard = (input: ResultCardInput): Reply => {
  const { result } = input;
  if (result.kind === null) return notReportCard(input);
  const missing = result.missing.filter((part) => part.severity !== 'hint');
  const must = bySeverity(result, 'must');
  const should = bySeverity(result, 'should');
  const clean = missing.length + must.length + should.length === 0;
  const bad = must.length > 0 || missing.some((part) => part.severity === 'must');
  return reply({
    tone: bad ? 'bad' : clean ? 'good' : 'warn',
    title: [result.kind.name, result.period === null ? null : say.year(result.period), say.version(input.version)]
      .filter((part) => part !== null)
      .join(' · '),
    subtitle: subtitleOf(input),
    tags: [
      bad
        ? { text: say.tagBad(missing.length, must.length), tone: 'bad' }
        : clean
          ? { text: say.tagGood, tone: 'good' }
          : { text: say.tagFair(should.length + missing.length), tone: 'warn' },
      ...standingTags(input.standing),
    ],
    blocks: [
      ...returnedBlocks(input.standing),
      ...comparisonBlocks(input.comparison),
      ...(input.signedBy == null ? [] : [{ kind: 'text' as const, text: [{ faint: say.signedBy(input.signedBy) }] }]),
      facts(result, must.length, should.length),
      ...(clean ? [{ kind: 'text' as const, text: [{ tinted: say.allGood, tone: 'good' as const }] }] : []),
      ...missingBlocks(missing),
      ...findingBlocks(input, must),
      ...(input.shared === undefined ? [] : sharedBlocks(input.shared)),
      ...folds(input, should),
      ...deadlineBlocks(input),
      { kind: 'actions', actions: buttons(input) },
    ],
  });
};

const notReportCard = (input: ResultCardInput): Reply =>
  reply({
    tone: 'info',
    title: shorten(input.result.title ?? input.fileName, 40),
    subtitle: `${shorten(input.fileName, 40)} ｜ ${say.count(input.result.characters)} 字`,
    blocks: [
      { kind: 'text', text: [say.notReport] },
      { kind: 'text', text: [{ faint: say.notReportAdvice }] },
      ...deadlineBlocks(input),
      { kind: 'actions', actions: buttons(input) },
    ],
  });

const bySeverity = (result: ReportResult, severity: Severity): Finding[] =>
  result.findings.filter((finding) => finding.severity === severity);

const subtitleOf = ({ result, fileName }: ResultCardInput): string => {
  const who = [result.author?.unit, result.author?.post].filter((part) => part != null && part !== '').join('');
  const name = result.author?.name ?? '';
  return [`${who}${who !== '' && name !== '' ? ' ' : ''}${name}`, shorten(fileName, 40)]
    .filter((part) => part !== '')
    .join(' ｜ ');
};

const comparisonBlocks = (comparison: VersionComparison | null): ReplyBlock[] => {
  if (comparison === null) return [];
  const { before, mended, left, added, sameText = false } = comparison;
  if (sameText) return [{ kind: 'text', text: [{ tinted: say.sameText, tone: 'warn' }] }];
  if (before + added === 0) return [];
  return [{ kind: 'text', text: [{ bold: say.comparison(before, mended, left, added) }] }];
};

const facts = (result: ReportResult, must: number, should: number): ReplyBlock => {
  const { present, required } = result.parts;
  return {
    kind: 'facts',
    facts: [
      { label: say.characters, value: say.count(result.characters), tone: 'plain' },
      { label: say.parts, value: `${present}/${required}`, tone: present < required ? 'bad' : 'good' },
      { label: say.must, value: String(must), tone: must > 0 ? 'bad' : 'good' },
      { label: say.should, value: String(should), tone: should > 0 ? 'warn' : 'good' },
    ],
  };
};

/** Parts that must be there with the reason, the others in one line: the first screen of a phone is small. */
const missingBlocks = (missing: ReportResult['missing']): ReplyBlock[] => {
  if (missing.length === 0) return [];
  const must = missing.filter((part) => part.severity === 'must');
  const others = missing.filter((part) => part.severity !== 'must').map((part) => part.name);
  const items = must.map((part): ListItem => ({ text: [{ bold: part.name }], detail: [part.why] }));
  if (others.length > 0) items.push({ text: [{ faint: say.missingShould }, others.join('、')] });
  const tone = must.length > 0 ? 'bad' : 'warn';
  return [{ kind: 'list', heading: say.missing(missing.length), tone, numbered: false, items }];
};

/** The first few openly, the others folded: a phone's first screen is for what to mend first. */
const findingBlocks = (input: ResultCardInput, must: readonly Finding[]): ReplyBlock[] => {
  if (must.length === 0) return [];
  const lines = toldOnce(must);
  const open = lines.length <= MUST_OPEN + 2 ? lines.length : MUST_OPEN;
  const list: ReplyBlock = {
    kind: 'list',
    heading: say.mustList(must.length),
    tone: 'bad',
    numbered: true,
    items: lines.slice(0, open).map(findingWriter(input.result, input.text, { basis: false })),
  };
  const rest = lines.slice(open).flatMap(({ alike = [], ...finding }) => [finding, ...alike]);
  return [list, ...foldOf(input, say.mustRest(rest.length), rest, MUST_FOLDED)];
};

/** A fold of at most `limit` findings after the lines of `first`; what is beyond is counted. Nothing for nothing. */
const foldOf = (
  input: ResultCardInput,
  title: string,
  findings: readonly Finding[],
  limit: number,
  first: readonly ListItem[] = [],
): ReplyBlock[] => {
  if (findings.length + first.length === 0) return [];
  const lines = toldOnce(findings);
  const shown = lines.slice(0, limit);
  const items = [...first, ...shown.map(findingWriter(input.result, input.text, { basis: false }))];
  const blocks: LeafBlock[] = [{ kind: 'list', tone: 'plain', numbered: false, items }];
  const rest = findings.length - shown.reduce((sum, { alike = [] }) => sum + 1 + alike.length, 0);
  if (rest > 0) blocks.push({ kind: 'text', text: [{ faint: say.andMore(rest) }] });
  return [{ kind: 'fold', title, open: false, blocks }];
};

const folds = (input: ResultCardInput, should: readonly Finding[]): ReplyBlock[] => {
  const hints = bySeverity(input.result, 'hint');
  return [
    ...foldOf(input, say.shouldFold(should.length), should, SHOULD_SHOWN),
    ...foldOf(input, say.hintFold(hints.length), hints, HINTS_SHOWN),
    ...summaryFold(input.result.summary),
    ...figuresFold(input.result.summary),
    ...waivedFold(input),
  ];
};

const waivedFold = (input: ResultCardInput): ReplyBlock[] => {
  const { waived = [], waivedParts = [] } = input.result;
  const parts = waivedParts.map(({ name, severity }) => ({ text: [{ faint: say.severityOfPart[severity] }, name] }));
  return foldOf(input, say.waived(waived.length + parts.length), waived, WAIVED_SHOWN, parts);
};

const deadlineBlocks = (input: ResultCardInput): ReplyBlock[] =>
  input.deadline === null ? [] : [{ kind: 'divider' }, { kind: 'text', text: deadlineLine(input.deadline, input.now) }];

const standingTags = (standing: ResultCardInput['standing']): Reply['tags'] => {
  if (standing == null) return [];
  if (standing.returned !== null) return [{ text: say.tagReturned, tone: 'bad' }];
  return standing.final ? [{ text: say.tagFinal, tone: 'good' }] : [];
};

const returnedBlocks = (standing: ResultCardInput['standing']): ReplyBlock[] =>
  standing?.returned == null
    ? []
    : [{ kind: 'text', text: [{ tinted: say.returnedBecause(standing.returned), tone: 'bad' }] }];

const buttons = ({ result, revisionId, standing }: ResultCardInput) => {
  const { findings, missing, waived = [], waivedParts = [] } = result;
  const some = findings.length > 0;
  const waivable = [findings, missing, waived, waivedParts].some((list) => list.length > 0);
  const mayStand = standing != null && result.kind !== null;
  return [
    ...(some ? [annotatedCopyButton(revisionId), fullListButton(revisionId)] : []),
    ...(waivable ? [waiveButton(revisionId)] : []),
    ...(mayStand && standing.returned === null
      ? [finalButton(revisionId, standing.final), returnButton(revisionId)]
      : []),
    recheckButton(revisionId),
  ];
};
