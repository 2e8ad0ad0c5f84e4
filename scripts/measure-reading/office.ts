import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** One format from another through LibreOffice, which now and then needs a second attempt. */
export const officeConvert = (bytes: Uint8Array, from: string, to: string, attempts = 3): Uint8Array => {
  try {
    return convertOnce(bytes, from, to);
  } catch (error) {
    if (attempts <= 1) throw error;
    return officeConvert(bytes, from, to, attempts - 1);
  }
};

const convertOnce = (bytes: Uint8Array, from: string, to: string): Uint8Array => {
  const folder = mkdtempSync(join(tmpdir(), 'cuigao-measure-'));
  try {
    writeFileSync(join(folder, `report.${from}`), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', to, '--outdir', folder, join(folder, `report.${from}`)],
      {
        stdio: 'ignore',
      },
    );
    return readFileSync(join(folder, `report.${to}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
