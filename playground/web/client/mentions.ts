export interface Mentionable {
  readonly id: string;
  readonly name: string;
}

/** "@所有人", as an entry like any other. */
export const everybody: Mentionable = { id: 'all', name: '所有人' };

/** The "@…" being typed just before the caret, or null. Offsets are UTF-16 code units. */
export function mentionAtCaret(text: string, caret: number): { start: number; query: string } | null {
  const start = text.lastIndexOf('@', caret - 1);
  if (start === -1) return null;
  const query = text.slice(start + 1, caret);
  // An address such as a@b.cn is no mention; a name typed so far holds no white space.
  if (query.length > 20 || /\s/u.test(query) || /[\w.]$/u.test(text.slice(0, start))) return null;
  return { start, query };
}

/** People whose name holds the query, those beginning with it first. */
export function matchPeople<T extends Mentionable>(people: readonly T[], query: string, limit = 30): T[] {
  const wanted = query.toLowerCase();
  const rank = (person: T): number => person.name.toLowerCase().indexOf(wanted);
  return people
    .filter((person) => rank(person) >= 0)
    .sort((a, b) => Math.min(rank(a), 1) - Math.min(rank(b), 1))
    .slice(0, limit);
}

/**
 * What is sent: every "@name" becomes "@{id}". The longest name wins; of people with the same name, the one chosen
 * from the list.
 */
export function encodeMentions(text: string, people: readonly Mentionable[], chosen: readonly Mentionable[]): string {
  const byLength = [...chosen, ...people].sort((a, b) => b.name.length - a.name.length);
  let encoded = '';
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('@', at);
    if (next === -1) break;
    encoded += text.slice(at, next);
    const person = byLength.find(({ name }) => name !== '' && text.startsWith(name, next + 1));
    encoded += person === undefined ? '@' : `@{${person.id}}`;
    at = next + 1 + (person?.name.length ?? 0);
  }
  return encoded + text.slice(at);
}
