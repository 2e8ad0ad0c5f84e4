import { fileAddress } from '../client/playground-client.ts';
import { Icon, type IconName } from '../icon.tsx';
import { type Json, text } from './card-json.ts';
import { colourOf } from './card-style.ts';

/** Feishu's icon tokens by the word they begin with; the rest is drawn as a dot. */
const byWord: readonly (readonly [string, IconName])[] = [
  ['down', 'down'],
  ['up', 'up'],
  ['right', 'right'],
  ['close', 'close'],
  ['no', 'close'],
  ['error', 'alert'],
  ['warning', 'alert'],
  ['maybe', 'alert'],
  ['info', 'info'],
  ['done', 'check'],
  ['check', 'check'],
  ['succeed', 'check'],
  ['yes', 'check'],
  ['time', 'clock'],
  ['alarm', 'clock'],
  ['calendar', 'clock'],
  ['bell', 'bell'],
  ['file', 'file'],
  ['doc', 'file'],
  ['download', 'download'],
  ['member', 'people'],
  ['group', 'people'],
  ['person', 'people'],
  ['pin', 'pin'],
  ['chat', 'reply'],
  ['search', 'search'],
];

export function CardIcon({ icon }: { icon: Json }) {
  const { name, css } = colourOf(icon.color);
  if (text(icon.img_key) !== '') return <img className="card-icon" src={fileAddress(text(icon.img_key))} alt="" />;
  const token = text(icon.token);
  const drawn = byWord.find(([word]) => token.startsWith(word))?.[1] ?? 'dot';
  return (
    <span className={`card-icon ${name === undefined ? '' : `ink hue-${name}`}`} style={{ color: css }}>
      <Icon name={drawn} />
    </span>
  );
}
