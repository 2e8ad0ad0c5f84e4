import type { CSSProperties } from 'react';
import { isMarkdown, wordsOf } from './card-json.ts';
import { Markdown } from './markdown.tsx';

/** A text object, as markdown where it asks for it. */
export function Words({ value, className, style }: { value: unknown; className?: string; style?: CSSProperties }) {
  const words = wordsOf(value);
  if (words === '') return null;
  if (isMarkdown(value)) return <Markdown content={words} className={className ?? ''} {...(style ? { style } : {})} />;
  return (
    <div className={`plain-words ${className ?? ''}`} style={style}>
      {words}
    </div>
  );
}
