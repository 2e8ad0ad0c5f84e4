import type { FileStore, Stores } from '../core/ports/stores.ts';
import { chatStore } from './chat-store.ts';
import { collectionStore } from './collection-store.ts';
import type { Database } from './database.ts';
import { inboxStore } from './inbox-store.ts';
import { nudgeLedger, replyLedger, waiverStore } from './ledgers.ts';
import { submissionStore } from './submission-store.ts';

/** Every store on one migrated database. */
export const createStores = (db: Database, files: FileStore): Stores => ({
  inbox: inboxStore(db),
  chats: chatStore(db),
  collections: collectionStore(db),
  submissions: submissionStore(db),
  replies: replyLedger(db),
  nudges: nudgeLedger(db),
  waivers: waiverStore(db),
  files,
});
