import { modelConsent } from '../questions/model-consent.ts';
import type { Command, CommandMeta } from './command.ts';
import { usage } from './usages.ts';

/** 允许使用大模型了吗, 是什么意思, 安全吗: asked of the setting itself. */
const askedOfIt = /^(?:了|过)?(?:吗|没有?)$|^(?:是|有|会|要|能)|安全|费用|影响|意思/u;

/** Agreeing and taking back count only as the whole message; in a sentence the words may mean anything. */
const consentCommand = (meta: CommandMeta, allow: boolean): Command => ({
  meta,
  run: ({ event }, ports) => {
    const words = event.text.normalize('NFKC').replace(/[\s,.!。，！]/gu, '');
    const meant = [meta.name, ...meta.aliases].includes(words);
    return modelConsent(event, meant ? allow : null, ports);
  },
});

export const forbidModel = consentCommand(
  {
    name: '停用大模型',
    aliases: ['禁用大模型', '关闭大模型', '不用大模型', '不允许使用大模型', '不允许大模型', '禁止使用大模型'],
    usage: usage.forbidModel,
    takes: 'words',
    own: askedOfIt,
  },
  false,
);

export const allowModel = consentCommand(
  {
    name: '允许使用大模型',
    aliases: ['允许大模型', '启用大模型', '开启大模型'],
    usage: usage.allowModel,
    takes: 'words',
    own: askedOfIt,
  },
  true,
);
