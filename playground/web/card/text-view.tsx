import { CardIcon } from './card-icon.tsx';
import { isRecord, type Json, record, records, text } from './card-json.ts';
import { box, colourOf, textSize } from './card-style.ts';
import { Markdown } from './markdown.tsx';
import { Words } from './words.tsx';

const aligned = (value: unknown): 'left' | 'center' | 'right' | undefined =>
  value === 'left' || value === 'center' || value === 'right' ? value : undefined;

function Iconed({ icon, children }: { icon: unknown; children: React.ReactNode }) {
  if (!isRecord(icon)) return children;
  return (
    <div className="iconed">
      <CardIcon icon={icon} />
      <div className="grow">{children}</div>
    </div>
  );
}

export function MarkdownView({ json }: { json: Json }) {
  return (
    <Iconed icon={json.icon}>
      <Markdown
        content={text(json.content)}
        style={{ fontSize: textSize(json.text_size), textAlign: aligned(json.text_align), margin: box(json.margin) }}
      />
    </Iconed>
  );
}

/** A text with, below it, fields in one or two columns. */
export function DivView({ json }: { json: Json }) {
  const words = record(json.text);
  const { name, css } = colourOf(words.text_color);
  const lines = typeof words.lines === 'number' ? words.lines : undefined;
  return (
    <Iconed icon={json.icon}>
      <div style={{ margin: box(json.margin) }}>
        <div className={lines === undefined ? '' : 'clamped'} style={{ WebkitLineClamp: lines }}>
          <Words
            value={json.text}
            className={name === undefined ? '' : `ink hue-${name}`}
            style={{ fontSize: textSize(words.text_size), textAlign: aligned(words.text_align), color: css }}
          />
        </div>
        {Array.isArray(json.fields) && (
          <div className="fields">
            {records(json.fields).map((field, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: fields have no identity but their place
              <div key={index} className={field.is_short === true ? 'field short' : 'field'}>
                <Words value={field.text} />
              </div>
            ))}
          </div>
        )}
      </div>
    </Iconed>
  );
}
