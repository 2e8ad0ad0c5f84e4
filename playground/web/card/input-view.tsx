import { useId } from 'react';
import { type Json, wordsOf } from './card-json.ts';
import { FieldFrame, fieldName } from './field-frame.tsx';
import { useField } from './use-field.ts';

export function InputView({ json }: { json: Json }) {
  const field = useField(json);
  const id = useId();
  const value = String(field.value);
  const shared = {
    id,
    value,
    placeholder: wordsOf(json.placeholder),
    maxLength: typeof json.max_length === 'number' ? json.max_length : 1000,
    disabled: json.disabled === true,
    required: json.required === true,
    'aria-label': fieldName(json, '输入框'),
    'aria-invalid': field.lacking,
  };
  return (
    <FieldFrame json={json} id={id}>
      {json.input_type === 'multiline_text' ? (
        <textarea
          {...shared}
          rows={typeof json.rows === 'number' ? json.rows : 3}
          onChange={(event) => field.set(event.target.value)}
          onBlur={() => value !== '' && field.report(value)}
        />
      ) : (
        <input
          {...shared}
          type={json.input_type === 'password' ? 'password' : 'text'}
          onChange={(event) => field.set(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && value !== '') field.report(value);
          }}
        />
      )}
    </FieldFrame>
  );
}
