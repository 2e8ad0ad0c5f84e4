import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const holderSchema = z.object({ pid: z.int().positive(), started: z.string().nullable() });

/**
 * Takes a directory for this process; the returned function gives it back. A lock left by a killed process does not
 * count: its process is gone, or the number now belongs to one that began at another time.
 */
export function lockDirectory(directory: string): () => void {
  const path = join(directory, 'lock.json');
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid) });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(path, mine, { flag: 'wx', mode: 0o600 });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isHeld(path)) break;
      rmSync(path, { force: true });
    }
  }
  throw new Error(`${directory} 正由另一个试用平台使用。请先停止它，或换一个数据目录。`);
}

function isHeld(path: string): boolean {
  let holder: z.infer<typeof holderSchema>;
  try {
    holder = holderSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return false;
  }
  return isAlive(holder.pid) && startOf(holder.pid) === holder.started;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process began, in the kernel's ticks; null where that cannot be told and for one that is dead but unburied. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}
