import type { MessageReceived } from './chat-event.ts';

/** The words of a message without the people it mentions. */
export const askedWords = ({ text, mentions }: Pick<MessageReceived, 'text' | 'mentions'>): string =>
  mentions
    .flatMap(({ name }) => (name === undefined ? [] : [name]))
    .reduce((words, name) => words.replaceAll(`@${name}`, ' '), text)
    .trim();
