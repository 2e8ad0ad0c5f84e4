/** Codes of the open platform with the sentence it answers; all come with HTTP 400. */
const sentences: Record<number, string> = {
  10002: 'card param error.',
  99991661: 'Missing access token for authorization. Please make a test attempt with the correct token.',
  99991663: 'Invalid access token for authorization. Please make a test attempt with the correct token.',
  99991400: 'request trigger frequency limit',
  230001: 'Your request contains an invalid request parameter.',
  230002: 'The bot can not be outside the group.',
  230011: 'The message was recalled.',
  230012: 'Bot is NOT the sender of the message.',
  230013: 'Bot has NO availability to this user.',
  230017: 'Bot is NOT the owner of the resource.',
  230020: 'This operation triggers the frequency limit.',
  230025: 'The length of the message content reaches its limit.',
  230026: 'No permission to recall this message.',
  230027: 'Lack of necessary permissions,',
  230028: 'The messages do NOT pass the audit.',
  230031: 'Message can only be modified within 14 days after sending.',
  230034: 'The receive_id is invalid.',
  230055: 'The type of file upload does not match the type of message being sent.',
  230099: 'Failed to create card content',
  230110: 'Action unavailable as the message has been deleted.',
  231001: 'reaction type is invalid.',
  231002: 'The operator has no permission to react on the specific message.',
  231003: 'The message is not found, maybe not exist or deleted.',
  231007: 'The operator has no permission to delete this reaction.',
  231012: 'The request has an invalid pageToken.',
  232001: 'Your request contains an invalid request parameter.',
  232006: 'Your request specifies a chat_id which is invalid.',
  232009: 'Your request specifies a chat which has already been dissolved.',
  232011: 'Operator can NOT be out of the chat.',
  234001: 'Invalid request param.',
  234003: 'File not in message.',
  234004: 'App not in chat.',
  234006: 'The file size exceed the max value.',
  234009: 'Lark app can not download file in the external group.',
  234010: 'File size can not be 0.',
  234037: 'Downloaded file size exceeds limit.',
  234043: 'Unsupported message type.',
  300020: 'card token is malformed.',
  300030: 'card token has expired.',
  300040: 'card token is used up.',
};

export type RefusalOptions = { readonly detail?: string; readonly status?: number; readonly body?: object };

/** A request the platform answers with a code other than 0. */
export class Refusal extends Error {
  readonly code: number;
  readonly status: number;
  readonly body: object;

  constructor(code: number, options: RefusalOptions = {}) {
    super([sentences[code] ?? 'request refused', options.detail].filter(Boolean).join(' '));
    this.code = code;
    this.status = options.status ?? 400;
    this.body = options.body ?? {};
  }
}
