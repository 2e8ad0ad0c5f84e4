// Our readers against others on files of 20 and 300 pages, every reading in a process of its own; prints ratios.
// usage: npm run build && tsx bench/reading.ts [--rounds 5] [--dist dist] [--same-flags]
// Ours runs with the Node flags of the reading child, the others with none, or with the same ones. The clock of a reader in
// Node starts when Node runs, as a reading child stands ready; that of another program when the program is started.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { thrift } from '../jobs/child-process.ts';
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
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    dist: { type: 'string' },
    'same-flags': { type: 'boolean', default: false },
  },
});
const dist = values.dist ?? join(root, 'dist');
const folder = mkdtempSync(join(tmpdir(), 'cuigao-bench-'));
const has = (program: string): boolean =>
  ['/usr/bin', '/usr/local/bin'].some((path) => existsSync(join(path, program)));

const inNode = (name: string, file: string): Result => {
  const flags = name === 'cuigao' || values['same-flags'] ? thrift : [];
  const words = [...flags, subject, name, file, dist, root];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' })) as Result;
};

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

const filesOf = (pages: number): Record<string, Uint8Array> => ({
  docx: longDocx(pages),
  pdf: longPdf(pages),
  ...(has('soffice') ? { doc: officeConvert(longDocx(pages), 'docx', 'doc') } : {}),
});

/** The medians of some rounds, in which the readers take turns: what slows the machine slows all of them. */
const measure = async (extension: string, file: string): Promise<Map<string, Result>> => {
  const readers = Object.entries(contestants(extension));
  const runs = new Map<string, Result[]>(readers.map(([name]) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const [name, read] of readers) runs.get(name)?.push(await read(file));
  }
  const of = (results: readonly Result[], key: keyof Result) => median(results.map((result) => result[key]));
  return new Map(
    [...runs].map(([name, results]) => [
      name,
      { ms: of(results, 'ms'), cpu: of(results, 'cpu'), rss: of(results, 'rss') },
    ]),
  );
};

const columns = [
  'file',
  'reader',
  'ms',
  'CPU ms',
  'MB',
  'MB above Node',
  'CPU × ours',
  'clock × ours',
  'memory × ours',
];

const rowOf = (file: string, name: string, { ms, cpu, rss }: Result, own: Result, bare: number): string => {
  const numbers = [ms, cpu, rss, Math.max(0, rss - bare)].map((value) => value.toFixed(0));
  const ratios = [cpu / own.cpu, ms / own.ms, rss / own.rss].map((value) => value.toFixed(2));
  return `| ${[file, name, ...numbers, ...ratios].join(' | ').replaceAll('NaN', '–')} |`;
};

const main = async (): Promise<void> => {
  if (!existsSync(join(dist, 'report/reading/read-document.js'))) throw new Error('run npm run build first');
  const bare = inNode('bare node', subject).rss;
  console.log(`bare node: ${bare.toFixed(0)} MB\n\n| ${columns.join(' | ')} |\n|${'---|'.repeat(columns.length)}`);
  for (const pages of [20, 300]) {
    for (const [extension, bytes] of Object.entries(filesOf(pages))) {
      const name = `p${pages}.${extension}`;
      writeFileSync(join(folder, name), bytes);
      const results = await measure(extension, join(folder, name));
      const own = results.get('cuigao');
      if (own === undefined) continue;
      for (const [reader, result] of results) console.log(rowOf(name, reader, result, own, bare));
    }
  }
};

try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
