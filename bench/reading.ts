// Our readers against others on files of 20 and 300 pages, every reading in a process of its own; prints ratios.
// usage: npm run build && tsx bench/reading.ts [--rounds 5] [--dist dist]
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { officeConvert } from '../scripts/measure-reading/office.ts';
import { longDocx, longPdf } from './reading-corpus.ts';

interface Result {
  readonly ms: number;
  /** Processor milliseconds of the whole process; on a busy machine a fairer figure than the clock's. */
  readonly cpu: number;
  readonly rss: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const subject = fileURLToPath(new URL('./reading-subject.mjs', import.meta.url));
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, dist: { type: 'string' } } });
const dist = values.dist ?? join(root, 'dist');
const folder = mkdtempSync(join(tmpdir(), 'cuigao-bench-'));
const has = (program: string): boolean =>
  ['/usr/bin', '/usr/local/bin'].some((path) => existsSync(join(path, program)));

const inNode = (name: string, file: string): Result =>
  JSON.parse(execFileSync(process.execPath, [subject, name, file, dist, root], { encoding: 'utf8' })) as Result;

/** A program: its peak is read from /proc while it runs, its processor time from the shell. */
const program =
  (command: string, ...rest: readonly string[]) =>
  (file: string): Promise<Result> =>
    new Promise((resolve) => {
      const start = performance.now();
      let rss = 0;
      const child = spawn(
        command,
        rest.map((word) => (word === '@' ? file : word)),
        { stdio: 'ignore' },
      );
      const timer = setInterval(() => {
        try {
          const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
          rss = Math.max(rss, Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024);
        } catch {
          // It has ended.
        }
      }, 5);
      child.once('exit', () => {
        clearInterval(timer);
        const ms = performance.now() - start;
        resolve({ ms, cpu: Number.NaN, rss });
      });
    });

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const contestants = (extension: string): Record<string, (file: string) => Promise<Result> | Result> => {
  const own = { cuigao: (file: string) => inNode('cuigao', file) };
  const pandoc = has('pandoc') ? { pandoc: program('pandoc', '-t', 'plain', '@') } : {};
  switch (extension) {
    case 'docx':
      return {
        ...own,
        mammoth: (file) => inNode('mammoth', file),
        'word-extractor': (file) => inNode('word-extractor', file),
        ...pandoc,
      };
    case 'doc':
      return { ...own, 'word-extractor': (file) => inNode('word-extractor', file) };
    default:
      return {
        ...own,
        'pdfjs alone': (file) => inNode('pdfjs alone', file),
        ...(has('pdftotext') ? { pdftotext: program('pdftotext', '@', '-') } : {}),
      };
  }
};

const main = async (): Promise<void> => {
  if (!existsSync(join(dist, 'report/reading/read-document.js'))) throw new Error('run npm run build first');
  const bare = inNode('bare node', subject).rss;
  console.log(
    `bare node: ${bare.toFixed(0)} MB\n\n| file | reader | ms | CPU ms | MB | MB above bare node | CPU × ours | clock × ours | memory × ours |\n|---|---|---|---|---|---|---|---|---|`,
  );
  for (const pages of [20, 300]) {
    const files: Record<string, Uint8Array> = { docx: longDocx(pages), pdf: longPdf(pages) };
    if (has('soffice')) files.doc = officeConvert(longDocx(pages), 'docx', 'doc');
    for (const [extension, bytes] of Object.entries(files)) {
      const file = join(folder, `p${pages}.${extension}`);
      writeFileSync(file, bytes);
      const rows: { name: string; ms: number; cpu: number; rss: number }[] = [];
      const readers = Object.entries(contestants(extension));
      const runs = new Map<string, Result[]>(readers.map(([name]) => [name, []]));
      for (let round = 0; round < Number(values.rounds); round += 1) {
        for (const [name, read] of readers) runs.get(name)?.push(await read(file));
      }
      for (const [name, results] of runs) {
        const of = (key: keyof Result) => median(results.map((result) => result[key]));
        rows.push({ name, ms: of('ms'), cpu: of('cpu'), rss: of('rss') });
      }
      const own = rows.find(({ name }) => name === 'cuigao');
      for (const { name, ms, cpu, rss } of rows) {
        const above = Math.max(0, rss - bare);
        const cells = [
          `p${pages}.${extension}`,
          name,
          ms.toFixed(0),
          Number.isNaN(cpu) ? '–' : cpu.toFixed(0),
          rss.toFixed(0),
          above.toFixed(0),
          Number.isNaN(cpu) ? '–' : (cpu / (own?.cpu ?? 1)).toFixed(2),
          (ms / (own?.ms ?? 1)).toFixed(2),
          (rss / (own?.rss ?? 1)).toFixed(2),
        ];
        console.log(`| ${cells.join(' | ')} |`);
      }
    }
  }
};

try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
