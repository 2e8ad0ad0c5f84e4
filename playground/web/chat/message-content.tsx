import type { PlaygroundContent, PlaygroundMessage } from '../../web-api.ts';
import type { CardSurroundings } from '../card/card-context.ts';
import { CardView } from '../card/card-view.tsx';
import { fileAddress } from '../client/playground-client.ts';
import { FileTile } from './file-tile.tsx';
import { linkify } from './linkify.tsx';
import { PostView } from './post-view.tsx';
import { textPieces } from './preview.ts';

type TextContent = Extract<PlaygroundContent, { kind: 'text' }>;

function TextView({ content, viewerId }: { content: TextContent; viewerId: string }) {
  return (
    <p className="text-message">
      {textPieces(content).map(({ text, mentionId }, index) => {
        const place = `${index} ${text}`;
        if (mentionId === undefined) return <span key={place}>{linkify(text)}</span>;
        return (
          <span key={place} className={`mention ${mentionId === viewerId || mentionId === 'all' ? 'own' : ''}`}>
            {text}
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
