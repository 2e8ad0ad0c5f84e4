import { type CollectionRoster, decisionsOf, readRoster } from '../collection/roster/member-states.ts';
import type { MemberRef } from '../core/chat-event.ts';
import type { Clock } from '../core/clock.ts';
import type { ChatPlatform } from '../core/ports/chat-platform.ts';
import type { Stores } from '../core/ports/stores.ts';
import type { Collection, Revision } from '../core/records.ts';

/** A collection and where everybody in it stands. */
export interface CampaignState {
  readonly collection: Collection;
  readonly roster: CollectionRoster;
  /** By id: every version that is not withdrawn. */
  readonly revisions: ReadonlyMap<string, Revision>;
}

/** `known` goes by the stored member list where there is one; `fresh` asks the platform and rejects when it is silent. */
export type CampaignReader = (collection: Collection, members: 'known' | 'fresh') => Promise<CampaignState>;

export const createCampaignReader = ({
  platformOf,
  stores,
  clock,
}: {
  readonly platformOf: (name: string) => ChatPlatform;
  readonly stores: Stores;
  readonly clock: Clock;
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
    const [submissions, overrides] = await Promise.all([
      stores.standings.versions(collection),
      stores.overrides.of(collection.id),
    ]);
    return {
      collection,
      roster: readRoster({
        collection,
        members,
        submissions,
        decisions: decisionsOf(overrides),
        now: clock.now(),
      }),
      revisions: new Map(submissions.map(({ revision }) => [revision.id, revision])),
    };
  };
};
