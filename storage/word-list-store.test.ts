import { expect, it } from 'vitest';
import { type WordListEntry, wordListsOf } from '../core/word-lists.ts';
import { withDatabase } from '../testing/postgres.ts';

const database = withDatabase();
const entry = (word: string, change: Partial<WordListEntry> = {}): WordListEntry => ({
  platform: 'feishu',
  chatId: 'oc_1',
  list: 'allow',
  word,
  suggestion: null,
  ...change,
});

it('keeps the words of a chat and of the organisation, each word on one list, and who changed what', async () => {
  const { wordLists } = database.stores;
  const deny = entry('督导', { list: 'deny', suggestion: '指导' });
  const everywhere = entry('某某局', { chatId: '', list: 'own-name' });
  await wordLists.put([entry('一张蓝图'), entry('督导')], 'ou_1', '允许“一张蓝图”“督导”');
  await wordLists.put([deny], 'ou_2', '禁用“督导”，建议“指导”');
  await wordLists.put([everywhere], 'ou_1', '全单位：本单位名称“某某局”');
  await wordLists.put([entry('别群的词', { chatId: 'oc_2' })], 'ou_3', '允许“别群的词”');
  expect(await wordLists.of('feishu', 'oc_1')).toEqual([everywhere, entry('一张蓝图'), deny]);
  expect(await wordLists.of('dingtalk', 'oc_1')).toEqual([]);

  expect(await wordLists.remove('feishu', 'oc_1', ['一张蓝图', '没有的词'], 'ou_1', '删除“一张蓝图”')).toEqual([
    '一张蓝图',
  ]);
  expect(await wordLists.remove('feishu', 'oc_1', ['一张蓝图'], 'ou_1', '删除“一张蓝图”')).toEqual([]);
  expect(await wordLists.of('feishu', 'oc_1')).toEqual([everywhere, deny]);
  const history = await wordLists.history('feishu', 'oc_1');
  expect(history.map(({ by, what }) => [by, what])).toEqual([
    ['ou_1', '删除“一张蓝图”'],
    ['ou_1', '全单位：本单位名称“某某局”'],
    ['ou_2', '禁用“督导”，建议“指导”'],
    ['ou_1', '允许“一张蓝图”“督导”'],
  ]);
});

it("lets the chat's own say about a word go before the organisation's", () => {
  const entries = [entry('督导', { chatId: '', list: 'deny' }), entry('督导'), entry('某某局', { list: 'own-name' })];
  expect(wordListsOf(entries)).toEqual({ allow: ['督导'], deny: [], ownNames: ['某某局'] });
});
