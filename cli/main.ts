#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import pc from 'picocolors';
import { runCheck } from './check.ts';
import { type OutputName, outputs } from './outputs/index.ts';
import { serve } from './serve.ts';
import { version } from './version.ts';

const colours = pc.createColors(process.stdout.isTTY === true && process.env.NO_COLOR === undefined);
const palette = {
  bold: colours.bold,
  faint: colours.dim,
  red: colours.red,
  yellow: colours.yellow,
  blue: colours.blue,
  green: colours.green,
};

const program = new Command('cuigao')
  .description('催稿: collects drafts of work reports in a group chat, checks them and chases the missing ones')
  .version(version())
  .exitOverride();

program
  .command('check')
  .description('read and check files; exit status 0 nothing must be mended, 1 something must, 2 a file was unreadable')
  .argument('<files...>', 'files in any format the bot reads')
  .option('--kind <id>', 'check as this kind of report, whatever it seems to be')
  .addOption(new Option('--format <format>', 'how to answer').choices(Object.keys(outputs)).default('text'))
  .option('--with-text', 'add the extracted text to the JSON')
  .action(async (files: string[], options: { kind?: string; format: OutputName; withText?: boolean }) => {
    process.exitCode = await runCheck(files, options, {
      stdout: process.stdout,
      stderr: process.stderr,
      palette,
      version: version(),
    });
  });

program
  .command('serve')
  .description('run the bot: everything in one process, or the half that ROLE names')
  .action(async () => {
    process.exitCode = await serve();
  });

program
  .command('worker')
  .description('run only the worker half, as with ROLE=worker')
  .action(async () => {
    process.exitCode = await serve({ role: 'worker' });
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
