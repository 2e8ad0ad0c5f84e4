import { useContext, useRef, useState } from 'react';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { Icon } from '../icon.tsx';
import { useDismiss } from '../use-dismiss.ts';
import { CardContext } from './card-context.ts';
import { type Json, records, safeAddress, text, wordsOf } from './card-json.ts';
import { callbackValue, type Question, questionOf } from './use-behaviours.ts';

/** The "…" menu. */
export function OverflowView({ json }: { json: Json }) {
  const { act } = useContext(CardContext);
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState<{ question: Question; option: Json } | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  useDismiss(frame, open, () => setOpen(false));

  const choose = (option: Json): void => {
    const address = safeAddress(option.url) ?? safeAddress((option.multi_url as Json | undefined)?.url);
    if (address !== null) window.open(address, '_blank', 'noopener,noreferrer');
    else void act({ tag: 'overflow', value: callbackValue(json).value, option: text(option.value) });
  };

  const click = (option: Json): void => {
    setOpen(false);
    const question = questionOf(option) ?? questionOf(json);
    if (question === null) choose(option);
    else setAsking({ question, option });
  };

  return (
    <div className="overflow" ref={frame}>
      <button
        type="button"
        className="card-button default medium"
        aria-label="更多操作"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {open && (
        <div className="overflow-menu" role="menu">
          {records(json.options).map((option, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: values may be absent or equal
            <button key={index} type="button" role="menuitem" onClick={() => click(option)}>
              {wordsOf(option.text)}
            </button>
          ))}
        </div>
      )}
      {asking !== null && (
        <ConfirmDialog
          {...asking.question}
          onCancel={() => setAsking(null)}
          onConfirm={() => {
            setAsking(null);
            choose(asking.option);
          }}
        />
      )}
    </div>
  );
}
