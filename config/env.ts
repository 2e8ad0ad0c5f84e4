import { z } from 'zod';

const text = z.string().min(1).optional();
const flag = (fallback: number, { min, max }: { min: number; max: number }) =>
  z.coerce.number().int().min(min).max(max).default(fallback);

/** Every setting the bot reads. Names and meanings are in README.md; unknown variables are none of our business. */
const schema = z
  .object({
    PORT: flag(8787, { min: 0, max: 65_535 }),
    /** What to listen on; loopback unless told otherwise. */
    HOST: z.string().min(1).default('127.0.0.1'),
    DATA_DIR: z.string().min(1).default('data'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    /** redis://, rediss://, redis+sentinel:// or redis+cluster://; unset: BullMQ works on PostgreSQL. */
    REDIS_URL: z
      .string()
      .regex(/^rediss?(\+(sentinel|cluster))?:\/\//, 'must start with redis://, rediss://, redis+sentinel:// …')
      .optional(),
    ROLE: z.enum(['all', 'bot', 'worker']).default('all'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    TZ: z.string().min(1).default('Asia/Shanghai'),
    FEISHU_APP_ID: z
      .string()
      .regex(/^cli_[0-9a-fA-F]{16}$/, 'must look like cli_ and 16 hexadecimal digits')
      .optional(),
    FEISHU_APP_SECRET: text,
    FEISHU_DOMAIN: z
      .union([z.enum(['feishu', 'lark']), z.url({ protocol: /^https?$/ })])
      .default('feishu')
      .transform((domain) => {
        if (domain === 'feishu') return 'https://open.feishu.cn';
        if (domain === 'lark') return 'https://open.larksuite.com';
        return domain.replace(/\/+$/, '');
      }),
    FEISHU_EVENT_MODE: z.enum(['websocket', 'webhook']).default('websocket'),
    FEISHU_ENCRYPT_KEY: text,
    FEISHU_VERIFICATION_TOKEN: text,
    DINGTALK_CLIENT_ID: text,
    DINGTALK_CLIENT_SECRET: text,
    DINGTALK_ROBOT_CODE: text,
    DINGTALK_API_URL: z.url({ protocol: /^https?$/ }).default('https://api.dingtalk.com'),
    S3_ENDPOINT: z.url().optional(),
    S3_REGION: text,
    S3_BUCKET: text,
    S3_ACCESS_KEY_ID: text,
    S3_SECRET_ACCESS_KEY: text,
    LLM_BASE_URL: z.url().optional(),
    LLM_API_KEY: text,
    LLM_MODEL: text,
    /** What all chats together may ask of the model in a day. */
    LLM_DAILY_CALLS: flag(500, { min: 0, max: 1_000_000 }),
    LLM_DAILY_TOKENS: flag(1_000_000, { min: 0, max: 1_000_000_000 }),
    /** Members who may organise in every chat, besides those who started a collection and the chats' own administrators. */
    ORGANISER_IDS: z
      .string()
      .default('')
      .transform((ids) => ids.split(/[\s,，;；]+/u).filter((id) => id !== '')),
    RETENTION_DAYS: flag(365, { min: 1, max: 36_500 }),
    MAX_FILE_MB: flag(30, { min: 1, max: 100 }),
  })
  .superRefine((env, context) => {
    const together = (names: (keyof typeof env)[]) => {
      const set = names.filter((name) => env[name] !== undefined);
      if (set.length === 0 || set.length === names.length) return;
      const absent = names.filter((name) => env[name] === undefined).join(', ');
      context.addIssue({ code: 'custom', path: [absent], message: `needed together with ${set.join(', ')}` });
    };
    together(['FEISHU_APP_ID', 'FEISHU_APP_SECRET']);
    together(['DINGTALK_CLIENT_ID', 'DINGTALK_CLIENT_SECRET']);
    together(['LLM_BASE_URL', 'LLM_API_KEY', 'LLM_MODEL']);
    together(['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']);
    if (env.FEISHU_EVENT_MODE === 'webhook' && env.FEISHU_APP_ID !== undefined && env.FEISHU_ENCRYPT_KEY === undefined)
      context.addIssue({
        code: 'custom',
        path: ['FEISHU_ENCRYPT_KEY'],
        message: 'webhook mode needs it: without a signature anybody could post events',
      });
  });

export type Env = z.infer<typeof schema>;

export type EnvOutcome = { readonly ok: true; readonly env: Env } | { readonly ok: false; readonly message: string };

/** Reads settings from variables; empty strings count as unset. The message names every wrong variable. */
export const readEnv = (variables: Readonly<Record<string, string | undefined>> = process.env): EnvOutcome => {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(set);
  return parsed.success
    ? { ok: true, env: parsed.data }
    : { ok: false, message: `Wrong settings:\n${z.prettifyError(parsed.error)}` };
};
