const plain = (content: string) => ({ tag: 'plain_text', content });
const callback = (value: object) => [{ type: 'callback', value }];

/** A card with every component the page draws. `people` are ids of members. */
export const galleryCard = (people: readonly string[]) => ({
  schema: '2.0',
  config: { update_multi: true, summary: { content: '组件总览' } },
  header: {
    template: 'blue',
    title: plain('组件总览'),
    subtitle: plain('副标题'),
    text_tag_list: [{ tag: 'text_tag', text: plain('已交 7/12'), color: 'turquoise' }],
    icon: { tag: 'standard_icon', token: 'bell_outlined' },
  },
  body: {
    elements: [
      {
        tag: 'markdown',
        content: [
          `**粗体** <at id=${people[0]}></at> <font color='red'>红字</font> <text_tag color='green'>合格</text_tag>`,
          '- 第一项\n- 第二项',
          '[制度](https://example.com/a) [坏链接](javascript:alert(1)) <script>alert(1)</script><img src=x onerror=alert(1)>',
        ].join('\n\n'),
      },
      { tag: 'div', text: plain('纯文本 <b>原样</b>') },
      { tag: 'hr' },
      {
        tag: 'column_set',
        flex_mode: 'none',
        background_style: 'grey',
        columns: [1, 3].map((weight) => ({
          tag: 'column',
          width: 'weighted',
          weight,
          elements: [{ tag: 'markdown', content: `第 ${weight} 栏` }],
        })),
      },
      {
        tag: 'collapsible_panel',
        expanded: false,
        header: { title: plain('建议改 3 处') },
        elements: [{ tag: 'markdown', content: '折叠的内容' }],
      },
      {
        tag: 'interactive_container',
        width: 'fill',
        behaviors: callback({ action: 'open' }),
        elements: [{ tag: 'markdown', content: '整块可点' }],
      },
      {
        tag: 'table',
        page_size: 2,
        columns: [
          { name: 'who', display_name: '姓名', data_type: 'text' },
          { name: 'state', display_name: '状态', data_type: 'options' },
          { name: 'length', display_name: '字数', data_type: 'number' },
        ],
        rows: [
          { who: '第一行', state: [{ text: '已交', color: 'green' }], length: 2053 },
          { who: '第二行', state: [{ text: '未交', color: 'red' }], length: 0 },
          { who: '第三行', state: [{ text: '已交', color: 'green' }], length: 3100 },
        ],
      },
      {
        tag: 'chart',
        aspect_ratio: '2:1',
        chart_spec: {
          type: 'pie',
          title: { text: '交稿进度' },
          data: {
            values: [
              { state: '已交', count: 7 },
              { state: '未交', count: 5 },
            ],
          },
          valueField: 'count',
          categoryField: 'state',
        },
      },
      { tag: 'person_list', persons: people.slice(0, 2).map((id) => ({ id })), show_name: true, show_avatar: true },
      { tag: 'person', user_id: people[1], show_name: true },
      {
        tag: 'overflow',
        options: [{ text: plain('标记为终稿'), value: 'final' }],
        behaviors: callback({ menu: 'more' }),
      },
      { tag: 'checker', text: plain('我今天交'), checked: false, behaviors: callback({ check: 'today' }) },
      { tag: 'button', text: plain('重新检查'), type: 'primary', behaviors: callback({ action: 'recheck' }) },
      {
        tag: 'button',
        text: plain('撤回这一稿'),
        type: 'danger',
        confirm: { title: plain('撤回这一稿？'), text: plain('撤回后需要重新提交。') },
        behaviors: callback({ action: 'withdraw' }),
      },
      {
        tag: 'button',
        text: plain('查看说明'),
        type: 'text',
        behaviors: [{ type: 'open_url', default_url: 'https://example.com/help' }],
      },
    ],
  },
});

/** A card with a form of every field. */
export const formCard = (people: readonly string[]) => ({
  schema: '2.0',
  config: { update_multi: true },
  header: { template: 'green', title: plain('发起收集') },
  body: {
    elements: [
      {
        tag: 'form',
        name: 'collection',
        elements: [
          { tag: 'input', name: 'name', label: plain('名称'), placeholder: plain('请输入'), required: true },
          {
            tag: 'select_static',
            name: 'kind',
            placeholder: plain('选择文种'),
            options: [
              { text: plain('述职述廉报告'), value: 'duty-integrity' },
              { text: plain('年度工作总结'), value: 'annual-summary' },
            ],
          },
          { tag: 'date_picker', name: 'day', placeholder: plain('选择日期') },
          { tag: 'picker_time', name: 'time', placeholder: plain('选择时间') },
          { tag: 'picker_datetime', name: 'deadline', placeholder: plain('选择截止时间') },
          { tag: 'select_person', name: 'organiser', placeholder: plain('选择组织者') },
          {
            tag: 'multi_select_person',
            name: 'audience',
            placeholder: plain('选择提交人'),
            selected_values: [people[0]],
          },
          {
            tag: 'button',
            name: 'start',
            text: plain('开始收集'),
            type: 'primary_filled',
            form_action_type: 'submit',
            behaviors: callback({ action: 'start' }),
          },
        ],
      },
    ],
  },
});
