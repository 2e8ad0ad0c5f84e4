import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type OfficeHours, officeHoursSchema } from '../core/office-hours.ts';
import { type ReminderPolicy, reminderPolicySchema } from '../core/reminder-policy.ts';
import { partCuesSchema, reportKindSchema } from '../core/report-kind.ts';
import type { TrigramTable } from '../core/trigram-table.ts';
import { type Wording, wordingSchema } from '../core/wording.ts';
import { loadTrigrams } from './load-trigrams.ts';

/** config/ as data: validated, so that the rest can trust it. */
export interface LoadedConfig {
  readonly kinds: readonly z.infer<typeof reportKindSchema>[];
  readonly parts: readonly z.infer<typeof partCuesSchema>[];
  readonly wording: Wording;
  /** Read from disk when first asked. */
  readonly trigrams: TrigramTable | null;
  readonly officeHours: OfficeHours;
  readonly reminderPolicies: readonly ReminderPolicy[];
}

/**
 * Reads every YAML file of a config folder: report-kinds/<id>.yaml, parts.yaml, office-hours.yaml,
 * reminder-policies/<id>.yaml and wording/<key>.yaml.
 * @throws Error whose message names the file and the wrong key in it
 */
export const loadConfig = (folder: string): LoadedConfig => ({
  trigrams: loadTrigrams(folder),
  kinds: yamlFiles(join(folder, 'report-kinds')).map(({ path, name, data }) => {
    const kind = validated(reportKindSchema, data, path);
    if (kind.id !== name) throw new Error(`${path}: the id “${kind.id}” must be the file's name`);
    for (const pattern of [...kind.titles, ...kind.openings]) compiles(pattern, path);
    return kind;
  }),
  parts: validated(z.array(partCuesSchema), readYaml(join(folder, 'parts.yaml')), join(folder, 'parts.yaml')),
  wording: validated(
    wordingSchema,
    Object.fromEntries(yamlFiles(join(folder, 'wording')).map(({ name, data }) => [camelCase(name), data])),
    join(folder, 'wording'),
  ),
  officeHours: validated(
    officeHoursSchema,
    readYaml(join(folder, 'office-hours.yaml')),
    join(folder, 'office-hours.yaml'),
  ),
  reminderPolicies: yamlFiles(join(folder, 'reminder-policies')).map(({ path, name, data }) => {
    const policy = validated(reminderPolicySchema, data, path);
    if (policy.id !== name) throw new Error(`${path}: the id “${policy.id}” must be the file's name`);
    return policy;
  }),
});

const yamlFiles = (folder: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const path = join(folder, file);
      return { path, name: basename(file, '.yaml'), data: readYaml(path) };
    });

const readYaml = (path: string): unknown => {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`${path}: not readable as YAML: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
};

const validated = <T>(schema: z.ZodType<T>, data: unknown, path: string): T => {
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw new Error(`${path}:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
};

const compiles = (pattern: string, path: string) => {
  try {
    new RegExp(pattern, 'u');
  } catch (cause) {
    throw new Error(`${path}: “${pattern}” is not a regular expression`, { cause });
  }
};

const camelCase = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
