import type { DBAdapter } from "better-auth/adapters";
import { hashOfToken } from "./session-cookie-server.ts";

type Adapter = DBAdapter;
type Condition = NonNullable<Parameters<Adapter["delete"]>[0]["where"]>[number];

/**
 * Lets better-auth work with session tokens as it always does, while the database holds only their hashes: hashed on the
 * way in, and put back in clear on what it had just asked for by token. `allEnded`: every session of that user was ended.
 */
export function withHashedSessions(adapter: Adapter, allEnded: (userId: string) => Promise<void>): Adapter {
  return {
    ...adapter,
    async create(given) {
      if (given.model !== "session") return adapter.create(given);
      const { token } = given.data as unknown as { token: string };
      const data = { ...given.data, token: hashOfToken(token) };
      const created: object = await adapter.create({ ...given, data });
      return { ...created, token } as never;
    },
    async findOne(given) {
      const found = await adapter.findOne(hashed(given));
      return inClear(given, found) as never;
    },
    findMany: (given) => adapter.findMany(hashed(given)),
    count: (given) => adapter.count(hashed(given)),
    async update(given) {
      const updated = await adapter.update(hashed(given));
      return inClear(given, updated) as never;
    },
    updateMany: (given) => adapter.updateMany(hashed(given)),
    delete: (given) => adapter.delete(hashed(given)),
    async deleteMany(given) {
      const deleted = await adapter.deleteMany(hashed(given));
      const [only, ...others] = given.model === "session" ? (given.where ?? []) : [];
      if (only?.field === "userId" && others.length === 0) await allEnded(String(only.value));
      return deleted;
    },
    transaction: (work) =>
      adapter.transaction((inner) => work(withHashedSessions(inner as Adapter, allEnded) as never)),
  };
}

function hashed<T extends { model: string; where?: Condition[] }>(given: T): T {
  if (given.model !== "session" || !given.where) return given;
  const where = given.where.map((each) =>
    each.field === "token" ? { ...each, value: hashOfAll(each.value) } : each,
  );
  return { ...given, where };
}

function hashOfAll(value: Condition["value"]): Condition["value"] {
  return Array.isArray(value) ? value.map((each) => hashOfToken(String(each))) : hashOfToken(String(value));
}

function inClear(given: { model: string; where?: Condition[] }, found: unknown): unknown {
  const token = given.where?.find((each) => each.field === "token")?.value;
  return given.model === "session" && found && typeof token === "string" ? { ...found, token } : found;
}
