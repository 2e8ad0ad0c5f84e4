import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfig } from '../config/load.ts';
import { packageRoot } from '../config/package-root.ts';
import { createIsolatedReader } from '../jobs/isolated-reader.ts';
import { annotateDocx } from '../report/annotating/annotate-docx.ts';
import { freshDocx } from '../report/annotating/fresh-docx.ts';
import { examineFile, unknownKind } from './examine-file.ts';
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
    if ('error' in examined) return refuse(examined.error.message);
    const { bytes, document, result } = examined;
    const now = new Date();
    if (document.format !== 'docx') {
      await writeFile(options.output, await freshDocx(document, result.findings, { now }), { flag: 'wx' });
      terminal.stdout.write(
        `已写入 ${options.output}：原文件不是 .docx，批注写在新建的文档里，共 ${result.findings.length} 条。\n`,
      );
      return 0;
    }
    const copy = await annotateDocx(bytes, result.findings, { now, fix: options.fix ?? false });
    await writeFile(options.output, copy.bytes, { flag: 'wx' });
    const unplaced = copy.unplaced.length === 0 ? '' : `，${copy.unplaced.length} 条所在位置不能加批注`;
    const fixed = options.fix ? `，按修订方式改了 ${copy.fixed} 处` : '';
    terminal.stdout.write(`已写入 ${options.output}：批注 ${copy.commented} 条${unplaced}${fixed}。\n`);
    return 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      return refuse(`${options.output} 已经存在，请换一个文件名。`);
    throw error;
  } finally {
    await reader.close();
  }
};
