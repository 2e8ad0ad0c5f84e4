import { z } from 'zod';
import { newReactionId } from '../ids.ts';
import type { MessageRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';
import { page } from './lookups.ts';
import { Refusal } from './refusals.ts';
import type { Route } from './routing.ts';

const body = z.object({ reaction_type: z.object({ emoji_type: z.string().regex(/^[A-Za-z0-9_]{1,40}$/) }) });
const base = '/open-apis/im/v1/messages/:messageId/reactions';

/** A message in a chat the bot is in; a recalled one counts as unknown. */
function messageAt(world: World, messageId = ''): MessageRecord {
  const message = world.messages.get(messageId);
  if (!message || message.recalled) throw new Refusal(231003);
  if (!world.chats.get(message.chatId)?.botInside) throw new Refusal(231002);
  return message;
}

export const reactionRoutes: readonly Route[] = [
  {
    name: 'react',
    method: 'post',
    path: base,
    handle(call, { world, clock }) {
      const given = body.safeParse(call.body);
      if (!given.success) throw new Refusal(231001);
      const message = messageAt(world, call.params.messageId);
      const emoji = given.data.reaction_type.emoji_type;
      const same = message.reactions.find((known) => known.emoji === emoji && known.operatorId === world.app.botId);
      if (same) return view(world, same);
      const reaction = { id: newReactionId(), emoji, operatorId: world.app.botId, at: clock.now() };
      world.saveMessage({ ...message, reactions: [...message.reactions, reaction] });
      return view(world, reaction);
    },
  },
  {
    name: 'reactions',
    method: 'get',
    path: base,
    handle(call, { world }) {
      const message = messageAt(world, call.params.messageId);
      const cut = page(message.reactions, call.query, 50, 231012);
      return { ...cut, items: cut.items.map((reaction) => view(world, reaction)) };
    },
  },
  {
    name: 'unreact',
    method: 'delete',
    path: `${base}/:reactionId`,
    handle(call, { world }) {
      const message = messageAt(world, call.params.messageId);
      const reaction = message.reactions.find((known) => known.id === call.params.reactionId);
      if (reaction?.operatorId !== world.app.botId) throw new Refusal(231007);
      world.saveMessage({ ...message, reactions: message.reactions.filter((known) => known !== reaction) });
      return view(world, reaction);
    },
  },
];

function view(world: World, reaction: MessageRecord['reactions'][number]): object {
  const byBot = reaction.operatorId === world.app.botId;
  return {
    reaction_id: reaction.id,
    operator: {
      operator_id: byBot ? world.app.appId : reaction.operatorId,
      operator_type: byBot ? 'app' : 'user',
    },
    action_time: String(reaction.at),
    reaction_type: { emoji_type: reaction.emoji },
  };
}
