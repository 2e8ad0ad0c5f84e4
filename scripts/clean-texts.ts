import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All .md and .txt files under a folder, in a fixed order. */
export const markdownFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name.startsWith('.') ? [] : markdownFiles(path);
      return /\.(md|txt)$/u.test(entry.name) && !/^(README|_index)/u.test(entry.name) ? [path] : [];
    });

/** The year in a path or a file's name, or null. */
export const yearOf = (path: string): number | null => {
  const years = path.match(/(?:19|20)\d{2}/gu);
  return years === null ? null : Number(years.at(-1));
};

/** A text as its author wrote it: without front matter, Markdown signs, images and the editor's notes. */
export const cleanText = (path: string): string =>
  readFileSync(path, 'utf8')
    .replace(/\r\n?/gu, '\n')
    .replace(/^---\n(?:[\s\S]*?\n)?title: ['"]?([^\n（'"]*)[\s\S]*?\n---\n/u, '$1\n')
    .replace(/^>.*$/gmu, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/gu, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/^#{1,6}\s+/gmu, '')
    .replace(/^\|.*\|$/gmu, '')
    .replace(/\*\*([^*\n]+)\*\*/gu, '$1')
    .replace(/\n{2,}/gu, '\n')
    .trim();
