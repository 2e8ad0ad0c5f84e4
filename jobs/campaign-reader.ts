import { audienceOf } from '../collection/roster.ts';
import type { MemberRef } from '../core/chat-event.ts';
import type { ChatPlatform } from '../core/ports/chat-platform.ts';
import type { Stores } from '../core/ports/stores.ts';
import type { Collection, Standing } from '../core/records.ts';

/** Who of a collection has handed in what. */
export interface Campaign {
  readonly collection: Collection;
  readonly handedIn: readonly { readonly member: MemberRef; readonly standing: Standing; readonly late: boolean }[];
  readonly missing: readonly MemberRef[];
  readonly excused: readonly MemberRef[];
}

/** `known` goes by the stored member list where there is one; `fresh` asks the platform and rejects when it is silent. */
export type CampaignReader = (collection: Collection, members: 'known' | 'fresh') => Promise<Campaign>;

export const createCampaignReader = ({
  platformOf,
  stores,
}: {
  readonly platformOf: (name: string) => ChatPlatform;
  readonly stores: Stores;
}): CampaignReader => {
  const membersOf = async ({ platform, chatId }: Collection, which: 'known' | 'fresh'): Promise<MemberRef[]> => {
    const known = which === 'known' ? await stores.chats.members(platform, chatId) : null;
    if (known !== null) return known;
    const members = await platformOf(platform).members(chatId);
    await stores.chats.replaceMembers(platform, chatId, members);
    return members;
  };

  return async (collection, which) => {
    const members = await membersOf(collection, which);
    const [standings, overrides] = await Promise.all([
      stores.standings.of(collection),
      stores.overrides.of(collection.id),
    ]);
    const byAuthor = new Map(standings.map((standing) => [standing.revision.author.id, standing]));
    const released = new Set(
      overrides.filter(({ kind }) => kind === 'exempt' || kind === 'leave').map(({ member }) => member.id),
    );
    const returned = new Set(
      overrides.filter(({ kind }) => kind === 'returned').map(({ revisionId }) => revisionId ?? ''),
    );
    const everybody = audienceOf(members, { ...collection.audience, exempt: [] });
    const asked = audienceOf(members, collection.audience).filter((member) => !released.has(member.id));
    const isAsked = new Set(asked.map((member) => member.id));
    const handedIn: Campaign['handedIn'][number][] = [];
    const missing: MemberRef[] = [];
    for (const member of asked) {
      const standing = byAuthor.get(member.id);
      if (standing === undefined || returned.has(standing.revision.id)) missing.push(member);
      else {
        const late = Date.parse(standing.revision.receivedAt) > Date.parse(collection.deadline);
        handedIn.push({ member, standing, late });
      }
    }
    return { collection, handedIn, missing, excused: everybody.filter((member) => !isAsked.has(member.id)) };
  };
};
