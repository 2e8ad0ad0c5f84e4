import { useContext, useState } from 'react';
import { type CardClick, CardContext } from './card-context.ts';
import { isRecord, type Json, record, records, safeAddress, text, wordsOf } from './card-json.ts';
import { FormContext } from './form-context.ts';

/** The value a click on the element carries back: of its callback behaviour, or of the older `value` property. */
export function callbackValue(json: Json): { has: boolean; value: unknown } {
  const callback = records(json.behaviors).find(({ type }) => type === 'callback');
  if (callback !== undefined) return { has: true, value: callback.value };
  return { has: 'value' in json, value: json.value };
}

function addressOf(json: Json): string | null {
  const open = records(json.behaviors).find(({ type }) => type === 'open_url') ?? record(json.multi_url);
  for (const candidate of [open.default_url, open.pc_url, open.url, json.url]) {
    const safe = safeAddress(candidate);
    if (safe !== null) return safe;
  }
  return null;
}

export interface Question {
  readonly title: string;
  readonly text: string;
}

export const questionOf = (json: Json): Question | null =>
  isRecord(json.confirm) ? { title: wordsOf(json.confirm.title), text: wordsOf(json.confirm.text) } : null;

/** What a click on a button does: asks first where told to, opens its address, calls back, submits or empties its form. */
export function useBehaviours(json: Json, details: Partial<CardClick> = {}) {
  const { act } = useContext(CardContext);
  const form = useContext(FormContext);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState<Question | null>(null);

  const run = async (): Promise<void> => {
    const kind = text(json.form_action_type) || text(json.action_type).replace(/^form_/u, '');
    if (form !== null && kind === 'reset') return form.reset();
    const address = addressOf(json);
    if (address !== null) window.open(address, '_blank', 'noopener,noreferrer');
    const { has, value } = callbackValue(json);
    if (form !== null && kind === 'submit') return form.submit(json);
    if (!has) return;
    const name = text(json.name);
    await act({ tag: text(json.tag), value, ...(name === '' ? {} : { name }), ...details });
  };

  const start = (): void => {
    setAsking(null);
    setBusy(true);
    void run().finally(() => setBusy(false));
  };

  const click = (): void => {
    if (busy || json.disabled === true) return;
    const question = questionOf(json);
    if (question === null) start();
    else setAsking(question);
  };

  return { busy, asking, click, confirm: start, cancel: () => setAsking(null) };
}
