import { describe, expect, it } from 'vitest';
import { annotatedName } from './copy-name.ts';

describe('the name of an annotated copy', () => {
  it.each([
    ['述职述廉报告.docx', '述职述廉报告（批注版）.docx'],
    ['2025.12.20 定稿.pdf', '2025.12.20 定稿（批注版）.docx'],
    ['没有扩展名', '没有扩展名（批注版）.docx'],
    ['../../etc/passwd.txt', 'etcpasswd（批注版）.docx'],
    ['a\u202Excod.exe', 'axcod（批注版）.docx'],
    ['???.wps', '报告（批注版）.docx'],
    [`${'长'.repeat(300)}.docx`, `${'长'.repeat(80)}（批注版）.docx`],
  ])('%s → %s', (upload, copy) => {
    expect(annotatedName(upload)).toBe(copy);
  });
});
