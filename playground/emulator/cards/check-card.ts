import { z } from 'zod';
import { cardFrame } from './card-frame.ts';
import { containerComponents } from './container-components.ts';
import { cellSchemas, displayComponents } from './display-components.ts';
import { inputComponents } from './input-components.ts';

export interface CardProblem {
  /** The sub-code in the refusal's message. */
  readonly code: number;
  readonly message: string;
  /** What and where. */
  readonly value: string;
}

/** What a card may refer to. */
export interface CardContext {
  knowsPerson(id: string): boolean;
  knowsImage(key: string): boolean;
}

const components: Readonly<Record<string, z.ZodType>> = {
  ...displayComponents,
  ...containerComponents,
  ...inputComponents,
};
const fromVersionOne = ['note', 'action', 'text'];
const rootOnly = ['table', 'form'];
const onlyInForms = ['multi_select_static', 'multi_select_person'];
const containers = Object.keys(containerComponents);
const mostElements = 200;
const deepest = 5;
/** Five are documented, but a fourth was seen refused. */
const mostTables = 3;
const mention = /<at id=['"]?([^\s'">]{1,64})['"]?>/g;
/** The line under a Markdown table's head. */
const tableRule = /^[\s|:-]{3,2000}$/;

const tagged = z.looseObject({ tag: z.string() });
type Tagged = z.infer<typeof tagged>;

class Refused extends Error {
  readonly problem: CardProblem;

  constructor(code: number, message: string, value: string) {
    super(message);
    this.problem = { code, message, value };
  }
}

/** What is wrong with a card JSON 2.0, or null. The first problem counts, as on the platform. */
export function checkCard(card: unknown, context: CardContext): CardProblem | null {
  try {
    const frame = cardFrame.safeParse(card);
    if (!frame.success) throw unfit(frame.error, 'ROOT');
    const seen = { tables: 0, ids: new Set<string>(), names: new Set<string>() };
    frame.data.body.elements.forEach((element, index) => {
      const at = { path: `ROOT -> body -> elements -> [${index}]`, depth: 0, root: true, inForm: false };
      visit(element, at, seen, context);
    });
    if (countTags(card) > mostElements) throw new Refused(11310, 'element exceeds the limit', `${countTags(card)}`);
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.problem;
    throw error;
  }
}

interface Place {
  readonly path: string;
  readonly depth: number;
  readonly root: boolean;
  readonly inForm: boolean;
}
interface Seen {
  tables: number;
  readonly ids: Set<string>;
  /** Of forms and of what stands in them: no two on a card may be the same. */
  readonly names: Set<string>;
}

function visit(value: unknown, at: Place, seen: Seen, context: CardContext): void {
  const parsed = tagged.safeParse(value);
  if (!parsed.success) throw new Refused(200621, parseError, `component without tag, path: ${at.path}`);
  const component = parsed.data;
  const path = `${at.path}(tag: ${component.tag})`;
  const schema = components[component.tag];
  if (!schema || (component.tag === 'column' && !at.path.includes('columns'))) {
    const code = fromVersionOne.includes(component.tag) ? 200861 : 200621;
    throw new Refused(
      code,
      'cards of schema V2 no longer support this capability',
      `unsupported tag ${component.tag}, path: ${path}`,
    );
  }
  const fit = schema.safeParse(component);
  if (!fit.success) throw unfit(fit.error, path, component.tag);
  if (rootOnly.includes(component.tag) && !at.root) {
    throw new Refused(200621, parseError, `${component.tag} must stand at the root, path: ${path}`);
  }
  checkUniqueId(component, path, seen);
  checkReferences(component, path, context);
  checkTables(component, path, seen);
  const isForm = component.tag === 'form';
  if (isForm) takeName(component, path, seen);
  if (at.inForm) checkFormItem(component, path, seen);
  else if (onlyInForms.includes(component.tag)) {
    throw new Refused(200621, parseError, `${component.tag} must stand in a form, path: ${path}`);
  }
  const depth = at.depth + (containers.includes(component.tag) && component.tag !== 'column' ? 1 : 0);
  if (depth > deepest) throw new Refused(200621, parseError, `nested too deep, path: ${path}`);
  for (const [key, list] of childLists(component)) {
    list.forEach((child, index) => {
      const below = { path: `${path} -> ${key} -> [${index}]`, depth, root: false, inForm: at.inForm || isForm };
      visit(child, below, seen, context);
    });
  }
  if (isForm && !JSON.stringify(component).includes('"form_action_type":"submit"')) {
    throw new Refused(200621, parseError, `form needs a submit button, path: ${path}`);
  }
}

const parseError = 'parse card json err, please check whether the card json is correct';

function childLists(component: Tagged): [string, unknown[]][] {
  return ['elements', 'columns'].flatMap((key): [string, unknown[]][] => {
    const list = component[key];
    return component.tag !== 'table' && Array.isArray(list) ? [[key, list]] : [];
  });
}

function unfit(error: z.ZodError, path: string, tag?: string): Refused {
  const issue = error.issues[0];
  const where = [path, ...(issue?.path ?? []).map(String)].join(' -> ');
  const what =
    issue?.code === 'unrecognized_keys'
      ? `unknown property, property: ${issue.keys.join(', ')}`
      : (issue?.message ?? '');
  const code = tag === 'chart' ? 200550 : tag === 'table' ? 200914 : 200621;
  return new Refused(code, parseError, `${what}, path: ${where}`);
}

function checkUniqueId(component: Tagged, path: string, seen: Seen): void {
  const id = component.element_id;
  if (typeof id !== 'string') return;
  if (seen.ids.has(id)) throw new Refused(200621, parseError, `element_id ${id} repeats, path: ${path}`);
  seen.ids.add(id);
}

function checkFormItem(component: Tagged, path: string, seen: Seen): void {
  if (component.tag === 'chart') throw new Refused(200621, parseError, `no chart in a form, path: ${path}`);
  if (component.tag in inputComponents && component.tag !== 'overflow') takeName(component, path, seen);
}

function takeName({ name }: Tagged, path: string, { names }: Seen): void {
  if (typeof name !== 'string') throw new Refused(200621, parseError, `name is required in a form, path: ${path}`);
  if (names.has(name)) throw new Refused(200621, parseError, `name ${name} repeats on the card, path: ${path}`);
  names.add(name);
}

const references = z.object({
  content: z.string().optional(),
  text: z.looseObject({ content: z.string() }).optional(),
  user_id: z.string().optional(),
  persons: z.array(z.object({ id: z.string() })).optional(),
  img_key: z.string().optional(),
});

function checkReferences(component: Tagged, path: string, context: CardContext): void {
  const found = references.safeParse(component).data;
  const written = [found?.content, found?.text?.content].filter((content) => content !== undefined).join('\n');
  const mentioned = [...written.matchAll(mention)].map((match) => match[1] ?? '').filter((id) => id !== 'all');
  const people = [
    ...mentioned,
    ...(found?.user_id ? [found.user_id] : []),
    ...(found?.persons ?? []).map(({ id }) => id),
  ];
  const stranger = people.find((id) => !context.knowsPerson(id));
  if (stranger !== undefined) {
    throw new Refused(
      100290,
      'There is an invalid user resource(at/person) in your card',
      `${stranger}, path: ${path}`,
    );
  }
  if (found?.img_key !== undefined && !context.knowsImage(found.img_key)) {
    throw new Refused(200570, 'card contains invalid image keys', `${found.img_key}, path: ${path}`);
  }
}

function checkTables(component: Tagged, path: string, seen: Seen): void {
  if (component.tag === 'markdown') seen.tables += markdownTables(String(component.content));
  if (component.tag === 'table') {
    seen.tables += 1;
    checkRows(displayComponents.table.parse(component), path);
  }
  if (seen.tables > mostTables) throw new Refused(11310, 'card table number over limit', `table, path: ${path}`);
}

function markdownTables(content: string): number {
  return content.split('\n').filter((line) => tableRule.test(line) && line.includes('|') && line.includes('-')).length;
}

function checkRows(table: z.infer<typeof displayComponents.table>, path: string): void {
  const columns = new Map(table.columns.map((column) => [column.name, column.data_type]));
  for (const [index, row] of table.rows.entries()) {
    for (const [name, cell] of Object.entries(row)) {
      const type = columns.get(name);
      if (type === undefined || !cellSchemas[type].safeParse(cell).success) {
        throw new Refused(200915, 'table rows invalid', `${name}, path: ${path} -> rows -> [${index}]`);
      }
    }
  }
}

/** Every object with a tag counts, the text objects inside components too. */
function countTags(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countTags(item), 0);
  const own = 'tag' in value ? 1 : 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) => (['chart_spec', 'value', 'rows'].includes(key) ? sum : sum + countTags(inner)),
    own,
  );
}
