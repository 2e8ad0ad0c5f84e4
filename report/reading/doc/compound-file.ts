import * as cfb from 'cfb';

/** Names of the streams and storages of an OLE compound file; null when it cannot be opened. */
export const streamNames = (bytes: Uint8Array): Set<string> | null => {
  try {
    const container = cfb.read(bytes, { type: 'buffer' });
    return new Set(container.FileIndex.map(({ name }) => name));
  } catch {
    return null;
  }
};

/** The fEncrypted bit of the file information block, which starts the WordDocument stream. */
export const wordIsEncrypted = (bytes: Uint8Array): boolean => {
  try {
    const stream = cfb.find(cfb.read(bytes, { type: 'buffer' }), 'WordDocument');
    const content = stream?.content;
    return content !== undefined && ((Number(content[0x0b]) || 0) & 0x01) !== 0;
  } catch {
    return false;
  }
};
