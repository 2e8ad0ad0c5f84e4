import { createHash } from 'node:crypto';

/** 32 hexadecimal digits; the same parts give the same id, so that work done twice makes one thing. */
export const derivedId = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 32);

/** The collection that a draft becomes. */
export const collectionIdOf = (draftId: string): string => derivedId('collection', draftId);

/** The draft that an event (a command or pasted words), a form card or an uploaded notice becomes. */
export const draftIdOf = {
  event: (platform: string, eventKey: string): string => derivedId('event', platform, eventKey),
  form: (platform: string, messageId: string): string => derivedId('form', platform, messageId),
  upload: (revisionId: string): string => derivedId('upload', revisionId),
} as const;
