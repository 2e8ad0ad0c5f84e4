import { Marked, type RendererThis, type Token, type TokenizerThis, type Tokens } from 'marked';
import { safeAddress } from './card-json.ts';
import { colourOf } from './card-style.ts';

/** Turns Feishu's markdown into HTML text. What comes out still has to pass the sanitiser: see markdown.tsx. */
export interface MarkdownNames {
  nameOf(memberId: string): string;
  viewerId: string;
}

interface FeishuTag extends Tokens.Generic {
  type: 'feishu';
  name: string;
  attributes: Readonly<Record<string, string>>;
  inner: string;
  tokens: Token[];
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (value: string): string => value.replace(/[&<>"']/gu, (sign) => escapes[sign] ?? sign);

const opening = /^<(at|font|text_tag|link|person|number_tag|local_datetime|raw|a)((?:\s[^<>]{0,600})?)>/u;
const attribute = /([a-z_]{1,30})=(?:'([^']*)'|"([^"]*)"|([^\s'"]+))/gu;

/** Reads one Feishu tag at the head of the text; a tag that is never closed is ordinary text. */
function readTag(
  source: string,
): { raw: string; name: string; attributes: Record<string, string>; inner: string } | null {
  const head = opening.exec(source);
  if (head === null) return null;
  const [open, name = '', rest = ''] = head;
  const attributes: Record<string, string> = {};
  for (const [, key = '', single, double, bare] of rest.matchAll(attribute))
    attributes[key] = single ?? double ?? bare ?? '';
  if (rest.trimEnd().endsWith('/')) return { raw: open, name, attributes, inner: '' };
  const closing = `</${name}>`;
  if (!source.includes(closing)) return null;
  const again = new RegExp(`<(?:/${name}>|${name}(?=[\\s>]))`, 'gu');
  again.lastIndex = open.length;
  let depth = 1;
  for (let hit = again.exec(source); hit !== null; hit = again.exec(source)) {
    depth += hit[0] === closing ? -1 : 1;
    if (depth > 0) continue;
    return {
      raw: source.slice(0, hit.index + closing.length),
      name,
      attributes,
      inner: source.slice(open.length, hit.index),
    };
  }
  return null;
}

function colourMark(value: string | undefined): string {
  const { name, css } = colourOf(value);
  if (css !== undefined) return ` data-colour="${escapeHtml(css)}"`;
  return name === undefined ? '' : ` data-hue="${name}"`;
}

const anchor = (address: string | undefined, inner: string): string => {
  const safe = safeAddress(address);
  return safe === null ? inner : `<a href="${escapeHtml(safe)}">${inner}</a>`;
};

function localTime(attributes: Readonly<Record<string, string>>): string {
  const instant = new Date(Number(attributes.millisecond));
  if (Number.isNaN(instant.getTime())) return '';
  const timeOnly = attributes.format_type?.startsWith('time') ?? false;
  const withTime = timeOnly || (attributes.format_type?.includes('time') ?? false);
  return instant.toLocaleString('zh-CN', {
    ...(timeOnly ? {} : { year: 'numeric', month: 'long', day: 'numeric' }),
    ...(withTime ? { hour: '2-digit', minute: '2-digit' } : {}),
  });
}

function renderTag(tag: FeishuTag, inner: string, names: MarkdownNames): string {
  const { name, attributes } = tag;
  switch (name) {
    case 'at':
    case 'person': {
      const id = attributes.id ?? attributes.user_id ?? '';
      const own = id === names.viewerId || id === 'all' ? ' own' : '';
      return `<span class="mention${own}">@${escapeHtml(id === 'all' ? '所有人' : names.nameOf(id))}</span>`;
    }
    case 'font':
      return `<span class="ink"${colourMark(attributes.color)}>${inner}</span>`;
    case 'text_tag':
      return `<span class="text-tag"${colourMark(attributes.color ?? 'neutral')}>${inner}</span>`;
    case 'number_tag':
      return `<span class="number-tag"${colourMark(attributes.background_color ?? 'grey')}>${inner}</span>`;
    case 'local_datetime':
      return escapeHtml(localTime(attributes));
    case 'raw':
      return escapeHtml(tag.inner);
    default:
      return anchor(attributes.href ?? attributes.url ?? attributes.pc_url, inner);
  }
}

const lineBreak = /^<br\s*\/?>$/iu;
const rule = /^<hr\s*\/?>\s*$/iu;

/** Tags within tags: deeper ones are text. Nobody writes so, but a stack of thousands would end the page. */
const deepest = 20;

/** Builds a converter from Feishu markdown to HTML text; people are named through `names`. */
export function markdownConverter(names: MarkdownNames): (markdown: string) => string {
  let depth = 0;
  const marked = new Marked({ gfm: true, breaks: true, async: false });
  marked.use({
    extensions: [
      {
        name: 'feishu',
        level: 'inline',
        start: (source: string) =>
          source.search(/<(?:at|font|text_tag|link|person|number_tag|local_datetime|raw|a)[\s>]/u),
        tokenizer(this: TokenizerThis, source: string): FeishuTag | undefined {
          const tag = depth < deepest ? readTag(source) : null;
          if (tag === null) return undefined;
          depth += 1;
          try {
            return { ...tag, type: 'feishu', tokens: tag.name === 'raw' ? [] : this.lexer.inlineTokens(tag.inner, []) };
          } finally {
            depth -= 1;
          }
        },
        renderer(this: RendererThis, token: Tokens.Generic): string {
          const tag = token as FeishuTag;
          return renderTag(tag, this.parser.parseInline(tag.tokens), names);
        },
      },
    ],
    tokenizer: {
      // Feishu's tags are inline, and no other block of HTML counts: <hr> is the one exception.
      html(source: string): Tokens.HTML | undefined {
        const line = source.split('\n', 1)[0] ?? '';
        return rule.test(line) ? { type: 'html', block: true, raw: line, pre: false, text: line } : undefined;
      },
    },
    renderer: {
      html: ({ text }) => (lineBreak.test(text) ? '<br>' : rule.test(text) ? '<hr>' : escapeHtml(text)),
      link({ href, tokens }) {
        return anchor(href, this.parser.parseInline(tokens));
      },
      image({ href, text }) {
        // Pictures come from the chat's own store; one elsewhere on the web is a link, so that nothing is fetched.
        if (safeAddress(href) !== null) return anchor(href, escapeHtml(text || '图片'));
        return `<img src="/api/files/${encodeURIComponent(href)}" alt="${escapeHtml(text)}">`;
      },
    },
  });
  return (markdown) => marked.parse(markdown, { async: false });
}
