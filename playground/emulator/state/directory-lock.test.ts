import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDirectory } from './directory-lock.ts';

describe('the lock of a data directory', () => {
  let directory: string;
  let path: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'lock-'));
    path = join(directory, 'lock.json');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('is held until it is given back', () => {
    const release = lockDirectory(directory);
    expect(() => lockDirectory(directory)).toThrow('正由另一个试用平台使用');
    release();
    lockDirectory(directory)();
    expect(existsSync(path)).toBe(false);
  });

  it.each<[string, string]>([
    ['whose process is gone', JSON.stringify({ pid: 2 ** 22 + 1, started: '1' })],
    ['whose number belongs to another process now', JSON.stringify({ pid: process.pid, started: '1' })],
    ['that was half-written', '{"pid":'],
  ])('%s is taken over', (_name, left) => {
    writeFileSync(path, left);
    expect(() => lockDirectory(directory)()).not.toThrow();
  });
});
