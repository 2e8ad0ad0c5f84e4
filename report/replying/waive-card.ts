import { createHash } from 'node:crypto';
import type { Finding, MissingPart, Severity } from '../../core/finding.ts';
import type { Reply, ReplyAction, ReplyBlock } from '../../core/reply.ts';
import type { ReportResult } from '../../core/report-result.ts';
import { setAside, type WaivedPhrase, waivedPart, waivedPhrase, waiverName } from '../checking/waiving.ts';
import { reply } from './card-parts.ts';
import { createPlaces } from './place.ts';
import { quoteOf, shorten } from './quote.ts';
import { say } from './wording.ts';

const PER_PAGE = 20;
const ORDER: readonly Severity[] = ['must', 'should', 'hint'];

/** What one waiver would set aside: findings alike, or a missing part. `key` stands for it in a form. */
export interface WaivableGroup extends WaivedPhrase {
  readonly key: string;
  readonly findings: readonly Finding[];
  readonly part: MissingPart | null;
}

/** What can be waived and what can be taken back, the gravest first, each phrase once. */
export const waivable = (
  result: ReportResult,
  text: string,
  waivers: readonly WaivedPhrase[],
): { readonly open: WaivableGroup[]; readonly waived: WaivableGroup[] } => {
  const { kind, missing, waivedParts = [], findings, waived = [] } = setAside(result, waivers, text);
  const kindId = kind?.id ?? '';
  return {
    open: grouped({ kindId, parts: missing, findings }, text),
    waived: grouped({ kindId, parts: waivedParts, findings: waived }, text),
  };
};

/** 这不是问题…: a form to choose from, a page at a time, and one to take back what was chosen before. */
export const waiveCard = (input: {
  readonly revisionId: string;
  readonly fileName: string;
  readonly result: ReportResult;
  readonly text: string;
  readonly waivers: readonly WaivedPhrase[];
  /** From 0; beyond the last one it is the last one. */
  readonly page: number;
}): Reply => {
  const { open, waived } = waivable(input.result, input.text, input.waivers);
  const label = labelsOf(input.result, input.text);
  const pages = Math.max(1, Math.ceil(open.length / PER_PAGE));
  const page = Math.min(Math.max(0, input.page), pages - 1);
  const value = { revision: input.revisionId, page: String(page) };
  const shown = open.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  const form = (id: 'waive' | 'unwaive', groups: readonly WaivableGroup[], heading: string): ReplyBlock => ({
    kind: 'form',
    id,
    fields: [
      {
        kind: 'choice',
        name: 'findings',
        label: heading,
        multiple: true,
        required: true,
        options: groups.map((group) => ({ value: group.key, label: label(group) })),
      },
    ],
    submit: { id, style: 'default', label: id === 'waive' ? say.waiveSubmit : say.unwaiveSubmit, value },
  });
  const turn = (to: number, words: string): ReplyAction[] =>
    to < 0 || to >= pages
      ? []
      : [{ id: 'waive-page', label: words, style: 'default', value: { ...value, page: String(to) } }];
  const turns = [...turn(page - 1, say.pageBefore), ...turn(page + 1, say.pageAfter)];
  return reply({
    tone: 'info',
    title: say.waiveTitle(input.fileName),
    blocks: [
      { kind: 'text', text: [shown.length > 0 ? say.waiveHow : say.waiveNothing] },
      ...(shown.length > 0 ? [form('waive', shown, say.waiveChoose(open.length, page + 1, pages))] : []),
      ...(turns.length > 0 ? [{ kind: 'actions' as const, actions: turns }] : []),
      ...(waived.length > 0
        ? [{ kind: 'divider' as const }, form('unwaive', waived.slice(0, PER_PAGE), say.waivedChoose(waived.length))]
        : []),
    ],
  });
};

const grouped = (
  given: { readonly kindId: string; readonly parts: readonly MissingPart[]; readonly findings: readonly Finding[] },
  text: string,
): WaivableGroup[] => {
  const groups = new Map<string, { phrase: WaivedPhrase; findings: Finding[]; part: MissingPart | null }>();
  for (const severity of ORDER) {
    for (const part of given.parts.filter((one) => one.severity === severity)) {
      const phrase = waivedPart(given.kindId, part);
      groups.set(waiverName(phrase), { phrase, findings: [], part });
    }
    for (const finding of given.findings.filter((one) => one.severity === severity)) {
      const phrase = waivedPhrase(finding, text);
      const group = groups.get(waiverName(phrase)) ?? { phrase, findings: [], part: null };
      groups.set(waiverName(phrase), group);
      group.findings.push(finding);
    }
  }
  return [...groups].map(([name, { phrase, ...group }]) => ({ ...phrase, ...group, key: keyOf(name) }));
};

const keyOf = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 16);

/** 必须改｜一、第1段 “党的XX大” 大会名称被遮去（2 处）; 必须补：存在的问题 办法第五条 */
const labelsOf = (result: ReportResult, text: string): ((group: WaivableGroup) => string) => {
  const place = createPlaces({ text, outline: result.outline, title: result.title });
  return ({ findings, part }) => {
    if (part !== null) return `${say.severityOfPart[part.severity]}${part.name} ${clipped(part.why, 30)}`.trim();
    const [first] = findings;
    if (first === undefined) return '';
    const quote = quoteOf(text, first);
    const times = findings.length > 1 ? say.times(findings.length) : '';
    const words = quote === null ? '' : `“${shorten(quote, 20)}”`;
    return `${say.severity[first.severity]}｜${place(first.start)} ${words} ${clipped(first.message, 30)}${times}`;
  };
};

const clipped = (words: string, length: number): string => {
  const characters = [...words];
  return characters.length <= length ? words : `${characters.slice(0, length - 1).join('')}…`;
};
