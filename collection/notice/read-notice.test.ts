import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import { usualHours } from '../../testing/builders/campaign.ts';
import { type NoticeCase, notices } from '../../testing/fixtures/notices.ts';
import { workingCalendar } from '../calendar/working-calendar.ts';
import { draftOfNotice, readNotice } from './read-notice.ts';

const config = loadConfig(join(dirname(fileURLToPath(import.meta.url)), '../../config'));
const context = {
  now: new Date('2026-11-20T07:00:00Z'),
  timeZone: 'Asia/Shanghai',
  calendar: workingCalendar(usualHours),
  kinds: config.kinds,
  parts: config.parts,
};
const shown = (instant: Date): string =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const fieldsOf = (text: string): Partial<NoticeCase> => {
  const { deadline, requirements, to } = readNotice({ text }, context);
  const { kind, year, length, problemShare, formats, fileName, parts, layout } = requirements;
  return {
    deadline: deadline?.value.ok ? shown(deadline.value.instant) : undefined,
    kind: kind?.value,
    year: year?.value,
    min: length?.value.min ?? undefined,
    max: length?.value.max ?? undefined,
    share: problemShare?.value,
    formats: formats?.value,
    fileName: fileName?.value,
    parts: parts === null ? undefined : [...parts.value].sort(),
    to: to?.value,
    layout: layout === null ? undefined : true,
  } as Partial<NoticeCase>;
};
const fields = [
  'deadline',
  'kind',
  'year',
  'min',
  'max',
  'share',
  'formats',
  'fileName',
  'parts',
  'to',
  'layout',
] as const;
const wanted = (each: NoticeCase, field: (typeof fields)[number]) =>
  field === 'parts' && each.parts !== undefined ? [...each.parts].sort() : each[field];
const asked = notices.filter(({ notice }) => notice);

describe('notices', () => {
  it.each(notices.map((each) => [each.text.slice(0, 24).replace(/\n/gu, ' '), each] as const))(
    '%s: a notice or not',
    (_head, each) => {
      expect(readNotice({ text: each.text }, context).isNotice).toBe(each.notice);
    },
  );

  it('are read right field by field', () => {
    const misread: string[] = [];
    const lines = fields.map((field) => {
      const right = asked.filter((each) => {
        const [got, want] = [JSON.stringify(fieldsOf(each.text)[field]), JSON.stringify(wanted(each, field))];
        if (got !== want) misread.push(`${field} of “${each.text.slice(0, 24)}”: ${got}, not ${want}`);
        return got === want;
      });
      return `${field} ${right.length}/${asked.length}`;
    });
    console.log(`${lines.join(' · ')}\n${misread.join('\n')}`);
    expect(misread).toEqual([]);
  });

  it('tell where each field stands', () => {
    const [{ text }] = notices as readonly [NoticeCase];
    const { deadline, requirements } = readNotice({ text }, context);
    const words = [deadline, requirements.kind, requirements.length, requirements.fileName].map((field) =>
      field === null ? null : text.slice(field.span.start, field.span.end),
    );
    expect(words).toEqual(['2026年12月31日18:00', '述职述廉', '3000字以内', '单位+姓名+述职述廉报告']);
  });

  it('make a draft to confirm', () => {
    const [{ text }] = notices as readonly [NoticeCase];
    const draft = draftOfNotice(
      text,
      readNotice({ text }, context),
      (id) => config.kinds.find((kind) => kind.id === id)?.name ?? id,
    );
    expect(draft).toMatchObject({
      name: '2026年度述职述廉报告',
      deadline: new Date('2026-12-31T10:00:00Z'),
      requirements: { kind: 'duty-integrity', year: 2026, maxCharacters: 3000, formats: ['docx', 'doc'] },
      missing: [],
      notes: ['通知没有点名，按全员算'],
    });
  });
});
