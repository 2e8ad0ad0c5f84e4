import { afterAll, describe, expect, it } from 'vitest';
import { plainDocument } from '../report/checking/plain-document.ts';
import { defaultLimits } from '../report/reading/limits.ts';
import { Archive } from '../report/reading/zip/archive.ts';
import { docxFromText } from '../testing/builders/docx-from-text.ts';
import { createIsolatedAnnotator } from './isolated-annotator.ts';

const text = '关于学习的总结\n一、做法\n每周学习一次，，效果很好。';
const finding = {
  rule: 'doubled-punctuation',
  severity: 'should' as const,
  message: '标点重复',
  excerpt: '，，',
  start: text.indexOf('，，'),
  end: text.indexOf('，，') + 2,
  suggestion: '，',
  basis: null,
};
const request = { document: plainDocument(text), findings: [finding], now: '2026-11-20T07:00:00Z' };

const commentsOf = async (bytes: Uint8Array): Promise<string> => {
  const archive = await Archive.open(bytes, defaultLimits);
  return new TextDecoder().decode((await archive.bytes('word/comments.xml')) ?? new Uint8Array());
};

describe('the isolated annotator', { timeout: 60_000 }, () => {
  const annotator = createIsolatedAnnotator();
  afterAll(() => annotator.close());

  it('puts comments into a copy of a .docx', async () => {
    const file = await annotator.annotate({ ...request, docx: docxFromText(text) });
    expect(file).toMatchObject({ commented: 1, left: 0, made: 'own' });
    expect(await commentsOf(file?.bytes ?? new Uint8Array())).toContain('标点重复');
  });

  it('makes a fresh .docx of other formats, and of a .docx that cannot be copied', async () => {
    const [other, broken] = await Promise.all([
      annotator.annotate({ ...request, docx: null }),
      annotator.annotate({ ...request, docx: new TextEncoder().encode('no zip') }),
    ]);
    expect(other).toMatchObject({ commented: 1, left: 0, made: 'fresh' });
    expect(broken).toMatchObject({ commented: 1, left: 0, made: 'fresh' });
    expect(await commentsOf(other?.bytes ?? new Uint8Array())).toContain('标点重复');
  });

  it('gives up on a file that takes too long or too much memory', async () => {
    const hasty = createIsolatedAnnotator({ timeoutMs: 1 });
    const small = createIsolatedAnnotator({ residentMb: 1 });
    expect(await hasty.annotate({ ...request, docx: null })).toBeNull();
    expect(await small.annotate({ ...request, docx: null })).toBeNull();
    await Promise.all([hasty.close(), small.close()]);
  });
});
