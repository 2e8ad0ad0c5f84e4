import { describe, expect, it } from 'vitest';
import { replySchema } from '../../../core/reply.ts';
import { maskContacts, maskReply } from './card-mask.ts';

describe('masking', () => {
  it.each([
    ['电话13812345678。', '电话138****5678。'],
    ['电话138 1234 5678', '电话138****5678'],
    ['座机0571-87654321转', '座机0571****21转'],
    ['邮箱zhang.san+a@mail.example.com，', '邮箱z***@***，'],
    ['身份证11010519491231002X', '身份证110************02X'],
    ['账号6222020000000000000', '账号62***************00'],
    ['投入12345678元，2026年12月31日', '投入12345678元，2026年12月31日'],
  ])('%s → %s', (given, expected) => {
    expect(maskContacts(given)).toBe(expected);
  });

  it('masks what is shown and keeps what buttons send back', () => {
    const phone = '13812345678';
    const reply = replySchema.parse({
      tone: 'info',
      title: phone,
      blocks: [
        { kind: 'facts', facts: [{ label: '电话', value: phone }] },
        { kind: 'list', items: [{ text: [{ quote: phone }, { link: phone, href: `https://example.com/${phone}` }] }] },
        { kind: 'actions', actions: [{ id: 'a', label: phone, value: { id: phone } }] },
      ],
    });
    const masked = JSON.stringify(maskReply(reply));
    expect(masked.match(/13812345678/gu)).toHaveLength(2);
    expect(masked).toContain(`"href":"https://example.com/${phone}"`);
    expect(masked).toContain(`"value":{"id":"${phone}"}`);
  });
});
