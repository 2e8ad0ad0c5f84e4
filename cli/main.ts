#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import pc from 'picocolors';
import { type OutputName, outputs } from './outputs/index.ts';
import type { Terminal } from './terminal.ts';
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

const terminal: Terminal = { stdout: process.stdout, stderr: process.stderr, palette, version: version() };

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
    const { runCheck } = await import('./check.ts');
    process.exitCode = await runCheck(files, options, terminal);
  });

program
  .command('annotate')
  .description('write a copy of a report with the findings as Word comments')
  .argument('<file>', 'a file in any format the bot reads')
  .requiredOption('-o, --output <file>', 'the .docx to write; it must not exist yet')
  .option('--kind <id>', 'check as this kind of report, whatever it seems to be')
  .option('--fix', 'also put certain replacements into the text, as tracked changes')
  .action(async (file: string, options: { output: string; kind?: string; fix?: boolean }) => {
    const { runAnnotate } = await import('./annotate.ts');
    process.exitCode = await runAnnotate(file, options, terminal);
  });

program
  .command('serve')
  .description('run the bot: everything in one process, or the half that ROLE names')
  .action(async () => {
    const { serve } = await import('./serve.ts');
    process.exitCode = await serve();
  });

program
  .command('worker')
  .description('run only the worker half, as with ROLE=worker')
  .action(async () => {
    const { serve } = await import('./serve.ts');
    process.exitCode = await serve({ role: 'worker' });
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
