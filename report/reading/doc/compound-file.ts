import * as cfb from 'cfb';

export interface CompoundFile {
  /** Names of its streams and storages, in lower case: they do not depend on case. */
  readonly names: ReadonlySet<string>;
  /** A Word file with a password: the fEncrypted bit of the information block that starts the WordDocument stream. */
  readonly encryptedWord: boolean;
}

/** Looks into an OLE compound file; null when it cannot be opened. */
export const openCompoundFile = (bytes: Uint8Array): CompoundFile | null => {
  try {
    const container = cfb.read(bytes, { type: 'buffer' });
    const word = container.FileIndex.find(({ name }) => name.toLowerCase() === 'worddocument')?.content;
    return {
      names: new Set(container.FileIndex.map(({ name }) => name.toLowerCase())),
      encryptedWord: word !== undefined && (Number(word[0x0b] ?? 0) & 0x01) !== 0,
    };
  } catch {
    return null;
  }
};

/** The same streams in a file with sector chains of its own: those of a damaged file may run in circles. */
export const repacked = (bytes: Uint8Array): Buffer =>
  Buffer.from(cfb.write(cfb.read(bytes, { type: 'buffer' }), { type: 'buffer' }));
