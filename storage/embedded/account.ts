import { execFile, spawnSync } from 'node:child_process';
import { platform } from 'node:os';
import { promisify } from 'node:util';
import { AppError } from '../../core/errors.ts';

/** The account the server runs under when the bot itself is root, which PostgreSQL refuses. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const run = promisify(execFile);
const ownAccountName = 'cuigao-postgres';

const accountNamed = async (name: string): Promise<Account | null> => {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
};

export const runsAsRoot = (): boolean => process.getuid?.() === 0;

/** An unprivileged account for the server: postgres where it exists, else one made for this, else nobody. */
export const unprivilegedAccount = async (): Promise<Account> => {
  const known = (await accountNamed('postgres')) ?? (await accountNamed(ownAccountName));
  if (known) return known;
  const shell = ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', ownAccountName];
  await run('useradd', shell).catch(() => undefined);
  const made = (await accountNamed(ownAccountName)) ?? (await accountNamed('nobody'));
  if (made) return made;
  throw new AppError(
    'configuration',
    '以 root 运行时，内置 PostgreSQL 需要一个普通账户，而本机建不了。请用普通用户运行，或设置 DATABASE_URL。',
  );
};

/** Whether the account can do that with the path: r read, w write, x enter or execute. */
export const accountCan = (account: Account | null, permission: 'r' | 'w' | 'x', path: string): boolean => {
  if (platform() === 'win32') return true;
  return spawnSync('test', [`-${permission}`, path], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
};
