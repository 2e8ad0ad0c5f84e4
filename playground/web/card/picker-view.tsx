import { useId } from 'react';
import { type Json, text } from './card-json.ts';
import { FieldFrame, fieldName } from './field-frame.tsx';
import { useField } from './use-field.ts';

const types: Readonly<Record<string, string>> = {
  date_picker: 'date',
  picker_time: 'time',
  picker_datetime: 'datetime-local',
};

/** Date, time, or both, through the browser's own fields: they are what phones do best. */
export function PickerView({ json }: { json: Json }) {
  const field = useField(json);
  const id = useId();
  const tag = text(json.tag);
  return (
    <FieldFrame json={json} id={id}>
      <input
        id={id}
        type={types[tag] ?? 'date'}
        value={String(field.value)}
        disabled={json.disabled === true}
        required={json.required === true}
        aria-label={fieldName(json, tag === 'picker_time' ? '选择时间' : '选择日期')}
        aria-invalid={field.lacking}
        onChange={(event) => {
          field.set(event.target.value);
          if (event.target.value !== '') field.report(event.target.value);
        }}
      />
    </FieldFrame>
  );
}
