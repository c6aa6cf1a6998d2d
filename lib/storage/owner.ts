import pg from "pg";
import { asProblem } from "./trouble.ts";

/**
 * One plain connection as the owner of the tables, for as long as the work takes. Never for serving. Throws Problem unavailable
 * when the database cannot be reached, or no longer.
 */
export async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  // Without a listener a lost connection would end the process; the statement under way fails with the reason.
  client.on("error", () => {});
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw asProblem(error);
  } finally {
    await client.end();
  }
}
