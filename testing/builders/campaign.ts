import { officeHoursSchema } from '../../core/office-hours.ts';
import { type Collection, collectionSchema, type NudgeSlot } from '../../core/records.ts';
import { type ReminderPolicy, reminderPolicySchema } from '../../core/reminder-policy.ts';

/** Office hours as shipped, without days of their own. */
export const usualHours = officeHoursSchema.parse({
  working: [
    { from: '09:00', to: '12:00' },
    { from: '14:00', to: '18:00' },
  ],
  deadline: '18:00',
  evening: '22:00',
});

/** The reminder policy as shipped; `change` replaces whole fields. */
export const usualPolicy = (change: Partial<ReminderPolicy> = {}): ReminderPolicy => ({
  ...reminderPolicySchema.parse({
    id: 'default',
    name: '常规提醒',
    steps: [
      { slot: 'T-3wd', when: { workingDaysBefore: 3, at: '09:30' }, tone: 'early' },
      { slot: 'T-1d', when: { daysBefore: 1, at: '09:30' }, tone: 'soon' },
      { slot: 'T-2h', when: { minutesBefore: 120 }, tone: 'hours', urgent: true },
      { slot: 'due', when: { minutesBefore: 0 }, tone: 'due' },
      { slot: 'late', when: { eachWorkingMorning: '09:00', atMost: 20 }, tone: 'late' },
    ],
    jitter: { from: 3, to: 25 },
  }),
  ...change,
});

/** An open collection of everybody in a chat; `deadline` is wall-clock time in Shanghai, "2026-12-31T18:00". */
export const sampleCollection = (deadline: string, change: Partial<Collection> = {}): Collection => ({
  ...collectionSchema.parse({
    id: 'c1',
    platform: 'feishu',
    chatId: 'oc_1',
    name: '2026年度述职述廉报告',
    requirements: {},
    audience: { mode: 'all' },
    deadline: `${deadline}:00+08:00`,
    organisers: ['ou_organiser'],
    state: 'open',
    createdBy: 'ou_organiser',
    createdAt: '2026-01-01T00:00:00+08:00',
  }),
  ...change,
});

/** Claims as the store keeps them: each slot of a person once, ever. */
export class ClaimedSlots {
  readonly #byCollection = new Map<string, Map<string, Set<string>>>();

  of(collectionId: string): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#slots(collectionId);
  }

  /** Those of the slots that nobody claimed before. */
  claim(slots: readonly NudgeSlot[]): NudgeSlot[] {
    return slots.filter(({ collectionId, memberId, slot }) => {
      const people = this.#slots(collectionId).get(slot) ?? new Set();
      this.#slots(collectionId).set(slot, people);
      if (people.has(memberId)) return false;
      people.add(memberId);
      return true;
    });
  }

  #slots(collectionId: string): Map<string, Set<string>> {
    const slots = this.#byCollection.get(collectionId) ?? new Map<string, Set<string>>();
    this.#byCollection.set(collectionId, slots);
    return slots;
  }
}
