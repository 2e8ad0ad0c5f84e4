import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { basename, join } from 'node:path';
import { loadConfig } from '../config/load.ts';
import { packageRoot } from '../config/package-root.ts';
import { createIsolatedReader } from '../jobs/isolated-reader.ts';
import { examine, type ReportConfig } from '../report/examine.ts';
import { type OutputName, outputs } from './outputs/index.ts';
import type { CheckedFile } from './outputs/output.ts';
import type { Palette } from './outputs/text.ts';
import { progressBar } from './progress-bar.ts';

export interface CheckOptions {
  readonly kind?: string;
  readonly format: OutputName;
  readonly withText?: boolean;
}

export interface Terminal {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly palette: Palette;
  readonly version: string;
}

/**
 * `cuigao check`: one answer per file, in the order given.
 * @returns the exit status: 0 nothing must be mended, 1 something must, 2 a file could not be read or wrong usage
 */
export const runCheck = async (
  files: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<0 | 1 | 2> => {
  const config = loadConfig(join(packageRoot(), 'config'));
  if (options.kind !== undefined && !config.kinds.some((kind) => kind.id === options.kind)) {
    const known = config.kinds.map((kind) => `  ${kind.id}  ${kind.name}`).join('\n');
    terminal.stderr.write(`没有“${options.kind}”这种报告类型。可用的有：\n${known}\n`);
    return 2;
  }
  const output = outputs[options.format]({
    withText: options.withText ?? false,
    palette: terminal.palette,
    version: terminal.version,
  });
  const reader = createIsolatedReader();
  const bar = progressBar(terminal.stderr, files.length);
  let status: 0 | 1 | 2 = 0;
  try {
    for await (const checked of inOrder(files, Math.max(1, cpus().length), (file) =>
      checkFile(file, options, config, reader),
    )) {
      bar.clear();
      terminal.stdout.write(output.file(checked));
      bar.step();
      status = Math.max(status, statusOf(checked)) as 0 | 1 | 2;
    }
    bar.clear();
    terminal.stdout.write(output.end());
  } finally {
    await reader.close();
  }
  return status;
};

const checkFile = async (
  file: string,
  options: CheckOptions,
  config: ReportConfig,
  reader: ReturnType<typeof createIsolatedReader>,
): Promise<CheckedFile> => {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return { file, error: { code: 'not-found', message: `打不开这个文件（${reason}），请检查路径和权限。` } };
  }
  const outcome = await reader.read(bytes, basename(file));
  if (!outcome.ok) return { file, error: { code: outcome.code, message: outcome.message } };
  const result = examine(outcome.document, config, {
    ...(options.kind === undefined ? {} : { kindId: options.kind }),
    fileName: basename(file),
    now: new Date(),
  });
  return { file, result, text: outcome.document.text };
};

const statusOf = (checked: CheckedFile): 0 | 1 | 2 => {
  if ('error' in checked) return 2;
  return [...checked.result.findings, ...checked.result.missing].some(({ severity }) => severity === 'must') ? 1 : 0;
};

/** Works on several at a time and yields the answers in the order of the inputs. */
async function* inOrder<T, R>(
  inputs: readonly T[],
  width: number,
  work: (input: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const running: Promise<R>[] = [];
  let next = 0;
  while (next < inputs.length || running.length > 0) {
    while (next < inputs.length && running.length < width) {
      const started = work(inputs[next++] as T);
      started.catch(() => undefined);
      running.push(started);
    }
    yield await (running.shift() as Promise<R>);
  }
}
