import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfig } from '../config/load.ts';
import { packageRoot } from '../config/package-root.ts';
import { createIsolatedReader } from '../jobs/isolated-reader.ts';
import { annotateDocx } from '../report/annotating/annotate-docx.ts';
import { freshDocx } from '../report/annotating/fresh-docx.ts';
import { type ExaminedFile, examineFile, systemCode, unknownKind } from './examine-file.ts';
import type { Terminal } from './terminal.ts';

export interface AnnotateFileOptions {
  readonly output: string;
  readonly kind?: string;
  /** Certain replacements as tracked changes; only for .docx. */
  readonly fix?: boolean;
}

/**
 * `cuigao annotate`: a copy with the findings as Word comments, never over the original.
 * @returns the exit status: 0 written, 2 not
 */
export const runAnnotate = async (file: string, options: AnnotateFileOptions, terminal: Terminal): Promise<0 | 2> => {
  const refuse = (message: string): 2 => {
    terminal.stderr.write(`${message}\n`);
    return 2;
  };
  const config = loadConfig(join(packageRoot(), 'config'));
  const wrongKind = unknownKind(options.kind, config);
  if (wrongKind !== null) return refuse(wrongKind);
  const reader = createIsolatedReader();
  try {
    const examined = await examineFile(file, options, config, reader);
    if ('error' in examined) return refuse(`${file}：${examined.error.message}`);
    const copy = await copyOf(examined, options.fix ?? false);
    const failure = await writeNew(options.output, copy.bytes);
    if (failure !== null) return refuse(failure);
    terminal.stdout.write(`已写入 ${options.output}：${copy.summary}。\n`);
    return 0;
  } finally {
    await reader.close();
  }
};

type Readable = Exclude<ExaminedFile, { error: unknown }>;
interface Copy {
  readonly bytes: Uint8Array;
  readonly summary: string;
}

/** The file's own copy where it can be made, else a new document with its text. */
const copyOf = async (examined: Readable, fix: boolean): Promise<Copy> => {
  const { document, result } = examined;
  const now = new Date();
  const own = document.format === 'docx' ? await ownCopy(examined, now, fix).catch(() => null) : null;
  if (own !== null) return own;
  const why = document.format === 'docx' ? '原文件的结构加不了批注' : '原文件不是 .docx';
  return {
    bytes: await freshDocx(document, result.findings, { now }),
    summary: `${why}，批注写在新建的文档里，共 ${result.findings.length} 条`,
  };
};

const ownCopy = async ({ bytes, result }: Readable, now: Date, fix: boolean): Promise<Copy> => {
  const copy = await annotateDocx(bytes, result.findings, { now, fix });
  const unplaced = copy.unplaced.length === 0 ? '' : `，${copy.unplaced.length} 条所在位置不能加批注`;
  const fixed = fix ? `，按修订方式改了 ${copy.fixed} 处` : '';
  return { bytes: copy.bytes, summary: `批注 ${copy.commented} 条${unplaced}${fixed}` };
};

/** Writes a file that does not exist yet; the sentence that says why it could not, or null. */
const writeNew = async (path: string, bytes: Uint8Array): Promise<string | null> => {
  try {
    await writeFile(path, bytes, { flag: 'wx' });
    return null;
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST') return `${path} 已经存在，请换一个文件名。`;
    if (code === 'ENOENT') return `${path} 所在的目录不存在，请先建好，或换一个地方。`;
    return `写不进 ${path}（${code}），请换一个地方。`;
  }
};
