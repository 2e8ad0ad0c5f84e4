import { useContext, useState } from 'react';
import { Icon } from '../icon.tsx';
import { CardContext } from './card-context.ts';
import { type Json, record, records, text, wordsOf } from './card-json.ts';
import { background, box, colourOf } from './card-style.ts';
import { Markdown } from './markdown.tsx';

function numberText(value: unknown, format: Json): string {
  if (typeof value !== 'number') return text(value);
  const places = typeof format.precision === 'number' ? format.precision : undefined;
  const digits = places === undefined ? {} : { minimumFractionDigits: places, maximumFractionDigits: places };
  return `${text(format.symbol)}${value.toLocaleString('zh-CN', { useGrouping: format.separator === true, ...digits })}`;
}

/** "YYYY/MM/DD HH:mm" and the like, filled in from milliseconds. */
export function dateText(value: unknown, format: string): string {
  const instant = new Date(typeof value === 'number' ? value : text(value));
  if (Number.isNaN(instant.getTime())) return text(value);
  const two = (part: number): string => String(part).padStart(2, '0');
  return (format || 'YYYY/MM/DD')
    .replace('YYYY', String(instant.getFullYear()))
    .replace('MM', two(instant.getMonth() + 1))
    .replace('DD', two(instant.getDate()))
    .replace('HH', two(instant.getHours()))
    .replace('mm', two(instant.getMinutes()));
}

function Cell({ column, value }: { column: Json; value: unknown }) {
  const { members } = useContext(CardContext);
  switch (column.data_type) {
    case 'lark_md':
    case 'markdown':
      return <Markdown content={text(value)} />;
    case 'number':
      return numberText(value, record(column.format));
    case 'date':
      return dateText(value, text(column.date_format));
    case 'persons':
      return (Array.isArray(value) ? value : [value])
        .map((person) => members.get(text(record(person).id) || text(person))?.name ?? '未知成员')
        .join('、');
    case 'options':
      if (!Array.isArray(value)) return text(value);
      return records(value).map((option) => (
        <span key={text(option.text)} className="text-tag" data-hue={colourOf(option.color).name ?? 'neutral'}>
          {text(option.text)}
        </span>
      ));
    default:
      return wordsOf(value);
  }
}

const aligned = (column: Json): 'left' | 'center' | 'right' => {
  const given = column.horizontal_align;
  if (given === 'center' || given === 'right' || given === 'left') return given;
  return column.data_type === 'number' ? 'right' : 'left';
};

export function TableView({ json }: { json: Json }) {
  const [page, setPage] = useState(0);
  const columns = records(json.columns).slice(0, 50);
  const rows = records(json.rows);
  const size = typeof json.page_size === 'number' ? Math.min(10, Math.max(1, json.page_size)) : 5;
  const pages = Math.max(1, Math.ceil(rows.length / size));
  // The bot may send a shorter table while a later page is shown.
  const shown = Math.min(page, pages - 1);
  const header = record(json.header_style);
  const tint = background(header.background_style);
  return (
    <div className="card-table" style={{ margin: box(json.margin) }}>
      <div className={`table-scroll ${json.freeze_first_column === true ? 'frozen' : ''}`}>
        <table>
          <thead className={tint.className} style={{ ...tint.style, fontWeight: header.bold === false ? 400 : 600 }}>
            <tr>
              {columns.map((column) => (
                <th
                  key={text(column.name)}
                  scope="col"
                  style={{
                    textAlign: aligned(column),
                    width: /^\d{2,3}(?:px|%)$/u.test(text(column.width)) ? text(column.width) : undefined,
                  }}
                >
                  {text(column.display_name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(shown * size, (shown + 1) * size).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
              <tr key={index}>
                {columns.map((column) => (
                  <td key={text(column.name)} style={{ textAlign: aligned(column) }}>
                    <Cell column={column} value={row[text(column.name)]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="table-empty">暂无数据</p>}
      </div>
      {pages > 1 && (
        <nav className="table-pages" aria-label="表格分页">
          <button type="button" aria-label="上一页" disabled={shown === 0} onClick={() => setPage(shown - 1)}>
            <Icon name="left" />
          </button>
          <span>
            {shown + 1} / {pages}
          </span>
          <button type="button" aria-label="下一页" disabled={shown === pages - 1} onClick={() => setPage(shown + 1)}>
            <Icon name="right" />
          </button>
        </nav>
      )}
    </div>
  );
}
