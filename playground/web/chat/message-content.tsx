import type { PlaygroundContent, PlaygroundMessage } from '../../web-api.ts';
import type { CardSurroundings } from '../card/card-context.ts';
import { CardView } from '../card/card-view.tsx';
import { fileAddress } from '../client/playground-client.ts';
import { FileTile } from './file-tile.tsx';
import { linkify } from './linkify.tsx';
import { PostView } from './post-view.tsx';

type TextContent = Extract<PlaygroundContent, { kind: 'text' }>;

/** Splits a text at its mention keys; the longest key first, since one may begin another. */
function TextView({ content, viewerId }: { content: TextContent; viewerId: string }) {
  const keys = content.mentions.map(({ key }) => key).sort((a, b) => b.length - a.length);
  const escaped = keys.map((key) => key.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  const pieces = keys.length === 0 ? [content.text] : content.text.split(new RegExp(`(${escaped.join('|')})`, 'u'));
  return (
    <p className="text-message">
      {pieces.map((piece, index) => {
        const mention = content.mentions.find(({ key }) => key === piece);
        const place = `${index} ${piece}`;
        if (mention === undefined) return <span key={place}>{linkify(piece)}</span>;
        const own = mention.id === viewerId || mention.id === 'all';
        return (
          <span key={place} className={`mention ${own ? 'own' : ''}`}>
            @{mention.name}
          </span>
        );
      })}
    </p>
  );
}

interface ContentProperties {
  readonly message: PlaygroundMessage;
  readonly surroundings: CardSurroundings;
}

export function MessageContent({ message, surroundings }: ContentProperties) {
  const { content } = message;
  switch (content.kind) {
    case 'text':
      return <TextView content={content} viewerId={surroundings.viewerId} />;
    case 'file':
      return <FileTile fileKey={content.fileKey} name={content.name} size={content.size} />;
    case 'image':
      return (
        <a href={fileAddress(content.fileKey)} target="_blank" rel="noopener noreferrer">
          <img className="sent-image" src={fileAddress(content.fileKey)} alt="图片" loading="lazy" />
        </a>
      );
    case 'post':
      return <PostView title={content.title} paragraphs={content.paragraphs} surroundings={surroundings} />;
    case 'card':
      return <CardView card={content.card} surroundings={surroundings} />;
    case 'recalled':
      return null;
  }
}
