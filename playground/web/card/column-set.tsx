import type { CSSProperties, ReactNode } from 'react';
import { type Json, records, text } from './card-json.ts';
import { alignment, background, box, layoutStyle, spacing } from './card-style.ts';

/** The flex shorthand of a column. It goes through a custom property, so that narrow screens can overrule it. */
function columnFlex(column: Json, flexMode: string): string {
  if (flexMode === 'bisect') return '0 0 calc(50% - 4px)';
  if (flexMode === 'trisect') return '0 0 calc(33.33% - 6px)';
  const width = text(column.width) || 'auto';
  if (width === 'weighted') {
    const weight = typeof column.weight === 'number' ? Math.min(5, Math.max(1, column.weight)) : 1;
    return `${weight} ${weight} 0`;
  }
  if (/^\d{2,3}px$/u.test(width)) return `0 1 ${width}`;
  return '0 1 auto';
}

const flexModes = new Set(['none', 'stretch', 'flow', 'bisect', 'trisect']);

export function ColumnSet({ json, render }: { json: Json; render: (elements: unknown) => ReactNode }) {
  const mode = flexModes.has(text(json.flex_mode)) ? text(json.flex_mode) : 'none';
  const whole = background(json.background_style);
  return (
    <div
      className={`column-set flex-${mode} ${whole.className}`}
      style={{
        ...whole.style,
        columnGap: spacing(json.horizontal_spacing, '8px'),
        justifyContent: alignment(json.horizontal_align),
        margin: box(json.margin),
      }}
    >
      {records(json.columns).map((column, index) => {
        const tint = background(column.background_style);
        return (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity but their place
            key={index}
            className={`column ${tint.className}`}
            style={{
              ...layoutStyle({ ...column, vertical_align: undefined }),
              ...tint.style,
              ...({
                '--column-flex': columnFlex(column, mode),
                '--column-align': alignment(column.vertical_align) ?? 'stretch',
              } as CSSProperties),
            }}
          >
            {render(column.elements)}
          </div>
        );
      })}
    </div>
  );
}
