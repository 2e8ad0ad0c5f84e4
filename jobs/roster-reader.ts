import { type MemberState, missingStates } from '../collection/roster/member-states.ts';
import {
  audienceOf,
  buildRoster,
  countsAsHandedIn,
  type Roster,
  type RosterReader,
  type Submission,
} from '../collection/roster.ts';
import type { MemberRef } from '../core/chat-event.ts';
import type { ChatPlatform } from '../core/ports/chat-platform.ts';
import type { Stores } from '../core/ports/stores.ts';
import type { Collection, Revision } from '../core/records.ts';
import { createCampaignReader } from './campaign-reader.ts';

export interface RosterPorts {
  readonly platformOf: (name: string) => ChatPlatform;
  readonly stores: Stores;
}

export const createRosterReader = ({ platformOf, stores }: RosterPorts): RosterReader => {
  const membersOf = async (platform: string, chatId: string, which: 'known' | 'fresh'): Promise<MemberRef[] | null> => {
    if (which === 'known') return stores.chats.members(platform, chatId);
    const members = await platformOf(platform).members(chatId);
    await stores.chats.replaceMembers(platform, chatId, members);
    return members;
  };

  const withResult = async (revision: Revision): Promise<Submission> => ({
    revision,
    result: revision.state === 'checked' ? ((await stores.submissions.result(revision.id))?.result ?? null) : null,
  });

  /** A file that does not count must not hide an earlier one that does. */
  const counted = async (latest: Revision): Promise<Submission> => {
    const newest = await withResult(latest);
    if (countsAsHandedIn(newest)) return newest;
    for (const earlier of await stores.submissions.ofMember(latest.platform, latest.chatId, latest.author.id)) {
      if (earlier.id === latest.id) continue;
      const submission = await withResult(earlier);
      if (countsAsHandedIn(submission)) return submission;
    }
    return newest;
  };

  // Whether somebody is late is nothing this reader tells.
  const readCampaign = createCampaignReader({ platformOf, stores, clock: { now: () => new Date() } });
  const ofCollection = async (collection: Collection): Promise<Roster> => {
    const { members, counts } = (await readCampaign(collection, 'known')).roster;
    const inState = (...states: MemberState[]): MemberRef[] =>
      members.filter(({ state }) => states.includes(state)).map(({ member }) => member);
    return {
      total: counts.total,
      passed: inState('passed'),
      toMend: inState('to-mend', 'checking'),
      missing: inState(...missingStates, 'returned'),
    };
  };

  return async ({ platform, chatId }, collection, which) => {
    const members = await membersOf(platform, chatId, which);
    if (members === null) return null;
    if (collection !== null) return ofCollection(collection);
    const latest = await stores.submissions.latestOfChat(platform, chatId);
    const submissions = await Promise.all(latest.map(counted));
    return buildRoster(audienceOf(members, null), submissions);
  };
};
