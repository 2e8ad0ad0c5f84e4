import { createReadStream, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** The bytes of uploaded files, under keys the emulator made itself. */
export interface BlobStore {
  put(key: string, bytes: Uint8Array): void;
  read(key: string): Buffer;
  stream(key: string): Readable;
}

const keyForm = /^[a-z0-9_]{1,80}$/;

export function memoryBlobs(): BlobStore {
  const blobs = new Map<string, Buffer>();
  const read = (key: string): Buffer => {
    const bytes = blobs.get(key);
    if (!bytes) throw new Error(`no bytes under ${key}`);
    return bytes;
  };
  return {
    put: (key, bytes) => void blobs.set(key, Buffer.from(bytes)),
    read,
    stream: (key) => Readable.from([read(key)], { objectMode: false }),
  };
}

export function directoryBlobs(directory: string): BlobStore {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const place = (key: string): string => {
    if (!keyForm.test(key)) throw new Error('not a key of this store');
    return join(directory, key);
  };
  return {
    put(key, bytes) {
      const path = place(key);
      writeFileSync(`${path}.new`, bytes, { mode: 0o600 });
      renameSync(`${path}.new`, path);
    },
    read: (key) => readFileSync(place(key)),
    stream: (key) => createReadStream(place(key)),
  };
}
