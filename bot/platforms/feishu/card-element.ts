import type { ReplyAction } from '../../../core/reply.ts';
import { clip } from './card-text.ts';

export interface CardElement {
  readonly tag: string;
  readonly [property: string]: unknown;
}

export const markdown = (content: string, more: Record<string, unknown> = {}): CardElement => ({
  tag: 'markdown',
  content,
  ...more,
});

export const plainText = (content: string): CardElement => ({ tag: 'plain_text', content });

/** A button whose click comes back as {action, ...value}. */
export const button = (action: ReplyAction, more: Record<string, unknown> = {}): CardElement => ({
  tag: 'button',
  text: plainText(clip(action.label, 40)),
  type: action.style === 'primary' ? 'primary_filled' : action.style,
  ...(action.confirm === undefined
    ? {}
    : { confirm: { title: plainText(clip(action.label, 40)), text: plainText(clip(action.confirm, 200)) } }),
  behaviors: [{ type: 'callback', value: { ...action.value, action: action.id } }],
  ...more,
});
