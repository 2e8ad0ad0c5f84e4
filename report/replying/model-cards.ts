import type { ModelConsent } from '../../core/ports/stores.ts';
import type { Reply } from '../../core/reply.ts';
import { reply } from './card-parts.ts';
import { dateText } from './deadline-line.ts';

/** Around the use of a language model in a chat. */
export const sayOfModels = {
  title: '大模型的使用',
  absent: '机器人没有接入大模型，不会把任何内容发送出去。需要使用的话，请联系机器人管理员。',
  notYours: '只有组织者、群主或群管理员可以允许或停用大模型。',
  allowed: (name: string, when: string) => `已允许使用大模型（${name}，${when}）。`,
  forbidden: (name: string, when: string) => `已停用大模型（${name}，${when}），不再发送任何内容。`,
  never: '还没有人允许使用大模型，不会把任何内容发送出去。',
  effect:
    '回答问题时，会把问题和所问的那一部分原文发给管理员接入的大模型来概括，每次只发一个部分；概括里的数字、名称逐一和原文核对，对不上就不用，仍由原文摘取。检查报告不用大模型。',
  allow: '允许使用大模型',
  forbid: '停用大模型',
  confirm: '允许后，报告的部分原文会发送给管理员接入的大模型。确定吗？',
  toast: '好的，已记下',
} as const;

const TIME_ZONE = 'Asia/Shanghai';

/** Whether a chat lets a model read its reports, who said so and when; with the button to change it. */
export const modelConsentCard = (
  consent: ModelConsent | null,
  by: string,
  options: {
    readonly configured: boolean;
    /** The talk of two this is shown in, where one person decides alone; comes back with a click. */
    readonly privateChat: string | null;
    readonly now: Date;
  },
): Reply => {
  const allowed = consent?.allowed === true;
  const lines: string[] = [];
  if (consent === null) lines.push(options.configured ? sayOfModels.never : sayOfModels.absent);
  else {
    const at = new Date(consent.at);
    const when = `${dateText(at, options.now, TIME_ZONE)}`;
    lines.push(allowed ? sayOfModels.allowed(by, when) : sayOfModels.forbidden(by, when));
    if (!options.configured) lines.push(sayOfModels.absent);
  }
  if (options.configured) lines.push(sayOfModels.effect);
  const where = options.privateChat === null ? {} : { private: options.privateChat };
  const button = allowed
    ? { id: 'model-consent', label: sayOfModels.forbid, value: { allow: 'no', ...where } }
    : {
        id: 'model-consent',
        label: sayOfModels.allow,
        value: { allow: 'yes', ...where },
        confirm: sayOfModels.confirm,
      };
  return reply({
    tone: 'info',
    title: sayOfModels.title,
    blocks: [
      ...lines.map((line) => ({ kind: 'text' as const, text: [line] })),
      ...(options.configured ? [{ kind: 'actions' as const, actions: [button] }] : []),
    ],
  });
};
