import { expect, test } from 'vitest';
import { parsePostmaster, servesCluster } from './postmaster.ts';

const file = ['4711', '/data/postgres/cluster', '1795200000', '40639', '', '127.0.0.1', '  1234 5', 'ready   ', ''];

test.each([
  ['a running server', file, { pid: 4711, port: 40639, status: 'ready' }],
  ['one that is only just starting', file.slice(0, 5), { pid: 4711, port: 40639, status: '' }],
  ['one whose port is not written yet', file.slice(0, 3), null],
  ['an empty file', [], null],
  ['something else', ['not', 'a', 'pid', 'file'], null],
])('%s', (_name, lines, expected) => {
  expect(parsePostmaster(lines.join('\n'))).toEqual(expected);
});

test('a number that now belongs to another process is no server', async () => {
  expect(await servesCluster(process.pid, '/data/postgres/cluster')).toBe(false);
  expect(await servesCluster(2 ** 22 + 1, '/data/postgres/cluster')).toBe(false);
});
