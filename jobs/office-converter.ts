import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ConversionOutcome, ConvertibleExtension, ConvertToDocx } from '../report/reading/conversion.ts';
import { groupResidentBytes, killGroup } from './process-group.ts';
import { createSlots } from './slots.ts';

export interface OfficeConverterOptions {
  /** LibreOffice's soffice; looked for in the customary places when absent, never used when null. */
  readonly program?: string | null;
  /** Milliseconds for one file, bytes in memory, files at a time. */
  readonly timeoutMs?: number;
  readonly residentBytes?: number;
  readonly concurrency?: number;
}

const customaryPlaces = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

const timeout = '/usr/bin/timeout';

/** Macros never run, nothing is fetched: links to other files stay dead and the proxy leads nowhere. */
const profileSettings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>`;

/**
 * Converts through LibreOffice without a window: a profile of its own for every file (shared ones clash), a process group
 * that is ended as a whole, a time and a memory limit. The exit code tells nothing, so the output is looked at.
 */
export const createOfficeConverter = (options: OfficeConverterOptions = {}): ConvertToDocx => {
  const { timeoutMs = 45_000, residentBytes = 1200 * 1024 * 1024, concurrency = 2 } = options;
  const program = options.program === undefined ? customaryPlaces.find((path) => existsSync(path)) : options.program;
  const slots = createSlots(concurrency);
  return (bytes, extension) => {
    if (program === undefined || program === null) return Promise.resolve({ ok: false, reason: 'missing' });
    return slots.run(async () => {
      const bounds = { timeoutMs, residentBytes };
      const first = await convert(program, bytes, extension, bounds);
      // On a busy machine the program now and then ends without a word and without an output.
      return first.ok || first.reason === 'timeout' ? first : convert(program, bytes, extension, bounds);
    });
  };
};

const convert = async (
  program: string,
  bytes: Uint8Array,
  extension: ConvertibleExtension,
  bounds: { timeoutMs: number; residentBytes: number },
): Promise<ConversionOutcome> => {
  const folder = await mkdtemp(join(tmpdir(), 'cuigao-office-'));
  try {
    await mkdir(join(folder, 'profile', 'user'), { recursive: true });
    await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), profileSettings);
    await writeFile(join(folder, `input.${extension}`), bytes);
    if ((await runOffice(program, folder, extension, bounds)) === 'killed') return { ok: false, reason: 'timeout' };
    const output = join(folder, 'out', 'input.docx');
    const size = await stat(output).then(
      (found) => found.size,
      () => 0,
    );
    return size === 0 ? { ok: false, reason: 'failed' } : { ok: true, docx: await readFile(output) };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
};

const runOffice = (
  program: string,
  folder: string,
  extension: ConvertibleExtension,
  bounds: { timeoutMs: number; residentBytes: number },
): Promise<'ended' | 'killed'> =>
  new Promise((resolve) => {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const quiet = ['--headless', '--invisible', '--norestore', '--nolockcheck', '--nodefault', '--nologo'];
    const task = ['--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'out'), `input.${extension}`];
    const command = [program, profile, ...quiet, ...task];
    // Should this process be killed meanwhile, nobody but `timeout` would end a program that hangs.
    const guard = existsSync(timeout) ? [timeout, '--signal=KILL', String(Math.ceil(bounds.timeoutMs / 1000) + 5)] : [];
    const [first = program, ...rest] = [...guard, ...command];
    const child = spawn(first, rest, {
      cwd: folder,
      env: { HOME: folder, TMPDIR: folder, PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' },
      stdio: 'ignore',
      detached: process.platform !== 'win32',
    });
    const finish = (how: 'ended' | 'killed'): void => {
      clearTimeout(clock);
      clearInterval(watch);
      killGroup(child.pid);
      resolve(how);
    };
    const clock = setTimeout(() => finish('killed'), bounds.timeoutMs);
    const watch = setInterval(() => {
      if (child.pid !== undefined && groupResidentBytes(child.pid) > bounds.residentBytes) finish('killed');
    }, 250);
    child.once('error', () => finish('ended'));
    child.once('exit', () => finish('ended'));
  });
