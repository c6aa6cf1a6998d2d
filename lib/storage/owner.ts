import pg from "pg";

/** One plain connection as the owner of the tables, for as long as the work takes. Never for serving. */
export async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  // Without a listener a lost connection would end the process; the statement under way fails with the reason.
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
