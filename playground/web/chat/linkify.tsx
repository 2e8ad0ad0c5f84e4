import type { ReactNode } from 'react';

const address = /(https?:\/\/[^\s<>"'，。；）】》]{1,500})/u;

/** Web addresses in plain text as links. */
export const linkify = (text: string): ReactNode[] =>
  text.split(address).map((piece, index) =>
    index % 2 === 0 ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same address may come twice
      <a key={`${index} ${piece}`} href={piece} target="_blank" rel="noopener noreferrer">
        {piece}
      </a>
    ),
  );
