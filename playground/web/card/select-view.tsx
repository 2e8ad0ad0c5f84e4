import { useContext, useId, useRef, useState } from 'react';
import { Icon } from '../icon.tsx';
import { useDismiss } from '../use-dismiss.ts';
import { CardContext } from './card-context.ts';
import { type Json, records, text, wordsOf } from './card-json.ts';
import { FieldFrame, fieldName } from './field-frame.tsx';
import { isMultiple } from './field-value.ts';
import { useField } from './use-field.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What may be chosen: the options as given; for people, those named, or everybody in the chat. */
function useChoices(json: Json): Choice[] {
  const { people, members } = useContext(CardContext);
  const options = records(json.options);
  if (!text(json.tag).endsWith('_person')) {
    return options.map((option) => ({ value: text(option.value), label: wordsOf(option.text) || text(option.value) }));
  }
  if (options.length === 0) return people.map(({ id, name }) => ({ value: id, label: name }));
  return options.map(({ value }) => ({ value: text(value), label: members.get(text(value))?.name ?? '未知成员' }));
}

export function SelectView({ json }: { json: Json }) {
  const choices = useChoices(json);
  return isMultiple(json) ? <ManySelect json={json} choices={choices} /> : <OneSelect json={json} choices={choices} />;
}

function OneSelect({ json, choices }: { json: Json; choices: Choice[] }) {
  const field = useField(json);
  const id = useId();
  return (
    <FieldFrame json={json} id={id}>
      <span className="one-select">
        <select
          id={id}
          value={String(field.value)}
          className={field.value === '' ? 'unset' : ''}
          disabled={json.disabled === true}
          required={json.required === true}
          aria-label={fieldName(json, '请选择')}
          aria-invalid={field.lacking}
          onChange={(event) => {
            field.set(event.target.value);
            if (event.target.value !== '') field.report(event.target.value);
          }}
        >
          <option value="">{wordsOf(json.placeholder) || '请选择'}</option>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
    </FieldFrame>
  );
}

/** Labels of chosen options in the closed field; beyond that only their number. */
const mostShown = 12;

function ManySelect({ json, choices }: { json: Json; choices: Choice[] }) {
  const field = useField(json);
  const id = useId();
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  const chosen = Array.isArray(field.value) ? field.value : [];
  const close = (): void => {
    if (!open) return;
    setOpen(false);
    field.report(chosen);
  };
  useDismiss(frame, open, close);
  const labels = chosen.map((value) => choices.find((choice) => choice.value === value)?.label ?? value);
  const shown =
    labels.length > mostShown ? `${labels.slice(0, mostShown).join('、')} 等 ${labels.length} 项` : labels.join('、');
  const matching = choices.filter(({ label }) => label.toLowerCase().includes(query.trim().toLowerCase()));
  return (
    <FieldFrame json={json} id={id}>
      <div className="many-select" ref={frame}>
        <button
          id={id}
          type="button"
          className={`many-value ${chosen.length === 0 ? 'unset' : ''}`}
          disabled={json.disabled === true}
          aria-label={fieldName(json, '请选择')}
          aria-haspopup="true"
          aria-expanded={open}
          data-invalid={field.lacking}
          onClick={() => (open ? close() : setOpen(true))}
        >
          <span>{shown === '' ? wordsOf(json.placeholder) || '请选择' : shown}</span>
          <Icon name="down" />
        </button>
        {open && (
          <fieldset className="many-list" aria-label="可选项">
            {choices.length > 8 && (
              <input
                type="search"
                value={query}
                placeholder="搜索"
                aria-label="搜索选项"
                onChange={(event) => setQuery(event.target.value)}
              />
            )}
            {matching.map(({ value, label }) => (
              <label key={value}>
                <input
                  type="checkbox"
                  checked={chosen.includes(value)}
                  onChange={() =>
                    field.set(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])
                  }
                />
                {label}
              </label>
            ))}
            {matching.length === 0 && <p>没有找到</p>}
          </fieldset>
        )}
      </div>
    </FieldFrame>
  );
}
