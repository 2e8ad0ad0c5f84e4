import type { ReactNode } from 'react';
import { type Json, text, wordsOf } from './card-json.ts';
import { box } from './card-style.ts';

/** Label, field and width, the same for every field. */
export function FieldFrame({ json, id, children }: { json: Json; id: string; children: ReactNode }) {
  const width = text(json.width);
  const label = wordsOf(json.label);
  return (
    <div
      className={`field-frame ${json.label_position === 'left' ? 'label-left' : ''} ${width === 'fill' ? 'wide' : ''}`}
      style={{ width: /^\d{3}px$/u.test(width) ? width : undefined, margin: box(json.margin) }}
    >
      {label !== '' && (
        <label htmlFor={id}>
          {label}
          {json.required === true && <span className="required">*</span>}
        </label>
      )}
      {children}
    </div>
  );
}

/** What a field is called when no label stands beside it. */
export const fieldName = (json: Json, fallback: string): string | undefined =>
  wordsOf(json.label) === '' ? wordsOf(json.placeholder) || text(json.name) || fallback : undefined;
