import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import type { Env } from '../config/env.ts';
import type { Clock } from '../core/clock.ts';
import { localTime } from '../core/local-time.ts';
import type { LanguageModel, ModelFailure, ModelOutcome, ModelRequest } from '../core/ports/language-model.ts';
import type { ModelBudget } from '../core/ports/stores.ts';

export interface LanguageModelOptions {
  /** Any server that speaks OpenAI's chat completions, e.g. http://127.0.0.1:8000/v1. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
  readonly budget: ModelBudget;
  /** Per day of this time zone, over all chats. */
  readonly dailyLimits: { readonly calls: number; readonly tokens: number };
  readonly timeZone: string;
  readonly clock: Clock;
  /** For everything about one request, attempts and pauses together; milliseconds. */
  readonly timeoutMs?: number;
}

/** The model the settings name, or null when they name none. */
export const languageModelOf = (env: Env, budget: ModelBudget, clock: Clock): LanguageModel | null => {
  const { LLM_BASE_URL, LLM_API_KEY, LLM_MODEL } = env;
  if (LLM_BASE_URL === undefined || LLM_API_KEY === undefined || LLM_MODEL === undefined) return null;
  return createLanguageModel({
    baseUrl: LLM_BASE_URL,
    apiKey: LLM_API_KEY,
    model: LLM_MODEL,
    budget,
    dailyLimits: { calls: env.LLM_DAILY_CALLS, tokens: env.LLM_DAILY_TOKENS },
    timeZone: env.TZ,
    clock,
  });
};

const defaultTimeoutMs = 30_000;
const attempts = 3;
const firstPauseMs = 250;
const longestBody = 512 * 1024;

/** A language model behind an OpenAI-compatible server. Requests go to that address only: redirects are not followed. */
export const createLanguageModel = (options: LanguageModelOptions): LanguageModel => {
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
  /** Loaded when first needed: a bot without a model does not pay for the client. */
  const open = async () => {
    const { default: OpenAI } = await import('openai');
    return new OpenAI({
      baseURL: options.baseUrl,
      apiKey: options.apiKey,
      // Nothing of the environment's goes along.
      adminAPIKey: null,
      webhookSecret: null,
      organization: null,
      project: null,
      maxRetries: 0,
      timeout: timeoutMs,
      logLevel: 'off',
      fetchOptions: { redirect: 'error' },
      fetch: limitedFetch,
    });
  };
  let client: ReturnType<typeof open> | undefined;

  /** One attempt; rejects as the client does. */
  const ask = async (request: ModelRequest, signal: AbortSignal) => {
    const body = {
      model: options.model,
      temperature: 0,
      max_tokens: request.maxTokens,
      messages: [
        { role: 'system' as const, content: request.instructions },
        { role: 'user' as const, content: request.material },
      ],
    };
    client ??= open();
    const { chat } = await client;
    return chat.completions.create({ ...body, response_format: { type: 'json_object' } }, { signal });
  };

  /** Asks within the day's budget; what was taken for it and not used comes back. */
  const askOnce = async (request: ModelRequest, signal: AbortSignal): Promise<string> => {
    const day = dayOf(options.clock.now(), options.timeZone);
    const estimate = request.instructions.length + request.material.length + request.maxTokens;
    if (!(await options.budget.take(day, estimate, options.dailyLimits))) throw new Unanswered('budget-spent');
    try {
      const answer = await ask(request, signal);
      const used = answer.usage?.total_tokens;
      if (typeof used === 'number' && Number.isSafeInteger(used) && used > 0) {
        await options.budget.settle(day, Math.min(used, estimate * 4) - estimate);
      }
      return answer.choices?.[0]?.message?.content ?? '';
    } catch (error) {
      // A server that turned the request down has not worked on it.
      if (statusOf(error) !== undefined) await options.budget.settle(day, -estimate);
      throw error;
    }
  };

  return {
    complete: async <T>(request: ModelRequest, schema: z.ZodType<T>): Promise<ModelOutcome<T>> => {
      const signal = AbortSignal.timeout(timeoutMs);
      const endsAt = performance.now() + timeoutMs;
      let last: ModelFailure = 'unavailable';
      for (let attempt = 1; attempt <= attempts; attempt += 1) {
        let pause = firstPauseMs * 2 ** (attempt - 1);
        try {
          const parsed = schema.safeParse(jsonIn(await askOnce(request, signal)));
          if (parsed.success) return { ok: true, value: parsed.data };
          last = 'malformed';
        } catch (error) {
          const failure = failureOf(error, signal);
          last = failure.code;
          if (!failure.again) return { ok: false, code: last };
          pause = failure.pauseMs ?? pause;
        }
        if (attempt === attempts || performance.now() + pause >= endsAt) break;
        await wait(pause);
      }
      return { ok: false, code: last };
    },
  };
};

class Unanswered extends Error {
  readonly code: ModelFailure;
  constructor(code: ModelFailure) {
    super(code);
    this.code = code;
  }
}

interface Failure {
  readonly code: ModelFailure;
  readonly again: boolean;
  readonly pauseMs?: number;
}

const failureOf = (error: unknown, signal: AbortSignal): Failure => {
  if (error instanceof Unanswered) return { code: error.code, again: false };
  if (signal.aborted) return { code: 'too-slow', again: false };
  const status = statusOf(error);
  if (status === undefined) return { code: 'unavailable', again: true };
  const pauseMs = askedPause(error);
  const told = pauseMs === undefined ? {} : { pauseMs };
  if (status === 429) return { code: 'busy', again: true, ...told };
  if (status >= 500 || status === 408 || status === 409) return { code: 'unavailable', again: true, ...told };
  return { code: 'refused', again: false };
};

/** The status of a server's refusal as the client tells it; undefined for failures on the way. */
const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined;

/** Retry-After in milliseconds, when it is given in seconds. */
const askedPause = (error: unknown): number | undefined => {
  const headers = error instanceof Error && 'headers' in error ? error.headers : undefined;
  const seconds = Number(headers instanceof Headers ? (headers.get('retry-after') ?? Number.NaN) : Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
};

/** The object in an answer, also where the model fenced it or thought aloud before it. */
const jsonIn = (answer: string): unknown => {
  const said = answer.slice(answer.lastIndexOf('</think>') + 1);
  const from = said.indexOf('{');
  const to = said.lastIndexOf('}');
  if (from < 0 || to < from) return null;
  try {
    return JSON.parse(said.slice(from, to + 1));
  } catch {
    return null;
  }
};

const dayOf = (now: Date, timeZone: string): string => {
  const { year, month, day } = localTime(now, timeZone);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

/** An answer without end must not fill the memory. */
const limitedFetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
  const response = await fetch(input, init);
  if (response.body === null) return response;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body) {
    length += chunk.byteLength;
    if (length > longestBody) throw new Unanswered('malformed');
    chunks.push(chunk);
  }
  const { status, statusText, headers } = response;
  return new Response(Buffer.concat(chunks), { status, statusText, headers });
};
