import { createContext } from 'react';
import type { ClickAction, PlaygroundMember } from '../../web-api.ts';

export type CardClick = Omit<ClickAction, 'as'>;

/** What the elements of one card need to know about the chat it is shown in. */
export interface CardSurroundings {
  readonly members: ReadonlyMap<string, PlaygroundMember>;
  /** Whom a people picker offers: members of the chat but bots. */
  readonly people: readonly PlaygroundMember[];
  readonly viewerId: string;
  /** Sends a click to the bot; resolves when it is answered, its toast shown. */
  act(click: CardClick): Promise<void>;
}

export const CardContext = createContext<CardSurroundings>({
  members: new Map(),
  people: [],
  viewerId: '',
  act: async () => {},
});
