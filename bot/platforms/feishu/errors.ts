import { AppError, type AppErrorCode } from '../../../core/errors.ts';

/**
 * A call the platform refused or never answered. Made from the answer alone: it carries no request, so no token or
 * secret can reach a log through it. `code` is the vendor's, 0 when there was no answer to read it from.
 */
export class FeishuFailure extends Error {
  readonly code: number;
  /** HTTP status, 0 without an answer. */
  readonly status: number;
  readonly retryAfter: number | undefined;
  readonly logId: string | undefined;

  constructor(code: number, status: number, message: string, more: { retryAfter?: number; logId?: string } = {}) {
    super(`feishu answered ${status}/${code}: ${message.slice(0, 300)}`);
    this.name = 'FeishuFailure';
    this.code = code;
    this.status = status;
    this.retryAfter = more.retryAfter;
    this.logId = more.logId;
  }
}

interface Meaning {
  readonly code: AppErrorCode;
  readonly retryable?: true;
  readonly say: string;
}

const slowDown: Meaning = { code: 'rate-limited', retryable: true, say: '飞书提示发送过快，稍后会自动重试。' };
const busy: Meaning = { code: 'unavailable', retryable: true, say: '暂时连不上飞书，稍后会自动重试。' };
const tokenStale: Meaning = { code: 'unavailable', retryable: true, say: '飞书的访问凭证已失效，换新后会自动重试。' };
const gone: Meaning = { code: 'target-gone', say: '要回复的消息已被撤回或删除。' };
const outside: Meaning = { code: 'not-allowed', say: '机器人不在这个群里。请群主重新添加机器人。' };
const wrongKeys: Meaning = {
  code: 'configuration',
  say: '飞书不认可 App ID 或 App Secret。请核对 FEISHU_APP_ID 与 FEISHU_APP_SECRET。',
};

/** Vendor code → what it means to us. One table for every call. */
const meanings: Readonly<Record<number, Meaning>> = {
  10003: wrongKeys,
  10014: wrongKeys,
  11232: slowDown,
  11233: slowDown,
  11247: slowDown,
  99991400: slowDown,
  230020: slowDown,
  230049: slowDown,
  99991661: tokenStale,
  99991663: tokenStale,
  99991664: tokenStale,
  99991668: tokenStale,
  99991677: tokenStale,
  99991401: { code: 'configuration', say: '服务器的 IP 不在飞书应用的白名单里。请在开发者后台加上。' },
  99991403: { code: 'unavailable', say: '企业本月的飞书接口调用次数已用完。请联系企业管理员。' },
  99991672: { code: 'not-allowed', say: '飞书应用缺少权限。请管理员在开发者后台开通后重新发布。' },
  230001: { code: 'bad-request', say: '飞书说请求的参数不对。' },
  230002: outside,
  232011: outside,
  234004: outside,
  230011: gone,
  230050: gone,
  230110: gone,
  230111: gone,
  231003: gone,
  232009: { code: 'target-gone', say: '群已解散。' },
  230013: { code: 'not-allowed', say: '对方不在机器人的可用范围内。请管理员调整应用的可用范围。' },
  230018: { code: 'not-allowed', say: '群里开了禁言，机器人不能发言。请群主放开。' },
  230027: { code: 'not-allowed', say: '应用缺少发消息的权限，或群里有外部成员。请管理员检查。' },
  230029: { code: 'not-allowed', say: '对方已离职，消息没有发出。' },
  230035: { code: 'not-allowed', say: '机器人在这个群里没有发言权限。请群主放开。' },
  230053: { code: 'not-allowed', say: '对方屏蔽了机器人，消息没有发出。' },
  230071: { code: 'not-allowed', say: '这个群不支持话题回复。' },
  230075: { code: 'not-allowed', say: '保密群里机器人不能发消息。' },
  230022: { code: 'reply-refused', say: '回复里有飞书不允许发送的词语。' },
  230025: { code: 'reply-refused', say: '回复太长，飞书没有接受。' },
  230028: { code: 'reply-refused', say: '回复里的号码或邮箱被单位的数据安全策略拦下。' },
  230099: { code: 'reply-refused', say: '飞书没有接受这张卡片。' },
  230031: { code: 'edit-unsupported', say: '卡片发出已超过 14 天，不能再更新。' },
  230054: { code: 'edit-unsupported', say: '这条消息不能更新。' },
  230072: { code: 'edit-unsupported', say: '这条消息的更新次数已用完。' },
  234003: { code: 'download-refused', say: '在这条消息里没有找到文件。请重新发送一次。' },
  234008: { code: 'download-refused', say: '这个文件不是直接发到群里的，取不到。请重新上传发送。' },
  234009: { code: 'download-refused', say: '外部群里的文件机器人取不到。请发到内部群，或单独发给我。' },
  234037: { code: 'too-large', say: '文件超过 100 MB，飞书不允许下载。请压缩图片或拆分后重新发送。' },
  234038: { code: 'download-refused', say: '群里开了防泄密模式，机器人取不到文件。请单独发给我。' },
  234040: { code: 'download-refused', say: '这条消息发出时机器人还没进群，看不到文件。请重新发送一次。' },
  234043: { code: 'download-refused', say: '合并转发或卡片里的文件取不到。请直接把文件发过来。' },
};

/** The meaning of any failure of a call; failures that are AppErrors already pass through. */
export const toAppError = (failure: unknown, doing: string): AppError => {
  if (failure instanceof AppError) return failure;
  if (!(failure instanceof FeishuFailure)) {
    return new AppError('unavailable', busy.say, { retryable: true, cause: failure, context: { doing } });
  }
  const meaning = meanings[failure.code] ?? byStatus(failure);
  return new AppError(meaning.code, meaning.say, {
    retryable: meaning.retryable ?? false,
    ...(failure.retryAfter === undefined ? {} : { retryAfter: failure.retryAfter }),
    cause: failure,
    context: {
      doing,
      vendorCode: failure.code,
      status: failure.status,
      ...(failure.logId === undefined ? {} : { logId: failure.logId }),
    },
  });
};

const byStatus = (failure: FeishuFailure): Meaning => {
  if (failure.status === 429) return slowDown;
  if (failure.status === 0 || failure.status >= 500) return busy;
  if (failure.status === 401 || failure.status === 403) {
    return { code: 'not-allowed', say: '飞书拒绝了这次操作。请管理员检查应用的权限。' };
  }
  return { code: 'bad-request', say: '飞书没有接受这次请求。' };
};

/** The vendor's code behind an error, or null. */
export const vendorCode = (error: unknown): number | null => {
  const failure = error instanceof AppError ? error.cause : error;
  return failure instanceof FeishuFailure ? failure.code : null;
};

export const isTokenFailure = (error: unknown): boolean =>
  error instanceof FeishuFailure && meanings[error.code] === tokenStale;

/** The data policy refuses numbers or addresses in the text; masking them may help. */
export const isContentRefusal = (error: unknown): boolean => vendorCode(error) === 230028;

const refusedForms = new Set([230001, 230022, 230025, 230028, 230099]);

/** The message's form or words are refused; a simpler one may pass. */
export const isFormRefusal = (error: unknown): boolean => {
  const code = vendorCode(error);
  return code !== null && refusedForms.has(code);
};

/** The people a card mentions whom the platform does not know there (sub-code 100290), as far as it names them. */
export const refusedPeople = (error: unknown): string[] => {
  const failure = error instanceof AppError ? error.cause : error;
  if (!(failure instanceof FeishuFailure) || !failure.message.includes('100290')) return [];
  return failure.message.match(/\bou_[A-Za-z0-9_-]{1,80}/gu) ?? [];
};
