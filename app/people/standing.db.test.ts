import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import type { Author } from "#lib/storage/journal.ts";
import { actorOf } from "#team/door-actions.ts";
import { protectionOf, protectionsOf } from "./protection-actions.ts";
import { UNPROTECTED } from "./protection.ts";
import { removeIfUntouched } from "./removal-actions.ts";
import { forgetMet, noteMet, standingOf } from "./standing-actions.ts";
import { NOTHING_STANDS } from "./standing.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const add = async (fullName: string) => (await t.post("rep", "/people", { fullName })).body.id as string;
const nobody = "01890000-0000-7000-8000-000000000000";

describe("that somebody was met because of something", () => {
  it("is noted once, moved, forgotten, and counts for the one they were merged into", async () => {
    const [kept, merged] = [await add("Ida Kern"), await add("I. Kern")];
    const because = "01890000-0000-7000-8000-00000000aaaa";
    const workspace = { id: t.cast.workspaceId } as Author["workspace"];
    const author: Author = { now: t.now, workspace, member: { id: t.cast.rep } };
    const note = (personId: string, day: string) =>
      t.test.database.write(t.cast.workspaceId, (tx) =>
        noteMet(tx, author, { personId, day, becauseId: because }),
      );
    const standing = (...ids: string[]) =>
      t.test.database.read(t.cast.workspaceId, (tx) => standingOf(tx, ids));
    expect(Object.fromEntries(await standing(kept, nobody))).toEqual({ [kept]: NOTHING_STANDS });
    await note(merged, "2026-11-02");
    await note(merged, "2026-11-02");
    await note(merged, "2026-11-03");
    const { body: merge } = await t.post("rep", "/merges", {
      kind: "person",
      keptId: kept,
      mergedId: merged,
    });
    const both = await standing(kept, merged);
    expect(both.get(kept)).toMatchObject({
      met: { day: "2026-11-03", how: "meeting", becauseId: because, by: { name: "Mia Sommer" } },
      metSince: "2026-11-03",
    });
    expect(both.get(merged)).toEqual(both.get(kept));
    await t.del("rep", `/merges/${merge.id}`);
    expect((await standing(kept)).get(kept)).toEqual(NOTHING_STANDS);
    await t.test.database.write(t.cast.workspaceId, (tx) => forgetMet(tx, author, because));
    expect((await standing(merged)).get(merged)).toEqual(NOTHING_STANDS);
    await note(merged, "2026-11-04");
    expect((await standing(merged)).get(merged)).toMatchObject({ met: { day: "2026-11-04" } });
  });

  it("leaves somebody of whom nothing was said unprotected", async () => {
    const id = await add("Olaf Offen");
    await t.test.database.read(t.cast.workspaceId, async (tx) => {
      expect(await protectionOf(tx, [id], "2026-11-18")).toEqual(UNPROTECTED);
      expect(Object.fromEntries(await protectionsOf(tx, [id, nobody], "2026-11-18"))).toEqual({
        [id]: UNPROTECTED,
      });
    });
  });

  it("keeps somebody on the lists of whom something was said, when the fact they came with is taken back", async () => {
    const [plain, said, known] = [await add("Pia Plain"), await add("Sven Said"), await add("Karl Known")];
    await t.put("rep", `/people/${said}/do-not-ask`, { why: "left" });
    await t.post("rep", `/people/${known}/acquaintances`, { kind: "friend" });
    const goes = (id: string) =>
      t.test.database.write(t.cast.workspaceId, async (tx) =>
        removeIfUntouched(tx, await actorOf(tx, t.cast.rep, t.now), id),
      );
    expect([await goes(plain), await goes(said), await goes(known)]).toEqual([true, false, false]);
  });
});
