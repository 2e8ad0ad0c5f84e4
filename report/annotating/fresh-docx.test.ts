import { expect, it } from 'vitest';
import type { Finding } from '../../core/finding.ts';
import { readDocument } from '../reading/read-document.ts';
import { freshDocx } from './fresh-docx.ts';

it('makes a .docx of any text as read, with the findings as comments', async () => {
  const source = '工作总结\n一、学习情况\n严格要求自已，按时完成。\n';
  const outcome = await readDocument(new TextEncoder().encode(source), { fileName: 'a.txt' });
  if (!outcome.ok) throw new Error(outcome.message);
  const start = source.indexOf('自已');
  const finding: Finding = {
    rule: 'r',
    severity: 'must',
    message: '“自已”应为“自己”',
    excerpt: '自已',
    start,
    end: start + 2,
    suggestion: '自己',
    basis: null,
  };
  const bytes = await freshDocx(outcome.document, [finding], { now: new Date('2026-12-01T08:00:00Z') });
  const again = await readDocument(bytes, { fileName: 'a.docx' });
  if (!again.ok) throw new Error(again.message);
  expect({
    text: again.document.text,
    comments: again.document.asides.filter(({ kind }) => kind === 'comment'),
  }).toEqual({
    text: source.trimEnd(),
    comments: [{ kind: 'comment', text: '【必须改】“自已”应为“自己”\n建议：自己', author: '催稿', at: start }],
  });
});
