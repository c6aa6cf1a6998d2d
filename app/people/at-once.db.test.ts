import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { actorOf } from "#team/door-actions.ts";
import { mergeTwo } from "./merge-actions.ts";
import { changePerson, holdPerson } from "./person-actions.ts";
import { insertPeople } from "./person-store.ts";
import { cleanPerson } from "./person.ts";
import { removeIfUntouched, removeUntouched, restorePerson } from "./removal-actions.ts";

let t: TestHouse;
let actor: Actor;
beforeAll(async () => {
  t = await openTestHouse();
  actor = await write((tx) => actorOf(tx, t.cast.rep, t.now));
});
afterAll(() => t?.close());

const write = <T>(work: (tx: Tx) => Promise<T>) => t.test.database.write(t.cast.workspaceId, work);
const add = async (fullName: string) => (await t.post("rep", "/people", { fullName })).body.id as string;
const merge = async (keptId: string, mergedId: string) =>
  (await t.post("rep", "/merges", { kind: "person", keptId, mergedId })).body.id as string;

/** Does `first`, and begins `second` while it is not committed yet; answers what came of the second. */
async function meanwhile<T>(first: (tx: Tx) => Promise<unknown>, second: () => Promise<T>): Promise<T> {
  const { promise: isDone, resolve: done } = Promise.withResolvers<void>();
  const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>();
  const one = write(async (tx) => {
    await first(tx);
    done();
    await mayCommit;
  });
  await Promise.race([isDone, one]);
  const other = second();
  await vi.waitFor(async () => expect(await somebodyWaits()).toBe(true), { timeout: 5_000, interval: 20 });
  commit();
  await one;
  return other;
}

async function somebodyWaits(): Promise<boolean> {
  const { rows } = await t.test.database.pool.query(
    `select from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where a.datname = current_database() and not l.granted`,
  );
  return rows.length > 0;
}

describe("a merge that is taken back while", () => {
  it("the kept one is being changed, leaves that change as it is", async () => {
    const [kept, merged] = [await add("Karla Bleibt"), await add("Karla Geht")];
    await t.patch("rep", `/people/${merged}`, { title: "COO" });
    const id = await merge(kept, merged);
    const undone = await meanwhile(
      (tx) => changePerson(tx, actor, kept, { city: "Kiel", note: "met at the fair" }),
      () => t.del("rep", `/merges/${id}`),
    );
    expect(undone.status).toBe(204);
    const after = (await t.get("rep", `/people/${kept}`)).body;
    expect(after).toMatchObject({ id: kept, city: "Kiel", note: "met at the fair" });
    expect((await t.get("rep", `/people/${merged}`)).body).toMatchObject({ id: merged, title: "COO" });
  });

  it("the kept one is being merged into another, waits and is refused", async () => {
    const [top, kept, merged] = [await add("Ole Oben"), await add("Ole Mitte"), await add("Ole Unten")];
    const id = await merge(kept, merged);
    const refused = await meanwhile(
      (tx) => mergeTwo(tx, actor, { kind: "person", keptId: top, mergedId: kept }),
      () => t.del("rep", `/merges/${id}`),
    );
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain("merged into Ole Oben later");
    expect((await t.get("rep", `/people/${merged}`)).body.id).toBe(top);
  });
});

describe("somebody whom an import brought", () => {
  it("stays when they are being asked while the import is taken back", async () => {
    const [asked, other] = [await broughtIn("Gerd Gefragt"), await broughtIn("Nele Niemand")];
    const { removed, held } = await meanwhile(ask(asked), () =>
      write((tx) => removeUntouched(tx, actor, [other, asked])),
    );
    expect(removed).toEqual([other]);
    expect(held).toMatchObject([{ id: asked, subjectKind: "ask" }]);
    expect((await t.get("rep", `/people/${asked}`)).body.removed).not.toBe(true);
  });

  it("stays when they are being changed meanwhile", async () => {
    const id = await broughtIn("Vera Verändert");
    const { held } = await meanwhile(
      (tx) => changePerson(tx, actor, id, { city: "Kiel" }),
      () => write((tx) => removeUntouched(tx, actor, [id])),
    );
    expect(held).toMatchObject([{ id, subjectKind: "person" }]);
  });

  it("cannot be asked any more when the import was taken back first", async () => {
    const id = await broughtIn("Zoe Zuspät");
    const answer = await meanwhile(
      (tx) => removeUntouched(tx, actor, [id]),
      () => t.post("rep", "/asks", { sourceId: id }),
    );
    expect(answer.status).toBe(404);
  });
});

it("somebody who was added along with a fact stays when they are being merged as the fact is taken back", async () => {
  const [kept, along] = [await add("Paul Bleibt"), await add("Paul Mit")];
  const went = await meanwhile(
    (tx) => mergeTwo(tx, actor, { kind: "person", keptId: kept, mergedId: along }),
    () => write((tx) => removeIfUntouched(tx, actor, along)),
  );
  expect(went).toBe(false);
});

it("somebody is brought back once, however often that is pressed at once", async () => {
  const id = await add("Rita Wieder");
  await t.del("rep", `/people/${id}`);
  const again = meanwhile(
    (tx) => restorePerson(tx, actor, id),
    () => write((tx) => restorePerson(tx, actor, id)),
  );
  await expect(again).rejects.toThrow("was not removed");
});

/** What every room above does to tell a fact about somebody. */
function ask(id: string) {
  return async (tx: Tx) => {
    await holdPerson(tx, id);
    const subject = { kind: "ask", id: newId(actor.now) };
    await writeJournal(tx, actor, [{ verb: "ask.made", subject, day: actor.today, concerns: [id] }]);
  };
}

/** As an import writes them: without a line of their own. */
async function broughtIn(fullName: string): Promise<string> {
  const id = newId(actor.now);
  const row = {
    id,
    positionId: newId(actor.now),
    facts: cleanPerson({ fullName }, null),
    accountName: null,
  };
  await write((tx) => insertPeople(tx, [row], { at: actor.now, by: actor.member.id, country: null }));
  return id;
}
