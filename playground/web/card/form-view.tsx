import { type ReactNode, useContext, useMemo, useState } from 'react';
import { CardContext } from './card-context.ts';
import { type Json, record, records, text } from './card-json.ts';
import { layoutStyle } from './card-style.ts';
import { initialValue, isEmpty, isField, sentValue } from './field-value.ts';
import { type FieldValue, type FormAccess, FormContext } from './form-context.ts';
import { callbackValue } from './use-behaviours.ts';

/** The fields below an element, however deep: forms hold columns and containers. */
export function fieldsOf(elements: unknown): Json[] {
  return records(elements).flatMap((json) => [
    ...(isField(json) && text(json.name) !== '' ? [json] : []),
    ...fieldsOf(json.elements),
    ...records(json.columns).flatMap((column) => fieldsOf(column.elements)),
  ]);
}

/** Keeps what was entered until the submit button sends it all at once. */
export function FormView({ json, render }: { json: Json; render: (elements: unknown) => ReactNode }) {
  const { act } = useContext(CardContext);
  const fields = useMemo(() => fieldsOf(json.elements), [json]);
  const initial = useMemo(
    () => Object.fromEntries(fields.map((field) => [text(field.name), initialValue(field)])),
    [fields],
  );
  const [values, setValues] = useState<Readonly<Record<string, FieldValue>>>(initial);
  const [lacking, setLacking] = useState<ReadonlySet<string>>(new Set());

  const access: FormAccess = {
    values,
    lacking,
    set(name, value) {
      setValues((known) => ({ ...known, [name]: value }));
      setLacking((known) => new Set([...known].filter((other) => other !== name)));
    },
    reset() {
      setValues(initial);
      setLacking(new Set());
    },
    async submit(button) {
      const empty = fields.filter((field) => field.required === true && isEmpty(values[text(field.name)]));
      setLacking(new Set(empty.map((field) => text(field.name))));
      if (empty.length > 0) return;
      const formValue = Object.fromEntries(
        fields.map((field) => [text(field.name), sentValue(field, values[text(field.name)] ?? '')]),
      );
      const { value } = callbackValue(button);
      await act({ tag: 'button', name: text(button.name), value: record(value), formValue });
    },
  };

  return (
    <FormContext value={access}>
      <fieldset className="card-form" aria-label={text(json.name) || '表单'} style={layoutStyle(json, '12px')}>
        {render(json.elements)}
        {lacking.size > 0 && (
          <p className="form-alert" role="alert">
            请填写标有红框的必填项
          </p>
        )}
      </fieldset>
    </FormContext>
  );
}
