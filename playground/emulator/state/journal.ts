import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { lockDirectory } from './directory-lock.ts';

const lineSchema = z.object({ kind: z.string(), id: z.string(), value: z.unknown() });
const fileName = 'journal.jsonl';

/** Keeps the newest value of every (kind, id); what `put` returned from survives a kill of the process. */
export interface Journal {
  /** All values of a kind in the order they were first put. */
  all(kind: string): unknown[];
  /** A `null` value forgets the entry. */
  put(kind: string, id: string, value: unknown): void;
  close(): void;
}

export function memoryJournal(): Journal {
  return { all: () => [], put: () => undefined, close: () => undefined };
}

/**
 * An append-only file of JSON lines. It is rewritten without superseded lines when opened; a torn last line, left by a
 * killed process, is dropped. One process at a time has it.
 */
export function fileJournal(directory: string): Journal {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const release = lockDirectory(directory);
  const path = join(directory, fileName);
  const entries = new Map<string, { kind: string; id: string; value: unknown }>();
  if (existsSync(path)) {
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      const entry = parseLine(line);
      if (!entry) continue;
      const key = `${entry.kind} ${entry.id}`;
      if (entry.value === null) entries.delete(key);
      else entries.set(key, entry);
    }
  }
  const fresh = `${path}.new`;
  const rewritten = openSync(fresh, 'w', 0o600);
  for (const entry of entries.values()) writeSync(rewritten, `${JSON.stringify(entry)}\n`);
  fsyncSync(rewritten);
  closeSync(rewritten);
  renameSync(fresh, path);
  const loaded = [...entries.values()];
  entries.clear();
  const handle = openSync(path, 'a', 0o600);
  let open = true;
  return {
    all: (kind) => loaded.filter((entry) => entry.kind === kind).map((entry) => entry.value),
    put(kind, id, value) {
      if (open) writeSync(handle, `${JSON.stringify({ kind, id, value })}\n`);
    },
    close() {
      if (!open) return;
      open = false;
      closeSync(handle);
      release();
    },
  };
}

function parseLine(line: string): z.infer<typeof lineSchema> | null {
  if (line === '') return null;
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
