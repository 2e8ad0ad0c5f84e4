import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../config/package-root.ts';

/** The program compiled from the present sources into a folder of its own. */
export interface BuiltProgram {
  /** Starts `cuigao serve` with these settings and nothing else in its environment but PATH and HOME. */
  serve(env: Readonly<Record<string, string>>): SpawnedBot;
  remove(): Promise<void>;
}

export interface SpawnedBot {
  /** kill -9, and all its children go with it; resolves when it is gone. */
  kill(): Promise<void>;
  /** What it wrote so far, for when something goes wrong. */
  output(): string;
}

export const buildProgram = async (): Promise<BuiltProgram> => {
  const root = packageRoot();
  const folder = join(root, 'node_modules', '.cache', `cuigao-journey-${process.pid}`);
  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  const built = run(
    process.execPath,
    [compiler, '-p', 'tsconfig.build.json', '--outDir', folder, '--sourceMap', 'false'],
    {
      cwd: root,
    },
  );
  await exited(built.child);
  const program = join(folder, 'cli', 'main.js');
  if (!existsSync(program)) throw new Error(`the program did not compile:\n${built.output()}`);
  return {
    serve: (env) => {
      const { PATH = '', HOME = '' } = process.env;
      const { child, output } = run(process.execPath, [program, 'serve'], { env: { PATH, HOME, ...env } });
      return {
        output,
        kill: async () => {
          child.kill('SIGKILL');
          await exited(child);
        },
      };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};

const run = (command: string, args: readonly string[], options: { cwd?: string; env?: Record<string, string> }) => {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      written = (written + text).slice(-20_000);
    });
  }
  return { child, output: () => written };
};

const exited = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
