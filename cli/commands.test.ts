import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../report/reading/read-document.ts';
import { docxFromText } from '../testing/builders/docx-from-text.ts';
import { runAnnotate } from './annotate.ts';
import { runCheck } from './check.ts';
import type { Terminal } from './terminal.ts';

const good = '2026年度工作总结\n今年工作按计划完成。\n';
const bad = '2026年度工作总结\n今年工作按计划完成。##paidbegin##明年继续努力。\n';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuigao-cli-'));
  await writeFile(join(folder, 'bad.txt'), bad);
  await writeFile(join(folder, 'bad.docx'), docxFromText(bad));
  await writeFile(join(folder, 'good.txt'), good);
  await writeFile(join(folder, 'broken.docx'), 'PK\u0003\u0004 no zip');
});
afterAll(() => rm(folder, { recursive: true }));

const plain = (words: string) => words;
const openTerminal = () => {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const palette = { bold: plain, faint: plain, red: plain, yellow: plain, blue: plain, green: plain };
  const terminal: Terminal = { stdout, stderr, palette, version: '1.2.3' };
  return { terminal, out: () => String(stdout.read() ?? ''), err: () => String(stderr.read() ?? '') };
};
const check = async (names: string[], options: Parameters<typeof runCheck>[1]) => {
  const { terminal, out, err } = openTerminal();
  const paths = names.map((name) => join(folder, name));
  return { status: await runCheck(paths, options, terminal), out: out(), err: err() };
};

describe('cuigao check', () => {
  it('exits 1 when something must be mended, and points at it', async () => {
    const { status, out } = await check(['bad.txt'], { format: 'json', withText: true });
    const report = JSON.parse(out);
    const found = report.findings.filter(({ severity }: { severity: string }) => severity === 'must');
    expect({
      status,
      text: report.text,
      words: found.map((f: { start: number; end: number }) => bad.slice(f.start, f.end)),
    }).toEqual({
      status: 1,
      text: bad,
      words: ['##paidbegin##'],
    });
  });

  it('answers in the order of the files, one line each, and exits 2 when one was unreadable', async () => {
    const { status, out } = await check(['bad.docx', 'absent.docx', 'broken.docx', 'good.txt'], { format: 'json' });
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect({ status, files: lines.map(({ file, error }) => [file.slice(folder.length + 1), error?.code]) }).toEqual({
      status: 2,
      files: [
        ['bad.docx', undefined],
        ['absent.docx', 'not-found'],
        ['broken.docx', 'damaged'],
        ['good.txt', undefined],
      ],
    });
  });

  it('says what is wrong with what is no file', async () => {
    const { out } = await check(['', 'absent.txt'], { format: 'json' });
    const errors = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).error);
    expect(errors).toEqual([
      { code: 'is-directory', message: '这是一个目录，请写里面的文件，例如 目录/*.docx。' },
      { code: 'not-found', message: '没有这个文件，请检查路径。' },
    ]);
  });

  it('names the kinds when asked for one that does not exist', async () => {
    const { status, err } = await check(['good.txt'], { format: 'text', kind: 'novel' });
    expect([status, err.includes('duty-integrity  述职述廉报告')]).toEqual([2, true]);
  });
});

describe('cuigao annotate', () => {
  it('writes a copy whose comments quote the findings, and never over a file', async () => {
    const { terminal, out, err } = openTerminal();
    const output = join(folder, 'copy.docx');
    const run = () => runAnnotate(join(folder, 'bad.docx'), { output, fix: true }, terminal);
    const first = await run();
    const copy = await readDocument(await readFile(output), { fileName: 'copy.docx' });
    const comments = copy.ok ? copy.document.asides.filter(({ kind }) => kind === 'comment') : [];
    expect({
      first,
      written: out().startsWith(`已写入 ${output}`),
      marked: comments.some(({ author, text }) => author === '催稿' && text.startsWith('【必须改】')),
      mended: copy.ok && !copy.document.text.includes('##'),
      second: await run(),
      nowhere: await runAnnotate(join(folder, 'bad.docx'), { output: join(folder, 'none', 'copy.docx') }, terminal),
      refusals: err(),
    }).toEqual({
      first: 0,
      written: true,
      marked: true,
      mended: true,
      second: 2,
      nowhere: 2,
      refusals: `${output} 已经存在，请换一个文件名。\n${join(folder, 'none', 'copy.docx')} 所在的目录不存在，请先建好，或换一个地方。\n`,
    });
  });
});
