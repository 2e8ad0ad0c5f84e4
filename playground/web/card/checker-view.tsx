import { useId } from 'react';
import { type Json, record } from './card-json.ts';
import { useField } from './use-field.ts';
import { Words } from './words.tsx';

export function CheckerView({ json }: { json: Json }) {
  const field = useField(json);
  const id = useId();
  const checked = field.value === true;
  return (
    <div className={`checker ${checked ? 'checked' : ''}`}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={json.disabled === true}
        onChange={(event) => {
          field.set(event.target.checked);
          field.report(event.target.checked);
        }}
      />
      <label htmlFor={id}>
        <Words value={record(json.text)} />
      </label>
    </div>
  );
}
