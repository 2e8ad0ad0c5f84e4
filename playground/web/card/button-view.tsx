import { ConfirmDialog } from '../confirm-dialog.tsx';
import { CardIcon } from './card-icon.tsx';
import { isRecord, type Json, text, wordsOf } from './card-json.ts';
import { box } from './card-style.ts';
import { useBehaviours } from './use-behaviours.ts';

const kinds = new Set(
  'default primary danger text primary_text danger_text primary_filled danger_filled laser'.split(' '),
);
const sizes = new Set(['tiny', 'small', 'medium', 'large']);

export function ButtonView({ json }: { json: Json }) {
  const behaviours = useBehaviours(json);
  const kind = kinds.has(text(json.type)) ? text(json.type) : 'default';
  const size = sizes.has(text(json.size)) ? text(json.size) : 'medium';
  const width = text(json.width);
  const off = json.disabled === true;
  const tip = wordsOf(off ? json.disabled_tips : json.hover_tips);
  return (
    <>
      <button
        type="button"
        className={`card-button ${kind.replaceAll('_', '-')} ${size} ${width === 'fill' ? 'wide' : ''}`}
        style={{ margin: box(json.margin), width: /^\d{3}px$/u.test(width) ? width : undefined }}
        disabled={off}
        aria-busy={behaviours.busy}
        title={tip === '' ? undefined : tip}
        onClick={behaviours.click}
      >
        {behaviours.busy ? (
          <span className="spinner" aria-hidden="true" />
        ) : (
          isRecord(json.icon) && <CardIcon icon={json.icon} />
        )}
        <span>{wordsOf(json.text) || '按钮'}</span>
      </button>
      {behaviours.asking !== null && (
        <ConfirmDialog {...behaviours.asking} onConfirm={behaviours.confirm} onCancel={behaviours.cancel} />
      )}
    </>
  );
}
