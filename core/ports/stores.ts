import type { ChatEvent, FileRef, MemberRef } from '../chat-event.ts';
import type {
  Collection,
  CollectionDraft,
  NudgeSlot,
  Override,
  Revision,
  RosterCardRecord,
  Standing,
  Verdict,
  Waiver,
} from '../records.ts';
import type { RefusalCode } from '../report-document.ts';
import type { ReportResult, ResultInBrief } from '../report-result.ts';
import type { WordListChange, WordListEntry } from '../word-lists.ts';

/** Events as they came, unique on platform and event key; nothing is acknowledged before it stands here. */
export interface InboxStore {
  store(event: ChatEvent): Promise<'new' | 'known'>;
  /** An event as it came, whether handled or not; null when it was never stored or is forgotten. */
  get(platform: string, eventKey: string): Promise<ChatEvent | null>;
  /** Takes one event for handling, or null when another process has it or it is done. */
  claim(platform: string, eventKey: string): Promise<ChatEvent | null>;
  /** Events nobody finished within `olderThanMs`: left by a killed process. Claims them. */
  claimLeftOver(olderThanMs: number, limit: number): Promise<ChatEvent[]>;
  done(platform: string, eventKey: string): Promise<void>;
  /**
   * Gives it back for another try; after five it is kept as failed. A `passing` failure costs no try for the first fifty
   * minutes, the time in which platforms know an answer again that was sent before.
   */
  release(platform: string, eventKey: string, reason: string, passing?: boolean): Promise<void>;
}

export interface ChatStore {
  /** The cached member list; `null` when it was never fetched. */
  members(platform: string, chatId: string): Promise<MemberRef[] | null>;
  replaceMembers(platform: string, chatId: string, members: readonly MemberRef[]): Promise<void>;
  changeMembers(
    platform: string,
    chatId: string,
    joined: readonly MemberRef[],
    left: readonly MemberRef[],
  ): Promise<void>;
}

/** What becomes of a collection and how its history tells it; null: it stays as it is. */
export type CollectionChange = (
  standing: Collection,
) => { readonly collection: Collection; readonly what: string } | null;

export interface CollectionStore {
  /** The first one of an id stands; creating it again changes nothing. */
  create(collection: Collection, by: string): Promise<void>;
  /**
   * Changes the collection as it stands at that moment and writes who changed what into the history; gives back what
   * stands then. Somebody else may be quicker: `change` is then asked again about what they left, so it must be pure.
   */
  change(id: string, by: string, change: CollectionChange): Promise<Collection>;
  get(id: string): Promise<Collection | null>;
  ofChat(platform: string, chatId: string): Promise<Collection[]>;
  open(): Promise<Collection[]>;
  /** Writes into the history what was done without changing the collection itself. */
  note(id: string, by: string, what: string): Promise<void>;
  history(id: string): Promise<{ by: string; what: string; at: string }[]>;
}

export interface OverrideStore {
  /** Replaces an earlier one of the same kind; `what` goes into the collection's history. */
  set(override: Override, what: string): Promise<void>;
  /** False when there was none: then nothing is written. */
  clear(
    which: { readonly collectionId: string; readonly memberId: string; readonly kind: Override['kind'] },
    by: string,
    what: string,
  ): Promise<boolean>;
  of(collectionId: string): Promise<Override[]>;
}

export interface DraftStore {
  /** Keeps the first one of an id; later ones of the same id change nothing. */
  add(draft: CollectionDraft): Promise<void>;
  /** Replaces a draft that is still open. */
  save(draft: CollectionDraft): Promise<void>;
  get(id: string): Promise<CollectionDraft | null>;
  /** Of several who decide at once, one gets true. */
  settle(id: string, state: 'started' | 'dropped'): Promise<boolean>;
}

export interface NewRevision {
  readonly platform: string;
  readonly chatId: string;
  readonly collectionId: string | null;
  readonly author: MemberRef;
  readonly file: FileRef;
  readonly replyTo: string;
  readonly receivedAt: string;
}

export interface SubmissionStore {
  /** One revision per platform, file message and file key: the second call returns the first one's. */
  add(revision: NewRevision): Promise<{ revision: Revision; created: boolean }>;
  get(revisionId: string): Promise<Revision | null>;
  /** By the message that carried the file, or by the bot's card about it. */
  byMessage(platform: string, messageId: string): Promise<Revision | null>;
  /** Newest first; withdrawn ones left out. */
  ofMember(platform: string, chatId: string, memberId: string): Promise<Revision[]>;
  /** The newest revision of every member, withdrawn ones left out. */
  latestOfChat(platform: string, chatId: string): Promise<Revision[]>;
  /** Versions that came in between two instants and are not checked yet, the oldest first. */
  onTheirWay(since: string, before: string, limit: number): Promise<Revision[]>;
  /** Returns the revision as it is then: only what is a report takes a number. */
  saveResult(revisionId: string, result: ReportResult, text: string): Promise<Revision>;
  /** The file cannot be taken as it is; it is not handed in. `collection-unclear` waits for somebody's word. */
  saveRefusal(
    revisionId: string,
    refusal: { code: RefusalCode | 'download-refused' | 'collection-unclear'; message: string },
  ): Promise<void>;
  /** Checking came to no end through no fault of the file. What was found out earlier stands. */
  saveFailure(revisionId: string): Promise<void>;
  result(revisionId: string): Promise<{ result: ReportResult; text: string } | null>;
  /** Results of many revisions in brief, in the order of their ids; those without one are left out. */
  results(revisionIds: readonly string[]): Promise<{ revisionId: string; result: ResultInBrief }[]>;
  /** The texts of those that were checked. */
  texts(revisionIds: readonly string[]): Promise<{ revisionId: string; text: string }[]>;
  withdraw(revisionId: string): Promise<void>;
  /** Moves a version to a collection, where it becomes its author's next one; returns it as it is then. */
  assign(revisionId: string, collectionId: string): Promise<Revision>;
  /** Makes a version somebody else's next one: it was handed in for them. Returns it as it is then. */
  reassign(revisionId: string, author: MemberRef): Promise<Revision>;
  setFinal(revisionId: string, final: boolean): Promise<void>;
}

/**
 * Marks of passages of the newest checked version of everybody in a chat: numbers of 32 bits, unsigned. Versions that share
 * a passage have a mark in common.
 */
export interface PassageStore {
  /** Some of the texts that have no marks yet; none once all have. */
  unmarked(platform: string, chatId: string): Promise<{ revisionId: string; text: string }[]>;
  /** Replaces the marks of versions. */
  mark(
    platform: string,
    chatId: string,
    marked: readonly { readonly revisionId: string; readonly marks: readonly number[] }[],
  ): Promise<void>;
  /** How many newest checked versions there are of everybody but one author. */
  others(platform: string, chatId: string, authorId: string): Promise<number>;
  /** How many of those have each of the marks, the marks of none left out; and which, where it is fewer than so many. */
  holders(wanted: {
    readonly platform: string;
    readonly chatId: string;
    readonly authorId: string;
    readonly marks: readonly number[];
    readonly fewerThan: number;
  }): Promise<{ readonly mark: number; readonly count: number; readonly revisionIds: readonly string[] }[]>;
}

/** Which message answers which key; what makes replies happen once. */
export interface ReplyLedger {
  find(key: string): Promise<{ messageId: string } | null>;
  record(key: string, entry: { platform: string; chatId: string; messageId: string }): Promise<void>;
  /** The key a bot message was sent under. */
  keyOf(platform: string, messageId: string): Promise<string | null>;
}

export interface NudgeLedger {
  /** Claims what nobody claimed before; returns the claimed ones. Atomic across processes. */
  claim(slots: readonly NudgeSlot[]): Promise<NudgeSlot[]>;
  /** Claims that were never marked sent, older than the given instant: a process died in between. Takes them over. */
  unsent(olderThan: string): Promise<(NudgeSlot & { readonly firstClaimedAt: string })[]>;
  /** Who has this slot of a collection, and the slots that are people's own (again-…): ids by slot. */
  claimed(collectionId: string, slot: string): Promise<Map<string, Set<string>>>;
  markSent(slots: readonly NudgeSlot[], at: string): Promise<void>;
}

export interface StandingStore {
  /**
   * The counting version of everybody who has handed in: one marked as final, else the newest; no withdrawn, refused or
   * failed file and no text that is no report. What came before the collection began counts where it is of the kind and
   * year the collection asks for.
   */
  of(collection: Pick<Collection, 'id'>): Promise<Standing[]>;
  /**
   * Every version that is not withdrawn, with its verdict (null until it is checked) and the code of its refusal; without
   * reports' words.
   */
  versions(
    collection: Pick<Collection, 'id'>,
  ): Promise<{ readonly revision: Revision; readonly result: Verdict | null; readonly refusal: string | null }[]>;
}

/** Where each collection's roster card stands. */
export interface RosterCardStore {
  get(collectionId: string): Promise<RosterCardRecord | null>;
  /** Replaces the record of the same or a lower number; one of a higher number stays. */
  save(card: RosterCardRecord): Promise<void>;
}

/** What people asked of their nudges. */
export interface NudgeWishStore {
  /** Nudged in private from now on, or in the chat again. */
  setPrivate(platform: string, memberId: string, on: boolean): Promise<void>;
  /** Those of the given who are nudged in private. */
  privateAmong(platform: string, memberIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Not nudged about this collection until then (ISO instant); replaces an earlier pause. */
  pause(collectionId: string, memberId: string, until: string): Promise<void>;
  /** The end of everybody's last pause about this collection (ISO instants), past ones included. */
  pauses(collectionId: string): Promise<ReadonlyMap<string, string>>;
  /** Lets one 立即催办 through until the given instant: null, or the instant an earlier one holds until. */
  coolDown(collectionId: string, now: string, until: string): Promise<string | null>;
}

export interface WaiverStore {
  add(waiver: Waiver): Promise<void>;
  remove(waiver: Waiver): Promise<void>;
  of(platform: string, chatId: string, memberId: string): Promise<Waiver[]>;
}

/** Whether a chat's reports may be shown to a language model, and who said so. */
export interface ModelConsent {
  readonly allowed: boolean;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

/** Every agreement and every withdrawal is kept; the newest counts. */
export interface ModelConsentStore {
  record(platform: string, chatId: string, consent: ModelConsent): Promise<void>;
  /** Null: nobody ever said anything, which is no consent. */
  current(platform: string, chatId: string): Promise<ModelConsent | null>;
}

/** What a day allows to be spent on a language model; days as 2026-12-31. */
export interface ModelBudget {
  /** Takes one call of so many tokens, unless the day does not hold it any more. Atomic across processes. */
  take(day: string, tokens: number, limits: { readonly calls: number; readonly tokens: number }): Promise<boolean>;
  /** Adds what a call took beyond that; a negative difference gives back. */
  settle(day: string, difference: number): Promise<void>;
}

/** Words that a chat or the organisation allows, denies or goes by. */
export interface WordListStore {
  /** Those of the chat and of the organisation. */
  of(platform: string, chatId: string): Promise<WordListEntry[]>;
  /** Adds words or moves them to another list, all of one chat or of the organisation; writes who did it down. */
  put(entries: readonly WordListEntry[], by: string, what: string): Promise<void>;
  /** Returns the words that were there. */
  remove(platform: string, chatId: string, words: readonly string[], by: string, what: string): Promise<string[]>;
  /** The last fifty changes to the chat's and the organisation's lists, newest first. */
  history(platform: string, chatId: string): Promise<WordListChange[]>;
}

/** Original uploads, under keys made by us. */
export interface FileStore {
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array | null>;
  remove(key: string): Promise<void>;
}

export interface Stores {
  readonly inbox: InboxStore;
  readonly chats: ChatStore;
  readonly collections: CollectionStore;
  readonly overrides: OverrideStore;
  readonly drafts: DraftStore;
  readonly submissions: SubmissionStore;
  readonly passages: PassageStore;
  readonly replies: ReplyLedger;
  readonly nudges: NudgeLedger;
  readonly standings: StandingStore;
  readonly rosterCards: RosterCardStore;
  readonly nudgeWishes: NudgeWishStore;
  readonly waivers: WaiverStore;
  readonly wordLists: WordListStore;
  readonly modelConsents: ModelConsentStore;
  readonly modelBudget: ModelBudget;
  readonly files: FileStore;
}
