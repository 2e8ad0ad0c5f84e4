import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import type { Collection } from '../../core/records.ts';
import { sampleCollection } from '../../testing/builders/campaign.ts';
import { matchUpload, type Upload } from './match-upload.ts';

const { kinds } = loadConfig(join(dirname(fileURLToPath(import.meta.url)), '../../config'));
const duty = sampleCollection('2026-12-31T18:00', {
  id: 'duty',
  name: '2026年度述职述廉报告',
  requirements: { kind: 'duty-integrity', year: 2026 },
});
const party = sampleCollection('2026-12-20T18:00', {
  id: 'party',
  name: '2026年党建工作总结',
  requirements: { kind: 'party-building-summary', year: 2026 },
});
const partyBefore = sampleCollection('2026-12-25T18:00', {
  id: 'party-2025',
  name: '2025年党建工作总结',
  requirements: { kind: 'party-building-summary', year: 2025 },
});
const figures = sampleCollection('2026-12-28T18:00', { id: 'figures', name: '整改台账' });
const closed = sampleCollection('2026-11-30T18:00', { id: 'closed', name: '2026年度述职报告', state: 'closed' });
const forOthers = sampleCollection('2026-12-01T18:00', {
  id: 'others',
  audience: { mode: 'chosen', chosen: [{ id: 'b' }], exempt: [] },
});
const withoutMe = sampleCollection('2026-12-01T18:00', {
  id: 'exempt',
  audience: { mode: 'all', chosen: [], exempt: [{ id: 'a' }] },
});

const upload = (change: Partial<Upload> = {}): Upload => ({
  authorId: 'a',
  fileName: '报告.docx',
  quotedCollectionId: null,
  words: '',
  kindId: null,
  year: null,
  ...change,
});

it.each([
  ['the only open one', upload(), [duty, closed], 'duty'],
  ['the only one that asks this person', upload(), [forOthers, withoutMe, duty], 'duty'],
  ['none when nobody asks this person', upload(), [forOthers, withoutMe, closed], 'none'],
  [
    'the one it answers, whatever it is',
    upload({ quotedCollectionId: 'party', kindId: 'duty-integrity' }),
    [duty, party],
    'party',
  ],
  [
    'not a closed one it answers',
    upload({ quotedCollectionId: 'closed', kindId: 'duty-integrity' }),
    [duty, party, closed],
    'duty',
  ],
  ['the one of its kind', upload({ kindId: 'duty-integrity', year: 2026 }), [duty, party], 'duty'],
  ['the one its name tells', upload({ fileName: '某局成员甲述职述廉报告.docx' }), [party, duty, figures], 'duty'],
  ['the one of its year', upload({ kindId: 'party-building-summary', year: 2025 }), [party, partyBefore], 'party-2025'],
  ['the year in the file name', upload({ fileName: '2026年党建工作总结.docx' }), [partyBefore, party], 'party'],
  ['the one without a kind by its name', upload({ fileName: '成员甲整改台账.docx' }), [duty, figures], 'figures'],
  ['the one named along with it', upload({ words: '交整改台账' }), [duty, figures], 'figures'],
  ['asks when nothing tells, soonest first', upload(), [duty, party, figures], 'ask party figures duty'],
  [
    'asks between two years when it has none',
    upload({ kindId: 'party-building-summary' }),
    [duty, party, partyBefore],
    'ask party party-2025 duty',
  ],
] as [string, Upload, Collection[], string][])('takes %s', (_name, given, collections, expected) => {
  const match = matchUpload(given, collections, kinds);
  expect(
    match.what === 'one'
      ? match.collection.id
      : match.what === 'ask'
        ? ['ask', ...match.candidates.map(({ id }) => id)].join(' ')
        : 'none',
  ).toBe(expected);
});
