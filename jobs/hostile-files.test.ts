import { afterAll, describe, expect, it } from 'vitest';
import { bombs } from '../testing/builders/bombs.ts';
import { docxFromText } from '../testing/builders/docx-from-text.ts';
import { createIsolatedReader } from './isolated-reader.ts';

describe('a hostile file', { timeout: 120_000 }, () => {
  // A child that needed more than 300 MB would be ended as out-of-memory, and the codes below would not come.
  const reader = createIsolatedReader({ residentMb: 300 });
  afterAll(() => reader.close());

  it.each(bombs)('is met without harm: $name', async ({ make, code }) => {
    const outcome = await reader.read(make(), '报告.docx');
    expect(outcome.ok ? null : outcome.code).toBe(code);
    const next = await reader.read(docxFromText('下一份报告'), '下一份.docx');
    expect(next.ok && next.document.text).toBe('下一份报告');
  });
});
