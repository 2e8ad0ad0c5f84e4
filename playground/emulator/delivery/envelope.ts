import { newEventId } from '../ids.ts';
import type { AppRecord } from '../state/records.ts';

/** The outer form of every event and callback. */
export function envelope(app: AppRecord, type: string, event: object, now: number): Record<string, unknown> {
  return {
    schema: '2.0',
    header: {
      event_id: newEventId(),
      event_type: type,
      create_time: String(now),
      token: app.verificationToken,
      app_id: app.appId,
      tenant_key: app.tenantKey,
    },
    event,
  };
}

export function userIds(openId: string): { open_id: string; union_id: string; user_id: null } {
  return { open_id: openId, union_id: openId.replace(/^ou_/, 'on_'), user_id: null };
}
