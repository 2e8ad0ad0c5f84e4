import { attentionRoutes } from './attention.ts';
import { changeRoutes } from './change.ts';
import { chatRoutes } from './chats.ts';
import { ephemeralRoutes } from './ephemeral.ts';
import { reactionRoutes } from './reactions.ts';
import { readMessageRoutes } from './read-messages.ts';
import { resourceRoutes } from './resources.ts';
import type { Route } from './routing.ts';
import { sendRoutes } from './send.ts';
import { tokenRoutes } from './token.ts';
import { uploadRoutes } from './uploads.ts';

/** Every call of the open platform that the emulator answers. */
export const openApiRoutes: readonly Route[] = [
  ...tokenRoutes,
  ...sendRoutes,
  ...changeRoutes,
  ...readMessageRoutes,
  ...chatRoutes,
  ...reactionRoutes,
  ...resourceRoutes,
  ...uploadRoutes,
  ...attentionRoutes,
  ...ephemeralRoutes,
];
