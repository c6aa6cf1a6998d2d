import type { Database } from "#lib/storage/database.ts";
import type { SignInTables } from "./sign-in-tables.ts";

/** The installation's secret; `proposal` becomes it when there is none. Of two servers that start at once both get the first one's. */
export async function secretOf(database: Database, proposal: string, now: Date): Promise<string> {
  const tables = database.outside<SignInTables>();
  await tables
    .insertInto("sign_in_secret")
    .values({ secret: proposal, made_at: now })
    .onConflict((there) => there.doNothing())
    .execute();
  const { secret } = await tables.selectFrom("sign_in_secret").select("secret").executeTakeFirstOrThrow();
  return secret;
}
