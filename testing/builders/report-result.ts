import type { Finding, MissingPart } from '../../core/finding.ts';
import type { Revision } from '../../core/records.ts';
import type { ReportResult } from '../../core/report-result.ts';

/** A short report of our own writing and a result about it; `change` replaces whole fields. */
export const sampleText = [
  '2025年度述职述廉报告',
  '现将一年来的工作报告如下。',
  '一、学习情况',
  '认真学习党的XX大精神，参加集中学习12次。',
  '二、履职情况',
  '全年走访群众300户，，办结率达到%。',
].join('\n');

export const sampleResult = (change: Partial<ReportResult> = {}): ReportResult => ({
  format: 'docx',
  kind: { id: 'duty-integrity', name: '述职述廉报告', confidence: 1 },
  title: '2025年度述职述廉报告',
  author: { form: 'person', unit: '县档案馆', post: '副馆长', name: '成员甲' },
  period: '2025',
  characters: 2053,
  pages: null,
  parts: { present: 5, required: 7 },
  outline: [
    { level: 1, number: '一、', title: '学习情况', mode: 'block', ...between('一、学习', '二、履职') },
    { level: 1, number: '二、', title: '履职情况', mode: 'block', ...between('二、履职', null) },
  ],
  summary: { gist: '', sections: [] },
  missing: [],
  findings: [],
  ...change,
});

const between = (from: string, to: string | null) => ({
  start: sampleText.indexOf(from),
  end: to === null ? sampleText.length : sampleText.indexOf(to),
});

/** A finding about words of the sample text. */
export const sampleFinding = (words: string, change: Partial<Finding> = {}): Finding => ({
  rule: 'some-rule',
  severity: 'must',
  message: '这里不对',
  excerpt: words,
  suggestion: null,
  basis: null,
  start: sampleText.indexOf(words),
  end: sampleText.indexOf(words) + words.length,
  ...change,
});

export const samplePart = (name: string, change: Partial<MissingPart> = {}): MissingPart => ({
  part: 'problems',
  name,
  severity: 'must',
  why: '办法第五条',
  ...change,
});

export const sampleRevision = (authorId: string, change: Partial<Revision> = {}): Revision => ({
  id: `revision-of-${authorId}`,
  platform: 'feishu',
  chatId: 'oc_1',
  collectionId: null,
  author: { id: authorId },
  file: { messageId: 'om_1', key: 'file_1', name: '报告.docx' },
  replyTo: 'om_1',
  number: 1,
  receivedAt: '2026-11-20T02:00:00Z',
  state: 'checked',
  final: false,
  ...change,
});
