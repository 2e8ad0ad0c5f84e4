import { describe, expect, it } from 'vitest';
import { commands, matchCommand } from './index.ts';
import { usages } from './usages.ts';

const named = (text: string) => {
  const match = matchCommand(text);
  return match === null ? null : [match.command.meta.name, match.argument];
};

describe('a text to the bot', () => {
  it.each([
    ['截止 12月31日18:00', ['截止', '12月31日18:00']],
    ['截止12月31日18：00', ['截止', '12月31日18:00']],
    ['截止时间：12月31日', ['截止', '12月31日']],
    ['  截止', ['截止', '']],
    ['，进度', ['进度', '']],
    ['谁没交？', ['进度', '?']],
    ['请问还有谁没交', ['进度', '']],
    ['重新检查一下', ['检查', '一下']],
    ['检查', ['检查', '']],
    ['帮助', ['帮助', '']],
    ['?', null],
    ['今天天气怎么样', null],
    ['', null],
  ])('“%s” means %j', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

it('no two commands share a name', () => {
  const names = commands.flatMap(({ meta }) => [meta.name, ...meta.aliases]);
  expect(names).toEqual([...new Set(names)]);
});

it('every command has its line on the help card', () => {
  expect(usages).toEqual(expect.arrayContaining(commands.map(({ meta }) => meta.usage)));
});
