import { readdirSync, readFileSync } from 'node:fs';

const pageBytes = 4096;

/** Ends a process that leads a group of its own, with everything it started. */
export const killGroup = (pid: number | undefined): void => {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
};

/** Resident bytes of one process, or 0 where the system does not tell. */
export const residentBytes = (pid: number): number => {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1] ?? 0) * pageBytes;
  } catch {
    return 0;
  }
};

/** Resident bytes of a whole process group, or 0 where the system does not tell. */
export const groupResidentBytes = (group: number): number => {
  let bytes = 0;
  for (const pid of processIds()) if (groupOf(pid) === group) bytes += residentBytes(pid);
  return bytes;
};

const processIds = (): number[] => {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  } catch {
    return [];
  }
};

const groupOf = (pid: number): number => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The program's name may hold spaces and stands in parentheses: state, parent and group follow it.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
  } catch {
    return 0;
  }
};
