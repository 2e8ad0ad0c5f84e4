import { randomBytes } from 'node:crypto';

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

/** Identifiers in the forms of the real platform. */
export const newMessageId = (): string => `om_${hex(16)}`;
export const newChatId = (): string => `oc_${hex(16)}`;
export const newOpenId = (): string => `ou_${hex(16)}`;
export const newAppId = (): string => `cli_${hex(8)}`;
export const newSecret = (): string => randomBytes(24).toString('base64url');
export const newEventId = (): string => hex(16);
export const newTenantKey = (): string => hex(8);
export const newFileKey = (): string => `file_v3_00${hex(2)}_${hex(16)}g`;
export const newImageKey = (): string => `img_v3_02${hex(2)}_${hex(16)}g`;
export const newReactionId = (): string => `ZC${randomBytes(24).toString('base64url')}`;
export const newCardToken = (): string => `c-${hex(20)}`;
export const newAccessToken = (): string => `t-g1${hex(18)}`;
/** Union ids belong to the same person in every app; here they are derived from the open id. */
export const unionIdOf = (openId: string): string => openId.replace(/^ou_/, 'on_');
