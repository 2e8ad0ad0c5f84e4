import { useMemo } from 'react';
import { CardContext, type CardSurroundings } from './card-context.ts';
import { CardIcon } from './card-icon.tsx';
import { isRecord, type Json, record, records, safeAddress, text, wordsOf } from './card-json.ts';
import { box, colourOf, layoutStyle } from './card-style.ts';
import { renderElements } from './element-view.tsx';
import { Words } from './words.tsx';

const templates = new Set('blue wathet turquoise green yellow orange red carmine violet purple indigo grey'.split(' '));

function CardHeader({ header }: { header: Json }) {
  const template = text(header.template);
  const tags = records(header.text_tag_list).slice(0, 3);
  return (
    <header
      className={`card-header ${templates.has(template) ? `tinted hue-${template}` : 'plain'}`}
      style={{ padding: box(header.padding) }}
    >
      {isRecord(header.icon) && <CardIcon icon={header.icon} />}
      <div className="card-heading">
        <div className="card-title-line">
          <Words value={header.title} className="card-title" />
          {tags.map((tag) => (
            <span key={wordsOf(tag.text)} className="text-tag" data-hue={colourOf(tag.color).name ?? 'blue'}>
              {wordsOf(tag.text)}
            </span>
          ))}
        </div>
        <Words value={header.subtitle} className="card-subtitle" />
      </div>
    </header>
  );
}

const widths: Readonly<Record<string, string>> = { compact: 'compact', fill: 'fill' };

/** A Feishu card, JSON 2.0, as it was sent. */
export function CardView({ card, surroundings }: { card: Json; surroundings: CardSurroundings }) {
  const header = record(card.header);
  const body = record(card.body);
  const link = safeAddress(record(card.card_link).url);
  const title = wordsOf(header.title);
  // A card of the first version keeps its elements at the root.
  const elements = body.elements ?? card.elements;
  const layout = useMemo(() => layoutStyle(body, '8px'), [body]);
  return (
    <CardContext value={surroundings}>
      <article
        className={`card ${widths[text(record(card.config).width_mode)] ?? ''}`}
        aria-label={title === '' ? '卡片消息' : `卡片：${title}`}
      >
        {title !== '' && <CardHeader header={header} />}
        <div className="card-body" style={layout}>
          {renderElements(elements)}
        </div>
        {link !== null && (
          <a className="card-link" href={link} target="_blank" rel="noopener noreferrer">
            查看详情
          </a>
        )}
      </article>
    </CardContext>
  );
}
