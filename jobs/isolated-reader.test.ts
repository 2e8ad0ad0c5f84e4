import { afterAll, describe, expect, it } from 'vitest';
import { docxFromText } from '../testing/builders/docx-from-text.ts';
import { createIsolatedReader } from './isolated-reader.ts';

describe('the isolated reader', () => {
  const reader = createIsolatedReader();
  afterAll(() => reader.close());

  it('reads a .docx in a process of its own', async () => {
    const outcome = await reader.read(docxFromText('关于学习的总结\n一、做法\n每周学习一次。'), '总结.docx');
    expect(outcome.ok && outcome.document.text).toBe('关于学习的总结\n一、做法\n每周学习一次。');
  });

  it('answers a file that is too slow with a refusal and reads the next one', async () => {
    const hasty = createIsolatedReader({ timeoutMs: 1 });
    const bytes = new TextEncoder().encode('关于学习的总结');
    expect(await hasty.read(bytes, '总结.txt')).toMatchObject({ ok: false, code: 'timeout' });
    await hasty.close();
    expect((await reader.read(bytes, '总结.txt')).ok).toBe(true);
  });

  it('answers a file that needs too much memory with a refusal', async () => {
    const small = createIsolatedReader({ residentMb: 1 });
    const outcome = await small.read(new TextEncoder().encode('关于学习的总结'), '总结.txt');
    await small.close();
    expect(outcome).toMatchObject({ ok: false, code: 'out-of-memory' });
  });
});
