import type { MessageReceived } from '../../core/chat-event.ts';
import type { Reply } from '../../core/reply.ts';
import { helpCard } from '../../report/replying/collection-cards.ts';
import type { HandlerPorts } from '../ports.ts';
import { revisionsOfMessage } from '../submit.ts';
import { check, checkParent } from './check.ts';
import { close } from './close.ts';
import { collect } from './collect.ts';
import type { Command } from './command.ts';
import { deadline } from './deadline.ts';
import { exempt, leave, unexempt } from './exempt.ts';
import { exportLedger } from './export.ts';
import { final } from './final.ts';
import { help } from './help.ts';
import { allowModel, forbidModel } from './language-model.ts';
import { newCollection } from './new-collection.ts';
import { nudgeNow } from './nudge-now.ts';
import { rename } from './rename.ts';
import { sendBackCommand } from './return.ts';
import { roster } from './roster.ts';
import { shared } from './shared.ts';
import { usages } from './usages.ts';
import { withdraw } from './withdraw.ts';
import { wordList } from './word-list.ts';

export const commands: readonly Command[] = [
  collect,
  newCollection,
  deadline,
  roster,
  withdraw,
  final,
  exempt,
  leave,
  unexempt,
  sendBackCommand,
  nudgeNow,
  exportLedger,
  rename,
  close,
  check,
  wordList,
  shared,
  forbidModel,
  allowModel,
  help,
];

/** The answer to words addressed to the bot: a command's, a check of the file they reply to, else help. Null: silence. */
export const answerTo = async (event: MessageReceived, ports: HandlerPorts): Promise<Reply | null> => {
  const match = matchCommand(event.text);
  if (match !== null) return match.command.run({ event, argument: match.argument }, ports);
  // Other words under a card are not a wish for another check.
  const wantsCheck = async (): Promise<boolean> =>
    event.text === '' || (await revisionsOfMessage(event.platform, event.parentId ?? '', ports)).length === 0;
  if (event.parentId !== undefined && (await wantsCheck())) {
    const reply = await checkParent(event, event.parentId, ports);
    if (reply !== 'no-file') return reply;
  }
  return helpCard(usages, { unknown: event.text !== '' });
};

/** A command by the longest name the text begins with; for the longer names also by their standing anywhere in it. */
export const matchCommand = (text: string): { command: Command; argument: string } | null => {
  const words = plainWords(text);
  const begins = beginningOf(words);
  if (begins !== null) {
    const argument = words
      .slice(begins.name.length)
      .replace(/^[\s,:，：]+/u, '')
      .trim();
    return { command: begins.command, argument };
  }
  for (const command of commands) {
    if (namesOf(command).some((name) => name.length >= 3 && words.includes(name))) return { command, argument: '' };
  }
  return null;
};

/** Whether the text names a command first. */
export const beginsAsCommand = (text: string): boolean => beginningOf(plainWords(text)) !== null;

const plainWords = (text: string): string => text.normalize('NFKC').replace(/^[\s,:;，。：；、!！?？/]+/u, '');

const beginningOf = (words: string): { command: Command; name: string } | null =>
  commands
    .flatMap((command) => namesOf(command).map((name) => ({ command, name })))
    .filter(({ name }) => words.startsWith(name))
    .sort((a, b) => b.name.length - a.name.length)[0] ?? null;

const namesOf = ({ meta }: Command): string[] => [meta.name, ...meta.aliases];
