import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../handlers/commands/index.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const pages = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'docs/architecture.md',
  'docs/operations.md',
  'playground/web/README.md',
  'bot/platforms/feishu/README.md',
  ...readdirSync(join(root, 'docs/adr')).map((name) => `docs/adr/${name}`),
];

/** Links and, between backticks, what looks like a path from the repository's root. */
const pathsIn = (page: string): string[] => {
  const text = read(page);
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/gu)].map(([, link = '']) => join(dirname(page), link));
  const spoken = [...text.matchAll(/`([a-z][\w.-]*\/[\w./-]*|[\w-]+\.(?:ya?ml|json))`/gu)].map(([, path = '']) => path);
  return [...links, ...spoken];
};
/** Named by pages, but made by running, or relative to the folder the page is about. */
const elsewhere = /^(?:data|dist|golden|client|chat|card|styles)\/|\.env$/u;

const variable = /^[A-Z][A-Z0-9_]+$/u;
const settings = [...read('config/env.ts').matchAll(/^ {4}([A-Z][A-Z0-9_]+):/gmu)].map(([, name = '']) => name);
/** Platforms that are not built yet, and what only compose.yaml reads. */
const unused = (name: string): boolean => name.startsWith('DINGTALK_') || name === 'POSTGRES_PASSWORD';

describe('the documentation', () => {
  it.each(pages)('%s names only files and folders that exist', (page) => {
    const missing = pathsIn(page).filter((path) => {
      const near = [dirname(page), '', 'playground', 'report', 'handlers', 'bot/platforms', 'bot/platforms/feishu'];
      return !elsewhere.test(path) && !near.some((folder) => existsSync(join(root, folder, path)));
    });
    expect(missing).toEqual([]);
  });

  it('lists every setting the bot reads in the README and in .env.example', () => {
    const rows = [...read('README.md').matchAll(/^\| (`[^|]+`) \|/gmu)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name),
    );
    const example = [...read('.env.example').matchAll(/^#?([A-Z][A-Z0-9_]+)=/gmu)].map(([, name = '']) => name);
    const expected = settings.filter((name) => !unused(name)).sort();
    expect([rows.filter((name) => variable.test(name)).sort(), example.filter((name) => !unused(name)).sort()]).toEqual(
      [expected, expected],
    );
  });

  it.each(['README.md', 'README.zh-CN.md'])('%s names every command', (page) => {
    const text = read(page);
    expect(commands.map(({ meta }) => meta.name).filter((name) => !text.includes(name))).toEqual([]);
  });

  it('names only scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = ['README.md', 'CONTRIBUTING.md'].flatMap((page) =>
      [...read(page).matchAll(/npm run ([\w-]+)/gu)].map(([, name = '']) => name),
    );
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
