import type { CSSProperties } from 'react';
import { type Json, text } from './card-json.ts';

const colourNames = new Set(
  'default neutral grey black white blue wathet turquoise indigo green lime yellow orange red carmine purple violet'.split(
    ' ',
  ),
);
const rgba = /^rgba?\([\d\s.,%]+\)$/u;

/** "red", "red-600" or "rgba(…)" as a class or an inline colour; neither for anything else. */
export function colourOf(value: unknown): { name?: string; css?: string } {
  const colour = text(value);
  if (rgba.test(colour)) return { css: colour };
  const name = colour.replace(/-\d{2,3}$/u, '');
  return colourNames.has(name) ? { name } : {};
}

/** Class and style for a background given by a Feishu colour. */
export function background(value: unknown): { className: string; style: CSSProperties } {
  const { name, css } = colourOf(value);
  if (css !== undefined) return { className: 'tinted', style: { backgroundColor: css } };
  if (name === undefined || name === 'default' || name === 'white') return { className: '', style: {} };
  return { className: `tinted hue-${name}`, style: {} };
}

const spacings: Readonly<Record<string, string>> = {
  small: '4px',
  medium: '8px',
  large: '12px',
  extra_large: '16px',
};

export function spacing(value: unknown, fallback: string): string {
  const name = text(value);
  return spacings[name] ?? (/^\d{1,2}px$/u.test(name) ? name : fallback);
}

/** One to four lengths, as in CSS. */
export function box(value: unknown): string | undefined {
  const lengths = text(value).trim();
  return /^-?\d{1,2}(?:px)?(?:\s+-?\d{1,2}(?:px)?){0,3}$/u.test(lengths)
    ? lengths.replace(/\d+(?=\s|$)/gu, '$&px')
    : undefined;
}

const alignments: Readonly<Record<string, string>> = {
  left: 'flex-start',
  top: 'flex-start',
  center: 'center',
  right: 'flex-end',
  bottom: 'flex-end',
};

export const alignment = (value: unknown): string | undefined => alignments[text(value)];

const sizes: Readonly<Record<string, string>> = {
  'heading-0': '26px',
  'heading-1': '22px',
  'heading-2': '19px',
  'heading-3': '17px',
  'heading-4': '16px',
  heading: '16px',
  normal: '14px',
  notation: '12px',
  'xxxx-large': '26px',
  'xxx-large': '22px',
  'xx-large': '19px',
  'x-large': '17px',
  large: '16px',
  medium: '14px',
  small: '12px',
  'x-small': '10px',
};

export const textSize = (value: unknown): string | undefined => sizes[text(value)];

/** How a container lays out its elements. */
export function layoutStyle(json: Json, vertical = '8px'): CSSProperties {
  const horizontal = json.direction === 'horizontal';
  return {
    display: 'flex',
    flexDirection: horizontal ? 'row' : 'column',
    flexWrap: horizontal ? 'wrap' : 'nowrap',
    rowGap: spacing(json.vertical_spacing, vertical),
    columnGap: spacing(json.horizontal_spacing, '8px'),
    ...(horizontal
      ? { justifyContent: alignment(json.horizontal_align), alignItems: alignment(json.vertical_align) ?? 'center' }
      : { alignItems: alignment(json.horizontal_align) ?? 'stretch', justifyContent: alignment(json.vertical_align) }),
    padding: box(json.padding),
    margin: box(json.margin),
  };
}
