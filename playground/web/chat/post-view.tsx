import type { ReactNode } from 'react';
import type { CardSurroundings } from '../card/card-context.ts';
import { CardContext } from '../card/card-context.ts';
import { type Json, records, safeAddress, text } from '../card/card-json.ts';
import { Markdown } from '../card/markdown.tsx';
import { fileAddress } from '../client/playground-client.ts';
import { linkify } from './linkify.tsx';

function PostPiece({ piece, surroundings }: { piece: Json; surroundings: CardSurroundings }): ReactNode {
  switch (piece.tag) {
    case 'text':
      return linkify(text(piece.text));
    case 'a': {
      const address = safeAddress(piece.href);
      if (address === null) return text(piece.text);
      return (
        <a href={address} target="_blank" rel="noopener noreferrer">
          {text(piece.text) || address}
        </a>
      );
    }
    case 'at': {
      const id = text(piece.user_id);
      const name = id === 'all' ? '所有人' : (surroundings.members.get(id)?.name ?? text(piece.user_name));
      return <span className={`mention ${id === surroundings.viewerId || id === 'all' ? 'own' : ''}`}>@{name}</span>;
    }
    case 'img':
      return <img className="sent-image" src={fileAddress(text(piece.image_key))} alt="图片" />;
    case 'code_block':
      return <pre>{text(piece.text)}</pre>;
    case 'md':
      return <Markdown content={text(piece.text)} />;
    case 'hr':
      return <hr />;
    default:
      return <span className="unknown-element">[{text(piece.tag) || '未知内容'}]</span>;
  }
}

interface PostProperties {
  readonly title: string;
  readonly paragraphs: readonly unknown[][];
  readonly surroundings: CardSurroundings;
}

export function PostView({ title, paragraphs, surroundings }: PostProperties) {
  return (
    <CardContext value={surroundings}>
      <div className="post">
        {title !== '' && <h3>{title}</h3>}
        {paragraphs.map((pieces, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their place
          <div key={index} className="post-paragraph">
            {records(pieces).map((piece, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nor have their pieces
              <PostPiece key={place} piece={piece} surroundings={surroundings} />
            ))}
          </div>
        ))}
      </div>
    </CardContext>
  );
}
