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

// Whoever reads the output may stop early: `cuigao check *.docx | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

const program = new Command('cuigao')
  .description('催稿：在群里收报告、检查报告、提醒还没有交的人')
  .configureHelp({ styleTitle: (title) => titles[title] ?? title })
  .helpOption('-h, --help', '显示用法')
  .helpCommand('help [command]', '显示某个命令的用法')
  .version(version(), '-V, --version', '显示版本号')
  .showHelpAfterError('加上 --help 查看用法。')
  .exitOverride();

const kindOption = ['--kind <id>', '按这种报告检查，不管它看起来是什么；给一个没有的 id 会列出全部'] as const;

program
  .command('check')
  .description('检查文件。退出码：0 没有必须改的，1 有必须改的，2 有文件读不了或用法不对')
  .argument('<files...>', '要检查的文件，机器人能读的格式都可以')
  .option(...kindOption)
  .addOption(new Option('--format <format>', '输出格式').choices(Object.keys(outputs)).default('text'))
  .option('--with-text', '在 JSON 里带上读出的全文')
  .action(async (files: string[], options: { kind?: string; format: OutputName; withText?: boolean }) => {
    const { runCheck } = await import('./check.ts');
    process.exitCode = await runCheck(files, options, terminal);
  });

program
  .command('annotate')
  .description('另存一份带 Word 批注的 .docx。退出码：0 已写入，2 没有写成')
  .argument('<file>', '要检查的文件，机器人能读的格式都可以')
  .requiredOption('-o, --output <file>', '写到哪个 .docx，不能是已有的文件')
  .option(...kindOption)
  .option('--fix', '确定的错误直接改在正文里，以修订方式显示')
  .action(async (file: string, options: { output: string; kind?: string; fix?: boolean }) => {
    const { runAnnotate } = await import('./annotate.ts');
    process.exitCode = await runAnnotate(file, options, terminal);
  });

program
  .command('serve')
  .description('运行机器人：全部在一个进程里，或只运行 ROLE 指定的一半')
  .action(async () => {
    const { serve } = await import('./serve.ts');
    process.exitCode = await serve();
  });

program
  .command('worker')
  .description('只运行工作进程，同 ROLE=worker')
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
