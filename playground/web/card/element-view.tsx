import { Fragment, type ReactNode } from 'react';
import { ButtonView } from './button-view.tsx';
import { type Json, record, records, text } from './card-json.ts';
import { ChartView } from './chart-view.tsx';
import { CheckerView } from './checker-view.tsx';
import { CollapsiblePanel } from './collapsible-panel.tsx';
import { ColumnSet } from './column-set.tsx';
import { FormView } from './form-view.tsx';
import { ImageCombination, ImageView } from './image-view.tsx';
import { InputView } from './input-view.tsx';
import { InteractiveContainer } from './interactive-container.tsx';
import { OverflowView } from './overflow-view.tsx';
import { PersonList, PersonView } from './person-view.tsx';
import { PickerView } from './picker-view.tsx';
import { SelectView } from './select-view.tsx';
import { TableView } from './table-view.tsx';
import { DivView, MarkdownView } from './text-view.tsx';

type Element = (properties: { json: Json; render: (elements: unknown) => ReactNode }) => ReactNode;

/** Every component by its tag. A new one needs its file and a line here. */
const elements: Readonly<Record<string, Element>> = {
  markdown: MarkdownView,
  div: DivView,
  plain_text: ({ json }) => <DivView json={{ text: json }} />,
  hr: () => <hr className="card-rule" />,
  img: ImageView,
  img_combination: ImageCombination,
  column_set: ColumnSet,
  collapsible_panel: CollapsiblePanel,
  interactive_container: InteractiveContainer,
  table: TableView,
  chart: ChartView,
  button: ButtonView,
  overflow: OverflowView,
  form: FormView,
  input: InputView,
  select_static: SelectView,
  multi_select_static: SelectView,
  select_person: SelectView,
  multi_select_person: SelectView,
  date_picker: PickerView,
  picker_time: PickerView,
  picker_datetime: PickerView,
  checker: CheckerView,
  person: PersonView,
  person_list: PersonList,
};

function UnknownElement({ tag }: { tag: string }) {
  return (
    <div className="unknown-element" role="note">
      暂不支持的组件：{tag === '' ? '（没有 tag）' : tag}
    </div>
  );
}

/** The elements of a container, in order. A form or field begins anew when the bot sends it changed. */
export function renderElements(list: unknown): ReactNode {
  return records(list).map((json, index) => {
    const tag = text(json.tag);
    const View = Object.hasOwn(elements, tag) ? elements[tag] : undefined;
    const fresh = tag === 'form' || 'name' in json ? JSON.stringify(json) : '';
    const key = `${text(json.element_id) || index} ${tag} ${fresh}`;
    return (
      <Fragment key={key}>
        {View === undefined ? <UnknownElement tag={tag} /> : <View json={record(json)} render={renderElements} />}
      </Fragment>
    );
  });
}
