import { localTime } from '../../core/local-time.ts';
import type { ReportDocument } from '../../core/report-document.ts';
import type { PartCues, ReportKind } from '../../core/report-kind.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { readAudience } from '../campaign/audience.ts';
import type { CollectionDraft } from '../campaign/draft.ts';
import { understood, understoodRequirements } from '../campaign/draft.ts';
import type { DatePhrase } from '../dates/date-phrase.ts';
import type { Field } from '../requirements/field.ts';
import { readKind } from '../requirements/kind-and-parts.ts';
import { type RequirementFields, readRequirements, requirementsOf } from '../requirements/read-requirements.ts';
import { readDeadlines } from './deadline.ts';
import { readRecipient } from './recipient.ts';
import { type NoticeTitle, readTitle } from './title.ts';

/** A notice that asks for reports, as read: everything with its place in the text. */
export interface NoticeReading {
  /** 0 to 1: how sure it is a notice that asks for something by some day. */
  readonly isNotice: boolean;
  readonly confidence: number;
  readonly title: Field<string> | null;
  readonly deadline: Field<DatePhrase> | null;
  /** Further deadlines it names (a later one for paper copies, say). */
  readonly otherDeadlines: readonly Field<DatePhrase>[];
  /** To whom it is to be handed in, words of the text. */
  readonly to: Field<string> | null;
  readonly requirements: RequirementFields;
}

export interface NoticeContext {
  readonly now: Date;
  readonly timeZone: string;
  readonly calendar: WorkingCalendar;
  readonly kinds: readonly ReportKind[];
  readonly parts: readonly PartCues[];
}

const MAX_NOTICE = 60_000;
const asking =
  /报送|上报|提交|上交|递交|交(?:至|到|给|回|齐)|报(?:至|到|给)|发(?:送)?(?:至|到)|反馈|填报|撰写|上传|交(?:来|上来)|发(?:到|我)|请.{0,20}交|前[^。；\n]{0,20}交/u;

/** Reads a document that may be a 通知: what is asked for, by when, how, and to whom. Pure. */
export const readNotice = (document: Pick<ReportDocument, 'text'>, context: NoticeContext): NoticeReading => {
  const text = document.text.slice(0, MAX_NOTICE);
  const title = readTitle(text);
  const deadlines = readDeadlines(text, context);
  const fields = readRequirements(text, {
    kinds: context.kinds,
    parts: context.parts,
    presentYear: localTime(context.now, context.timeZone).year,
  });
  const kind = kindOf(text, title, fields, context.kinds);
  const [deadline = null, ...otherDeadlines] = deadlines;
  const announced = /(?:通知|通告|安排)如下|特此通知/u.test(text) ? 0.5 : 0;
  const score =
    Math.max(title?.notice ?? 0, announced) + (asking.test(text) ? 0.25 : 0) + (deadline === null ? 0 : 0.25);
  return {
    isNotice: score >= 0.6,
    confidence: Math.min(1, score),
    title: title === null ? null : title.field,
    deadline,
    otherDeadlines,
    to: readRecipient(text, deadline?.span ?? null),
    // 活动主题、思路 and the like are no parts of a report where no report is asked for.
    requirements: { ...fields, kind, parts: kind === null ? null : fields.parts },
  };
};

/** The title tells the kind best, then what is named beside 报送, then any mention. */
const kindOf = (
  text: string,
  title: NoticeTitle | null,
  fields: RequirementFields,
  kinds: readonly ReportKind[],
): Field<string> | null => {
  if (title !== null) {
    const { start, end } = title.field.span;
    const named = readKind(text.slice(start, end), kinds, 0.95);
    if (named !== null) return { ...named, span: { start: named.span.start + start, end: named.span.end + start } };
  }
  let offset = 0;
  for (const sentence of text.split(/(?<=[。；\n])/u)) {
    const named = asking.test(sentence) ? readKind(sentence, kinds, 0.85) : null;
    if (named !== null) return { ...named, span: { start: named.span.start + offset, end: named.span.end + offset } };
    offset += sentence.length;
  }
  return fields.kind === null ? null : { ...fields.kind, confidence: 0.6 };
};

/** What a notice tells, as a draft to be confirmed; `kindName` names the kind in the collection's name. */
export const draftOfNotice = (
  text: string,
  reading: NoticeReading,
  kindName: (id: string) => string,
): CollectionDraft => {
  const { requirements: fields, deadline } = reading;
  const read = deadline?.value ?? null;
  const people = readAudience(text.slice(0, MAX_NOTICE), { mentions: [], mentionsAll: false, members: [] });
  const kind = fields.kind === null ? null : kindName(fields.kind.value);
  const year = fields.year === null ? '' : `${fields.year.value}年度`;
  const name =
    kind === null
      ? (reading.title?.value.replace(/^.*?关于(?:做好|开展|报送|提交|上报)?|的?(?:通知|函)$/gu, '') ?? null)
      : `${year}${kind}`;
  return {
    name: name === '' ? null : name,
    requirements: requirementsOf(fields),
    audience: { mode: 'all', chosen: [], exempt: [] },
    deadline: read?.ok === true ? read.instant : null,
    understood: [
      ...understood('name', reading.title, text),
      ...understood('deadline', deadline, text),
      ...understoodRequirements(fields, text),
    ],
    missing: [
      ...(name === null || name === '' ? [{ field: 'name' as const, ask: '没有看出收什么材料，请填写名称。' }] : []),
      ...(read?.ok === true
        ? []
        : [{ field: 'deadline' as const, ask: read?.reason ?? '通知里没有找到截止时间，请填写。' }]),
    ],
    questions: read?.ok === true && read.question !== null ? [read.question] : [],
    notes: [
      ...(read?.ok === true ? read.assumed : []),
      ...(people.audience === null ? ['通知没有点名，按全员算'] : []),
      ...reading.otherDeadlines.flatMap(({ span }) => [
        `通知里还有一个时间：${text.slice(span.start, span.end).trim()}`,
      ]),
    ],
  };
};
