import DOMPurify from 'dompurify';
import { type CSSProperties, useContext, useLayoutEffect, useMemo, useRef } from 'react';
import { CardContext } from './card-context.ts';
import { markdownConverter } from './markdown-dialect.ts';

const allowed = {
  ALLOWED_TAGS:
    'a b blockquote br code del em h1 h2 h3 h4 h5 h6 hr i img input li ol p pre s span strong table tbody td th thead tr ul'.split(
      ' ',
    ),
  ALLOWED_ATTR: [
    'href',
    'class',
    'src',
    'alt',
    'start',
    'align',
    'type',
    'checked',
    'disabled',
    'data-hue',
    'data-colour',
  ],
  ALLOW_DATA_ATTR: false,
  // These hold no address; all others are held against the list of schemes.
  ADD_URI_SAFE_ATTR: ['align', 'checked', 'data-colour', 'data-hue', 'disabled', 'start', 'type'],
  ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:|lark:\/\/|feishu:\/\/|\/api\/files\/)/iu,
};

/** Feishu markdown as sanitised HTML. */
export function Markdown({
  content,
  className,
  style,
}: {
  content: string;
  className?: string;
  style?: CSSProperties;
}) {
  const { members, viewerId } = useContext(CardContext);
  const box = useRef<HTMLDivElement>(null);
  const html = useMemo(() => {
    const convert = markdownConverter({ viewerId, nameOf: (id) => members.get(id)?.name ?? '未知成员' });
    return DOMPurify.sanitize(convert(content), allowed);
  }, [content, members, viewerId]);

  // A style attribute inside the HTML would need a wider content security policy; the properties do not.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs again whenever the HTML was replaced
  useLayoutEffect(() => {
    for (const ink of box.current?.querySelectorAll<HTMLElement>('[data-colour]') ?? []) {
      ink.style.color = ink.dataset.colour ?? '';
    }
    for (const link of box.current?.querySelectorAll('a') ?? []) {
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
    }
  }, [html]);

  return (
    <div
      ref={box}
      className={`markdown ${className ?? ''}`}
      style={style}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised above
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
