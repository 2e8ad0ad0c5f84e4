import type { ReactNode } from 'react';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { type Json, record } from './card-json.ts';
import { background, box, colourOf, layoutStyle } from './card-style.ts';
import { useBehaviours } from './use-behaviours.ts';

/** A box that as a whole is one button. */
export function InteractiveContainer({ json, render }: { json: Json; render: (elements: unknown) => ReactNode }) {
  const behaviours = useBehaviours(json);
  const tint = background(json.background_style);
  const border = record(json.border);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: it holds other controls, which a button may not */}
      <div
        role="button"
        tabIndex={0}
        className={`interactive ${tint.className} ${json.has_border === true || 'border' in json ? 'bordered' : ''}`}
        style={{
          ...layoutStyle(json),
          ...tint.style,
          borderColor: colourOf(border.color).css,
          borderRadius: box(json.corner_radius ?? border.corner_radius),
        }}
        aria-disabled={json.disabled === true || behaviours.busy}
        onClick={behaviours.click}
        onKeyDown={(event) => {
          if (event.target === event.currentTarget && (event.key === 'Enter' || event.key === ' ')) behaviours.click();
        }}
      >
        {render(json.elements)}
      </div>
      {behaviours.asking !== null && (
        <ConfirmDialog {...behaviours.asking} onConfirm={behaviours.confirm} onCancel={behaviours.cancel} />
      )}
    </>
  );
}
