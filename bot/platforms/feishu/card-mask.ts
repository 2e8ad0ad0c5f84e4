import { type Reply, replySchema } from '../../../core/reply.ts';

const patterns: readonly [RegExp, (match: string) => string][] = [
  [/(?<![\dA-Za-z])[1-9]\d{16}[\dXx](?![\dA-Za-z])/gu, (id) => `${id.slice(0, 3)}${'*'.repeat(12)}${id.slice(-3)}`],
  [/(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/gu, (phone) => `${phone.slice(0, 3)}****${phone.slice(-4)}`],
  [/(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/gu, (phone) => `${phone.slice(0, 4)}****${phone.slice(-2)}`],
  [/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gu, (mail) => `${mail.slice(0, 1)}***@***`],
  [/(?<!\d)\d{12,19}(?!\d)/gu, (digits) => `${digits.slice(0, 2)}${'*'.repeat(digits.length - 4)}${digits.slice(-2)}`],
];

/** Phone numbers, e-mail addresses, identity and account numbers made unreadable. */
export const maskContacts = (text: string): string =>
  patterns.reduce((masked, [pattern, mask]) => masked.replace(pattern, mask), text);

/** Keys whose strings are not shown but come back to us or point somewhere. */
const unseen = new Set(['kind', 'id', 'value', 'href', 'mention', 'tone', 'style', 'type']);

/** The reply with everything readable masked; what buttons and forms send back stays. */
export const maskReply = (reply: Reply): Reply => replySchema.parse(masked(reply, undefined));

const masked = (value: unknown, key: string | undefined): unknown => {
  if (typeof value === 'string') return maskContacts(value);
  if (Array.isArray(value)) return value.map((item) => masked(item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const isFactValue = name === 'value' && 'label' in value && typeof item === 'string' && 'tone' in value;
      return [name, unseen.has(name) && !isFactValue ? item : masked(item, name)];
    }),
  );
};

/** The reply with these people no longer mentioned. */
export const withoutMentions = (reply: Reply, ids: readonly string[]): Reply =>
  ids.length === 0 ? reply : replySchema.parse(unmentioned(reply, new Set(ids)));

const unmentioned = (value: unknown, ids: ReadonlySet<string>): unknown => {
  if (Array.isArray(value)) {
    return value
      .filter((item) => !(typeof item === 'object' && item !== null && 'mention' in item && ids.has(item.mention)))
      .map((item) => unmentioned(item, ids));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unmentioned(item, ids)]));
};
