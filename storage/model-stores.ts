import { and, desc, eq, sql } from 'drizzle-orm';
import type { ModelBudget, ModelConsentStore } from '../core/ports/stores.ts';
import type { Database } from './database.ts';
import { modelConsents, modelUsage } from './schema.ts';

export const modelConsentStore = (db: Database): ModelConsentStore => ({
  record: async (platform, chatId, { allowed, by, at }) => {
    await db.insert(modelConsents).values({ platform, chatId, allowed, by, at: new Date(at) });
  },

  current: async (platform, chatId) => {
    const [row] = await db
      .select({ allowed: modelConsents.allowed, by: modelConsents.by, at: modelConsents.at })
      .from(modelConsents)
      .where(and(eq(modelConsents.platform, platform), eq(modelConsents.chatId, chatId)))
      .orderBy(desc(modelConsents.place))
      .limit(1);
    return row === undefined ? null : { ...row, at: row.at.toISOString() };
  },
});

export const modelBudget = (db: Database): ModelBudget => ({
  take: async (day, tokens, limits) => {
    if (limits.calls < 1 || tokens > limits.tokens) return false;
    const taken = await db
      .insert(modelUsage)
      .values({ day, calls: 1, tokens })
      .onConflictDoUpdate({
        target: modelUsage.day,
        set: { calls: sql`${modelUsage.calls} + 1`, tokens: sql`${modelUsage.tokens} + excluded.tokens` },
        setWhere: sql`${modelUsage.calls} < ${limits.calls} AND ${modelUsage.tokens} + excluded.tokens <= ${limits.tokens}`,
      })
      .returning({ day: modelUsage.day });
    return taken.length > 0;
  },

  settle: async (day, difference) => {
    await db
      .update(modelUsage)
      .set({ tokens: sql`greatest(0, ${modelUsage.tokens} + ${difference}::bigint)` })
      .where(eq(modelUsage.day, day));
  },
});
