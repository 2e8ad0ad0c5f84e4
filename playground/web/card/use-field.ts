import { useContext, useState } from 'react';
import { type CardClick, CardContext } from './card-context.ts';
import { type Json, text } from './card-json.ts';
import { initialValue, sentValue } from './field-value.ts';
import { type FieldValue, FormContext } from './form-context.ts';
import { callbackValue } from './use-behaviours.ts';

export interface Field {
  readonly value: FieldValue;
  /** Required and empty at the last try to submit. */
  readonly lacking: boolean;
  readonly inForm: boolean;
  set(value: FieldValue): void;
  /** Reports a finished change of a field outside of a form; inside one it waits for the submit button. */
  report(value: FieldValue): void;
}

const details = (json: Json, value: FieldValue): Partial<CardClick> => {
  const sent = sentValue(json, value);
  if (json.tag === 'input') return { inputValue: String(sent) };
  if (json.tag === 'checker') return { checked: sent === true };
  return Array.isArray(sent) ? { options: [...sent] } : { option: String(sent) };
};

/** The state of one field: the form's where it stands in one, its own otherwise. */
export function useField(json: Json): Field {
  const form = useContext(FormContext);
  const { act } = useContext(CardContext);
  const [own, setOwn] = useState<FieldValue>(() => initialValue(json));
  const name = text(json.name);
  const held = form !== null && name !== '';
  return {
    value: held ? (form.values[name] ?? '') : own,
    lacking: held && form.lacking.has(name),
    inForm: held,
    set: (value) => (held ? form.set(name, value) : setOwn(value)),
    report(value) {
      if (held) return;
      const { value: carried } = callbackValue(json);
      void act({ tag: text(json.tag), value: carried, ...(name === '' ? {} : { name }), ...details(json, value) });
    },
  };
}
