import type { z } from 'zod';

export interface ModelRequest {
  /** What to do and the shape of the answer; words of our own. */
  readonly instructions: string;
  /** What to do it with: somebody else's words, never to be obeyed. */
  readonly material: string;
  /** Most tokens the answer may take. */
  readonly maxTokens: number;
}

/**
 * budget-spent: nothing was sent, the day's budget does not hold it · too-slow: no answer within the time limit · busy: the
 * server asks to wait longer than that · refused: it does not take the key, the model or the request · unavailable: it
 * cannot be reached or fails · malformed: its answers are not what the schema asks for.
 */
export type ModelFailure = 'budget-spent' | 'too-slow' | 'busy' | 'refused' | 'unavailable' | 'malformed';

export type ModelOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ModelFailure };

/** A large language model somewhere else. Never rejects: without an answer there is always another way. */
export interface LanguageModel {
  /** Asks for an answer as JSON that fits the schema. What is asked and answered is neither stored nor logged. */
  complete<T>(request: ModelRequest, schema: z.ZodType<T>): Promise<ModelOutcome<T>>;
}
