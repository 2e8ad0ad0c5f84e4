import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ReportDocument } from '../core/report-document.ts';
import type { ReportResult } from '../core/report-result.ts';
import type { IsolatedReader } from '../jobs/isolated-reader.ts';
import { examine, type ReportConfig } from '../report/examine.ts';

export type ExaminedFile =
  | {
      readonly file: string;
      readonly bytes: Uint8Array;
      readonly document: ReportDocument;
      readonly result: ReportResult;
    }
  | { readonly file: string; readonly error: { readonly code: string; readonly message: string } };

/** Reads one file from disk in the isolated reader and examines it; every failure is a value. */
export const examineFile = async (
  file: string,
  options: { readonly kind?: string },
  config: ReportConfig,
  reader: IsolatedReader,
): Promise<ExaminedFile> => {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return { file, error: unopened(systemCode(error)) };
  }
  const outcome = await reader.read(bytes, basename(file));
  if (!outcome.ok) return { file, error: { code: outcome.code, message: outcome.message } };
  const result = examine(outcome.document, config, {
    ...(options.kind === undefined ? {} : { kindId: options.kind }),
    fileName: basename(file),
    now: new Date(),
  });
  return { file, bytes, document: outcome.document, result };
};

const unopened = (code: string): { readonly code: string; readonly message: string } => {
  switch (code) {
    case 'ENOENT':
      return { code: 'not-found', message: '没有这个文件，请检查路径。' };
    case 'EISDIR':
      return { code: 'is-directory', message: '这是一个目录，请写里面的文件，例如 目录/*.docx。' };
    case 'EACCES':
    case 'EPERM':
      return { code: 'no-permission', message: '没有权限读取这个文件。' };
    default:
      return { code: 'cannot-open', message: `打不开这个文件（${code}），请检查路径。` };
  }
};

/** ENOENT and the like. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

/** The sentence for a `--kind` that does not exist, or null. */
export const unknownKind = (kind: string | undefined, config: ReportConfig): string | null => {
  if (kind === undefined || config.kinds.some(({ id }) => id === kind)) return null;
  const known = config.kinds.map(({ id, name }) => `  ${id}  ${name}`).join('\n');
  return `没有“${kind}”这种报告类型。可用的有：\n${known}`;
};
