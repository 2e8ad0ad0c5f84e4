export type AppErrorCode =
  | 'rate-limited'
  | 'unavailable'
  | 'not-allowed'
  | 'target-gone'
  | 'reply-refused'
  | 'edit-unsupported'
  | 'download-refused'
  | 'too-large'
  | 'bad-request'
  | 'configuration'
  | 'in-use';

/** A failure with a code that callers act upon. `retryable` tells the queue whether another attempt can help. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly retryable: boolean;
  /** Milliseconds the other side asked us to wait. */
  readonly retryAfter: number | undefined;
  readonly context: Readonly<Record<string, string | number>>;

  constructor(
    code: AppErrorCode,
    message: string,
    options: {
      retryable?: boolean;
      retryAfter?: number;
      cause?: unknown;
      context?: Record<string, string | number>;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.retryAfter = options.retryAfter;
    this.context = options.context ?? {};
  }
}
