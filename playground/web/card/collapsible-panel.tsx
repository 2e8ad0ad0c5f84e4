import { type ReactNode, useId, useState } from 'react';
import { Icon } from '../icon.tsx';
import { type Json, record, text } from './card-json.ts';
import { background, box, colourOf, layoutStyle } from './card-style.ts';
import { Words } from './words.tsx';

export function CollapsiblePanel({ json, render }: { json: Json; render: (elements: unknown) => ReactNode }) {
  const [open, setOpen] = useState(json.expanded === true);
  const id = useId();
  const header = record(json.header);
  const border = record(json.border);
  const edge = colourOf(border.color);
  const whole = background(json.background_color);
  const top = background(header.background_color);
  const iconLeft = header.icon_position === 'left';
  const iconAtText = header.icon_position === 'follow_text';
  return (
    <section
      className={`panel ${whole.className} ${'border' in json ? `bordered hue-${edge.name ?? 'grey'}` : ''}`}
      style={{
        ...whole.style,
        margin: box(json.margin),
        borderColor: edge.css,
        borderRadius: box(border.corner_radius),
      }}
    >
      <button
        type="button"
        className={`panel-head ${top.className} ${iconLeft ? 'icon-left' : ''} ${iconAtText ? 'icon-at-text' : ''}`}
        style={{ ...top.style, padding: box(header.padding) }}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Words value={header.title} className="panel-title" />
        <span className={`panel-arrow ${open ? 'open' : ''}`}>
          <Icon name={text(record(header.icon).token).startsWith('right') ? 'right' : 'down'} />
        </span>
      </button>
      <div id={id} hidden={!open}>
        {open && (
          <div className="panel-body" style={layoutStyle({ ...json, margin: undefined })}>
            {render(json.elements)}
          </div>
        )}
      </div>
    </section>
  );
}
