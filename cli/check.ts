import { cpus } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../config/load.ts';
import { packageRoot } from '../config/package-root.ts';
import { createIsolatedReader } from '../jobs/isolated-reader.ts';
import { examineFile, unknownKind } from './examine-file.ts';
import { type OutputName, outputs } from './outputs/index.ts';
import type { CheckedFile } from './outputs/output.ts';
import { progressBar } from './progress-bar.ts';
import type { Terminal } from './terminal.ts';

export interface CheckOptions {
  readonly kind?: string;
  readonly format: OutputName;
  readonly withText?: boolean;
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
  const wrongKind = unknownKind(options.kind, config);
  if (wrongKind !== null) {
    terminal.stderr.write(`${wrongKind}\n`);
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

const checkFile = async (...file: Parameters<typeof examineFile>): Promise<CheckedFile> => {
  const examined = await examineFile(...file);
  return 'error' in examined
    ? examined
    : { file: examined.file, result: examined.result, text: examined.document.text };
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
