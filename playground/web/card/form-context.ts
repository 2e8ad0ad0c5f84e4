import { createContext } from 'react';
import type { Json } from './card-json.ts';

export type FieldValue = string | readonly string[] | boolean;

/** The form an element stands in. Outside of one there is none, and a field reports its change at once. */
export interface FormAccess {
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Names of required fields that were empty at the last try to submit. */
  readonly lacking: ReadonlySet<string>;
  set(name: string, value: FieldValue): void;
  submit(button: Json): Promise<void>;
  reset(): void;
}

export const FormContext = createContext<FormAccess | null>(null);
