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
import { endsInside, mayComeBefore, staysCommand } from './grammar.ts';
import { handInFor } from './hand-in-for.ts';
import { help } from './help.ts';
import { allowModel, forbidModel } from './language-model.ts';
import { laterDay } from './later-day.ts';
import { newCollection } from './new-collection.ts';
import { nudgeNow } from './nudge-now.ts';
import { rename } from './rename.ts';
import { requirements } from './requirements.ts';
import { sendBackCommand } from './return.ts';
import { roster } from './roster.ts';
import { shared } from './shared.ts';
import { mistyped, spokenFor } from './spoken.ts';
import { standing } from './standing.ts';
import { usages } from './usages.ts';
import { withdraw } from './withdraw.ts';
import { wordList } from './word-list.ts';

export const commands: readonly Command[] = [
  collect,
  newCollection,
  deadline,
  roster,
  standing,
  requirements,
  laterDay,
  withdraw,
  handInFor,
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
  const names = commands.flatMap(namesOf);
  return helpCard(usages, { unknown: event.text !== '', perhaps: mistyped(event.text, names) });
};

/**
 * The command that some words give: by the longest name they begin with, after words of courtesy or the name of what it is
 * about; null when they give none, or ask what a report says about something of that name.
 */
export const matchCommand = (text: string): { command: Command; argument: string } | null => {
  const words = plainWords(text);
  for (const { command, name, at } of namesIn(words)) {
    const before = words.slice(0, at);
    const rest = words.slice(at + name.length);
    const lead = mayComeBefore(before);
    if (lead === null || (lead === 'subject' && !afterSubject.has(command))) continue;
    if (endsInside(name, rest) || !staysCommand(command.meta, rest)) continue;
    const argument = rest.replace(/^[\s,:，：]+/u, '').trim();
    return { command, argument: lead === 'subject' ? `${before.trim()} ${argument}`.trim() : argument };
  }
  const spoken = spokenFor(words);
  const command = commands.find(({ meta }) => meta.name === spoken);
  return command === undefined ? null : { command, argument: '' };
};

/** Whether the text gives a command with its first words. */
export const beginsAsCommand = (text: string): boolean => {
  const words = plainWords(text);
  return namesIn(words).some(({ at }) => at === 0);
};

/** What is asked or told of a collection that was named before: 述职报告什么时候交. */
const afterSubject: ReadonlySet<Command> = new Set([deadline, roster, nudgeNow, exportLedger, close]);

const plainWords = (text: string): string => text.normalize('NFKC').replace(/^[\s,:;，。：；、!！?？/]+/u, '');

/** Every name of a command that stands in the words, the first and there the longest first. */
const namesIn = (words: string): { command: Command; name: string; at: number }[] =>
  commands
    .flatMap((command) => namesOf(command).map((name) => ({ command, name, at: words.indexOf(name) })))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.name.length - a.name.length);

const namesOf = ({ meta }: Command): string[] => [meta.name, ...meta.aliases];
