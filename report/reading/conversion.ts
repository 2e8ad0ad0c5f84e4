/** Formats that only an office program reads faithfully, by the file ending it knows them by. */
export type ConvertibleExtension = 'doc' | 'rtf' | 'odt' | 'xml';

export type ConversionOutcome =
  | { readonly ok: true; readonly docx: Uint8Array }
  | { readonly ok: false; readonly reason: 'missing' | 'timeout' | 'failed' };

/** Turns the file being read into a .docx; done outside the reading process, which may not start programs. */
export type ConvertToDocx = (bytes: Uint8Array, extension: ConvertibleExtension) => Promise<ConversionOutcome>;
