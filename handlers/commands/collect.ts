import { readCollectionCommand } from '../../collection/campaign/read-command.ts';
import { storedDraft } from '../../collection/campaign/stored-draft.ts';
import { dateQuestionCard } from '../../collection/replying/collection-card.ts';
import { collectionFormCard } from '../../collection/replying/collection-form.ts';
import { tell } from '../../collection/replying/wording.ts';
import { draftIdOf } from '../../core/derived-id.ts';
import type { CollectionDraft } from '../../core/records.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { startedReply } from '../collections/drafts.ts';
import { namesIn, rememberMembers, startCollection, TIME_ZONE } from '../collections/start.ts';
import type { Command } from './command.ts';
import { newCollection } from './new-collection.ts';
import { usage } from './usages.ts';

/** Starts a collection from one sentence; asks back with a form or with buttons where the sentence leaves something open. */
export const collect: Command = {
  meta: {
    name: '收集',
    aliases: ['开始收集', '发起收集', '征集'],
    usage: usage.collect,
    takes: 'people',
    own: /\d\s?[月日号点:]|[月年季周]底|本?[周月季年]末|前[,，。\s]|前$|字以内|全员|除.{1,40}外/u,
  },
  run: async (call, ports) => {
    const { event, argument } = call;
    if (event.chatType === 'p2p') return noteCard('info', tell.formTitle, [tell.groupOnly]);
    if (argument === '') return newCollection.run(call, ports);
    await rememberMembers(event, ports);
    const names = await namesIn(event, ports);
    const now = ports.clock.now();
    const read = readCollectionCommand(argument, {
      now,
      timeZone: TIME_ZONE,
      calendar: ports.settings.calendar,
      kinds: ports.settings.kinds,
      parts: ports.settings.parts,
      mentions: event.mentions,
      mentionsAll: event.mentionsAll,
      members: names.members ?? [],
    });
    const draft: CollectionDraft = {
      ...storedDraft(read, {
        id: draftIdOf.event(event.platform, event.eventKey),
        platform: event.platform,
        chatId: event.chatId,
        timeZone: TIME_ZONE,
        source: 'command',
        by: event.sender.id,
      }),
      remarks: [...read.notes],
    };
    const { deadline } = draft;
    const [question] = read.questions;
    if (read.missing.length === 0 && question === undefined && deadline !== null) {
      const started = await startCollection({ ...draft, deadline }, { id: event.sender.id, at: event.at }, ports);
      return startedReply(started, read.notes, ports);
    }
    await ports.stores.drafts.add(draft);
    if (read.missing.length > 0 || question === undefined) {
      return collectionFormCard(
        { draft },
        names,
        read.missing.map(({ ask }) => ask),
      );
    }
    return dateQuestionCard(
      { ...question, timeZone: TIME_ZONE, heading: tell.heard(draft.name), value: { draft: draft.id } },
      now,
    );
  },
};
