import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createIsolatedReader } from './isolated-reader.ts';
import { createOfficeConverter } from './office-converter.ts';

const installed = existsSync('/usr/bin/soffice');
const rtf = Buffer.from(
  String.raw`{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}\f0 \u20851?\u20110?\u23398?\u20064?\u30340?\u24635?\u32467?\par \u27599?\u21608?\u19968?\u27425?\u12290?\par}`,
);

describe.skipIf(!installed)('conversion by LibreOffice (skipped where it is not installed)', () => {
  it('makes .rtf readable', async () => {
    const reader = createIsolatedReader();
    const outcome = await reader.read(rtf, '总结.rtf');
    await reader.close();
    expect(outcome).toMatchObject({ ok: true, document: { format: 'rtf', text: '关于学习的总结\n每周一次。' } });
  });

  it('is given up when it takes too long, and says so', async () => {
    const convert = createOfficeConverter({ timeoutMs: 5 });
    expect(await convert(rtf, 'rtf')).toEqual({ ok: false, reason: 'timeout' });
  });

  it('is stopped when it takes too much memory', async () => {
    const convert = createOfficeConverter({ residentBytes: 1 });
    expect(await convert(rtf, 'rtf')).toEqual({ ok: false, reason: 'timeout' });
  });
});

describe('without an office program', () => {
  it.each([null, '/nowhere/soffice'])('conversion is refused as missing or failed (%s)', async (program) => {
    const outcome = await createOfficeConverter({ program })(rtf, 'rtf');
    expect(outcome).toEqual({ ok: false, reason: program === null ? 'missing' : 'failed' });
  });

  it('an .rtf is answered with what to do', async () => {
    const reader = createIsolatedReader({ convert: createOfficeConverter({ program: null }) });
    const outcome = await reader.read(rtf, '总结.rtf');
    await reader.close();
    expect(outcome).toMatchObject({ ok: false, code: 'converter-missing' });
    expect(!outcome.ok && outcome.message).toMatch(/另存为 \.docx/);
  });
});
