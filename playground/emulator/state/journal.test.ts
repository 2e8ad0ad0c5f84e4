import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileJournal } from './journal.ts';

describe('the journal', () => {
  let directory: string;
  let path: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'journal-'));
    path = join(directory, 'journal.jsonl');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('gives back the newest values in the order they were first put', () => {
    const journal = fileJournal(directory);
    journal.put('message', 'a', { n: 1 });
    journal.put('message', 'b', { n: 2 });
    journal.put('chat', 'a', { n: 3 });
    journal.put('message', 'a', { n: 4 });
    journal.close();
    const again = fileJournal(directory);
    expect([again.all('message'), again.all('chat')]).toEqual([[{ n: 4 }, { n: 2 }], [{ n: 3 }]]);
    again.close();
  });

  it('forgets what was put as null, and its lines when it is opened again', () => {
    const journal = fileJournal(directory);
    journal.put('event', 'a', { n: 1 });
    journal.put('event', 'a', null);
    journal.close();
    const again = fileJournal(directory);
    expect([again.all('event'), statSync(path).size]).toEqual([[], 0]);
    again.close();
  });

  it('drops a line that a killed process left half-written', () => {
    const journal = fileJournal(directory);
    journal.put('event', 'a', { n: 1 });
    journal.close();
    appendFileSync(path, '{"kind":"event","id":"b","va');
    const again = fileJournal(directory);
    again.put('event', 'c', { n: 3 });
    again.close();
    expect(readFileSync(path, 'utf8')).toBe(
      '{"kind":"event","id":"a","value":{"n":1}}\n{"kind":"event","id":"c","value":{"n":3}}\n',
    );
  });

  it('is readable by its owner alone', () => {
    fileJournal(directory).close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});
