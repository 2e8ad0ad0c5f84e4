import { useContext } from 'react';
import { Avatar } from '../chat/avatar.tsx';
import { CardContext } from './card-context.ts';
import { type Json, records, text } from './card-json.ts';
import { box } from './card-style.ts';

function Person({ id, json }: { id: string; json: Json }) {
  const { members } = useContext(CardContext);
  const member = members.get(id);
  const name = member?.name ?? '未知成员';
  return (
    <span className="person-entry">
      {json.show_avatar !== false && <Avatar name={name} colour={member?.colour ?? '#696e77'} small />}
      {json.show_name !== false && <span>{name}</span>}
    </span>
  );
}

export function PersonView({ json }: { json: Json }) {
  return <Person id={text(json.user_id)} json={json} />;
}

export function PersonList({ json }: { json: Json }) {
  return (
    <div className="person-list" style={{ margin: box(json.margin) }}>
      {records(json.persons).map((person) => (
        <Person key={text(person.id)} id={text(person.id)} json={json} />
      ))}
    </div>
  );
}
