import { resolve } from 'node:path';
import { Disk, errors } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { AppError } from '../core/errors.ts';
import type { FileStore } from '../core/ports/stores.ts';

export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Base URL of a service other than AWS. */
  readonly endpoint?: string;
}

/** Keys are made by us; anything that could leave the store's folder is a mistake of ours. */
const safeKey = /^[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9]+)?(\/[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9]+)?)*$/;

const fileStore = (disk: Disk): FileStore => ({
  put: (key, bytes) => attempt(() => disk.put(checked(key), bytes)),
  get: (key) =>
    attempt(async () => {
      try {
        return new Uint8Array(await disk.getBytes(checked(key)));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    }),
  remove: (key) => attempt(() => disk.delete(checked(key))),
});

const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('unavailable', 'the file store does not answer', { retryable: true, cause: error });
  }
};

const checked = (key: string): string => {
  if (safeKey.test(key)) return key;
  throw new AppError('bad-request', 'not a key of the file store', { context: { key: key.slice(0, 100) } });
};

const isMissing = (error: unknown): boolean => {
  const cause = error instanceof errors.E_CANNOT_READ_FILE ? error.cause : error;
  if (typeof cause !== 'object' || cause === null) return false;
  return ('code' in cause && cause.code === 'ENOENT') || ('name' in cause && cause.name === 'NoSuchKey');
};

export const diskFileStore = (folder: string): FileStore =>
  fileStore(new Disk(new FSDriver({ location: resolve(folder), visibility: 'private' })));

/** The S3 client is loaded only here: it is large, and most installations keep files on disk. */
export const s3FileStore = async (settings: S3Settings): Promise<FileStore> => {
  const { S3Driver } = await import('flydrive/drivers/s3');
  return fileStore(
    new Disk(
      new S3Driver({
        bucket: settings.bucket,
        region: settings.region,
        credentials: { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
        ...(settings.endpoint === undefined ? {} : { endpoint: settings.endpoint, forcePathStyle: true }),
        visibility: 'private',
        supportsACL: false,
      }),
    ),
  );
};
