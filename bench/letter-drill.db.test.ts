import { expect, it } from "vitest";
import { openTestHouse } from "#demo/test-house.ts";
import { letterDrill } from "./letter-drill.ts";

// The full drill of 10,000 letters is `askwell bench letters`; these few keep it true from day to day.
it("mails nobody twice and leaves nobody out when the server is killed in the middle", async () => {
  const t = await openTestHouse();
  try {
    const { workspaceId, leader: leaderId } = t.cast;
    const { database, ownerUrl } = t.test;
    const drill = { database, ownerUrl, workspaceId, leaderId, letters: 200, kills: 4 };
    const result = await letterDrill(drill);
    expect(result).toMatchObject({ letters: 200, twice: [], missing: [] });
    expect(result.kills).toBeGreaterThan(1);
    // One at most for each kill: whichever was between its marks.
    expect(result.doubtful.length).toBeLessThanOrEqual(result.kills);
  } finally {
    await t.close();
  }
}, 120_000);
