import { createHash } from 'node:crypto';
import type { Finding } from '../../core/finding.ts';

const MOST = 80;
const stem = (name: string): string => name.replace(/\.[A-Za-z0-9]{1,5}$/u, '');

/** `<name of the upload>（批注版）.docx`; characters that no file system takes, or that turn text around, are left out. */
export const annotatedName = (uploadName: string): string => {
  const clean = stem(uploadName)
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}\\/:*?"<>|]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  return `${[...(clean === '' ? '报告' : clean)].slice(0, MOST).join('')}（批注版）.docx`;
};

/** Short name of what a copy would say: the same findings give the same copy. */
export const findingsDigest = (findings: readonly Finding[]): string =>
  createHash('sha256').update(JSON.stringify(findings)).digest('hex').slice(0, 16);
