// Reads thousands of damaged files of every binary format and prints what came of them.
// usage: tsx scripts/fuzz-reading.ts [--count 2000] [--seed 1] [--only docx,pdf]
// A child process reads them one after another; the parent notices a crash or a hang, names the seed and goes on behind it.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { defaultLimits } from '../report/reading/limits.ts';
import { readDocument } from '../report/reading/read-document.ts';
import { mutationBases } from '../testing/builders/mutation-bases.ts';
import { mutate } from '../testing/builders/mutations.ts';
import { faultOf } from '../testing/builders/sound-outcome.ts';

interface Task {
  readonly format: string;
  readonly from: number;
  readonly to: number;
}
interface Progress {
  readonly seed: number;
  readonly kind: string;
  readonly code: string;
  readonly ms: number;
  readonly fault: string | null;
}

const hangMs = 30_000;
/** Starting a child and its libraries is not what is tried: on a busy machine it takes long. */
const startMs = 300_000;
/** Libraries keep a little of every file; production reads one file a process. */
const filesPerChild = 200;
/** Recognition is not what is tried here: pages that lost their text are refused. */
const limits = { ...defaultLimits, ocrPages: 0 };

const work = async ({ format, from, to }: Task): Promise<void> => {
  const make = mutationBases[format];
  if (make === undefined) throw new Error(`no such format: ${format}`);
  const base = make();
  await readDocument(base, { fileName: `报告.${format}` }, limits);
  process.send?.('ready');
  for (let seed = from; seed < to; seed += 1) {
    const { bytes, fileName, kind } = mutate(base, seed, `报告.${format}`);
    const start = performance.now();
    let surprise: string | null = null;
    const onSurprise = (error: unknown): void => {
      surprise = `surprise: ${error instanceof Error ? error.stack?.split('\n', 3).join(' ') : error}`;
    };
    const outcome = await readDocument(bytes, { fileName, onSurprise }, limits);
    const ms = performance.now() - start;
    const code = outcome.ok ? 'read' : outcome.code;
    process.send?.({ seed, kind, code, ms, fault: surprise ?? faultOf(outcome) } satisfies Progress);
  }
};

/** Runs one child until it ends, dies or hangs; returns the seed to go on from. */
const runChild = (task: Task, take: (progress: Progress) => void, complain: (what: string) => void): Promise<number> =>
  new Promise((resolve) => {
    let next = task.from;
    const child: ChildProcess = fork(fileURLToPath(import.meta.url), [], {
      execArgv: ['--import', 'tsx', '--max-old-space-size=512'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let hung = false;
    const giveUp = (): void => {
      hung = true;
      child.kill('SIGKILL');
    };
    let clock = setTimeout(giveUp, startMs);
    child.on('message', (progress: Progress | 'ready') => {
      clearTimeout(clock);
      clock = setTimeout(giveUp, hangMs);
      if (progress === 'ready') return;
      next = progress.seed + 1;
      take(progress);
      if (next === task.to) child.disconnect();
    });
    child.once('exit', (code) => {
      clearTimeout(clock);
      if (next < task.to) {
        complain(`${task.format} seed ${next}: ${hung ? 'hangs' : `ends the process (${code})`}`);
        next += 1;
      }
      resolve(next);
    });
    child.send(task);
  });

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
    },
  });
  const formats = values.only?.split(',') ?? Object.keys(mutationBases);
  const complaints: string[] = [];
  for (const format of formats) {
    const codes = new Map<string, number>();
    let slowest = { ms: 0, seed: 0 };
    const take = ({ seed, kind, code, ms, fault }: Progress): void => {
      codes.set(code, (codes.get(code) ?? 0) + 1);
      if (ms > slowest.ms) slowest = { ms, seed };
      if (fault !== null) complaints.push(`${format} seed ${seed} (${kind}): ${fault}`);
    };
    const from = Number(values.seed);
    const to = from + Number(values.count);
    for (let next = from; next < to; ) {
      const task = { format, from: next, to: Math.min(to, next + filesPerChild) };
      next = await runChild(task, take, (what) => complaints.push(what));
    }
    const counted = [...codes].sort(([, a], [, b]) => b - a).map(([code, count]) => `${code} ${count}`);
    console.log(
      `${format.padEnd(10)} ${counted.join(' · ')} · slowest ${Math.round(slowest.ms)} ms (seed ${slowest.seed})`,
    );
  }
  for (const complaint of complaints) console.log(`  ${complaint}`);
  console.log(`${complaints.length} crashes, hangs or unexplained answers`);
  process.exitCode = complaints.length === 0 ? 0 : 1;
};

if (process.send) {
  // As in the reading child: pdfjs drops promises about broken objects.
  process.on('unhandledRejection', () => {});
  process.on('message', (task: Task) => void work(task));
} else await main();
