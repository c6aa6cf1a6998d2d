import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import { newId } from "#lib/kernel/ids.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { createSealedFiles } from "#lib/storage/sealed-files.ts";
import { RUBRIC_FRAME } from "./library/frame.ts";
import { sweepSharedTakes } from "./take-actions.ts";
import type { TakeView } from "./take-view.ts";
import { MOST_SHARED, MOST_TAKE_BYTES, TAKE_PIECE_BYTES } from "./take.ts";

// It is Wednesday, 2026-11-18.
const TODAY = "2026-11-18";
const dataFolder = mkdtempSync(join(tmpdir(), "askwell-takes-"));
const folder = join(dataFolder, "takes");
const file = randomBytes(2 * TAKE_PIECE_BYTES + 12_345);

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse({ dataFolder });
});
afterAll(async () => {
  await t?.close();
  rmSync(dataFolder, { recursive: true });
});

const wanted = (more: object = {}) => ({
  scenarioName: "After delivery",
  type: "video/webm;codecs=vp8,opus",
  seconds: 42,
  bytes: file.length,
  viewerIds: [t.cast.colleague],
  ...more,
});
const put = (
  who: CastName,
  id: string,
  at: number,
  bytes: Uint8Array = file.subarray(at, at + TAKE_PIECE_BYTES),
) => t.as(who, "PUT", `/practice-takes/${id}/pieces?at=${at}`, bytes);
const pathOf = (id: string) => join(folder, t.cast.workspaceId, `${id}.sealed`);

async function shared(more: object = {}): Promise<TakeView> {
  const { status, body } = await t.post("rep", "/practice-takes", wanted(more));
  expect(status, JSON.stringify(body)).toBe(201);
  for (let at = 0; at < file.length; at += TAKE_PIECE_BYTES)
    expect((await put("rep", body.id, at)).status).toBe(200);
  return (await t.get("rep", `/practice-takes/${body.id}`)).body;
}

/** The bytes as they are, which the house's own sender would read as text. */
async function media(who: CastName | null, id: string, range?: string): Promise<Response> {
  return t.house.api.hono.request(`http://127.0.0.1:4600/api/v1/practice-takes/${id}/media`, {
    headers: {
      ...(who && { authorization: `Bearer ${t.cast.keys[who]}` }),
      ...(range !== undefined && { range }),
    },
  });
}
const seen = async (who: CastName, id: string, range?: string) =>
  Buffer.from(await (await media(who, id, range)).arrayBuffer());

function sweep(now: Date, today: Day): Promise<void> {
  const files = createSealedFiles({ folder, secret: "a secret of the test house, as long as it must be" });
  return t.test.database.write(t.cast.workspaceId, (tx) => sweepSharedTakes(tx, { now, today }, files));
}

describe("a shared take", () => {
  it("is seen by whom it was shared with, whole and in parts, and by nobody else whatever their role", async () => {
    const take = await shared();
    expect(take).toMatchObject({ received: file.length, untilDay: addDays(TODAY, 30), ended: null });
    expect(take.viewers.map(({ id }) => id)).toEqual([t.cast.colleague]);
    for (const who of ["rep", "colleague"] as const) {
      expect((await seen(who, take.id)).equals(file)).toBe(true);
      const part = await media(who, take.id, "bytes=1048000-1049999");
      expect(part.status).toBe(206);
      expect(part.headers.get("content-range")).toBe(`bytes 1048000-1049999/${file.length}`);
      expect(Buffer.from(await part.arrayBuffer()).equals(file.subarray(1_048_000, 1_050_000))).toBe(true);
    }
    expect((await t.get("colleague", `/practice-takes/${take.id}`)).body).toMatchObject({ viewers: [] });
    for (const who of ["manager", "leader", "stranger"] as const) {
      expect((await t.get(who, `/practice-takes/${take.id}`)).status, who).toBe(404);
      expect((await media(who, take.id)).status, who).toBe(404);
      expect((await t.get(who, "/practice-takes?of=colleagues")).body.items, who).toEqual([]);
      expect((await put(who, take.id, 0)).status, who).toBe(404);
      expect(
        (await t.put(who, `/practice-takes/${take.id}/viewers`, { viewerIds: [t.cast.leader] })).status,
      ).toBe(404);
      expect((await t.del(who, `/practice-takes/${take.id}`)).status, who).toBe(404);
    }
    expect((await media(null, take.id)).status).toBe(401);
    expect((await put("colleague", take.id, 0)).status).toBe(404);
    expect((await t.del("colleague", `/practice-takes/${take.id}`)).status).toBe(403);
    expect(
      (await t.put("colleague", `/practice-takes/${take.id}/viewers`, { viewerIds: [t.cast.leader] })).status,
    ).toBe(403);
    expect(
      (await t.get("colleague", "/practice-takes?of=colleagues")).body.items.map((one: TakeView) => one.id),
    ).toContain(take.id);
    await t.del("rep", `/practice-takes/${take.id}`);
  });

  it("is nothing but noise on the disk", async () => {
    const take = await shared();
    const onDisk = readFileSync(pathOf(take.id));
    expect(onDisk.length).toBeGreaterThan(file.length);
    expect(onDisk.includes(file.subarray(0, 32))).toBe(false);
    expect(onDisk.includes(file.subarray(2_000_000, 2_000_032))).toBe(false);
    await t.del("rep", `/practice-takes/${take.id}`);
  });

  it("is gone at once when it is withdrawn, its file and its key", async () => {
    const take = await shared();
    expect(existsSync(pathOf(take.id))).toBe(true);
    expect((await t.del("rep", `/practice-takes/${take.id}`)).status).toBe(204);
    expect(existsSync(pathOf(take.id))).toBe(false);
    for (const who of ["rep", "colleague"] as const)
      expect((await media(who, take.id)).status, who).toBe(404);
    expect((await t.get("colleague", `/practice-takes/${take.id}`)).status).toBe(404);
    expect((await t.get("rep", `/practice-takes/${take.id}`)).body).toMatchObject({
      ended: "withdrawn",
      viewers: [],
      heard: null,
    });
    expect((await t.get("rep", "/practice-takes")).body.items).toEqual([]);
    expect((await put("rep", take.id, 0)).status).toBe(409);
    expect((await t.del("rep", `/practice-takes/${take.id}`)).status).toBe(204);
    const key = await t.test.database.read(t.cast.workspaceId, (tx) =>
      tx
        .tables<{ practice_take: { id: string; wrapped_key: Buffer | null } }>()
        .selectFrom("practice_take")
        .select("wrapped_key")
        .where("id", "=", take.id)
        .executeTakeFirst(),
    );
    expect(key?.wrapped_key).toBeNull();
  });

  it("is taken from whoever is chosen no more", async () => {
    const take = await shared();
    const chosen = await t.put("rep", `/practice-takes/${take.id}/viewers`, { viewerIds: [t.cast.manager] });
    expect(chosen.body.viewers.map((one: { id: string }) => one.id)).toEqual([t.cast.manager]);
    expect((await media("colleague", take.id)).status).toBe(404);
    expect((await media("manager", take.id)).status).toBe(200);
    await t.del("rep", `/practice-takes/${take.id}`);
  });

  it("of a session is scored by whom it is shown, who are asked to", async () => {
    const kept = Object.fromEntries(RUBRIC_FRAME.ask.points.map((key) => [key, true]));
    const scenario = { scenario: "ask-delivered-controller", way: "mirror", seconds: 90, kept };
    const session = (await t.post("rep", "/practice-sessions", scenario)).body;
    const take = await shared({ sessionId: session.id });
    expect((await t.get("colleague", `/practice-takes/${take.id}`)).body.sessionId).toBe(session.id);
    expect((await t.put("colleague", `/practice-sessions/${session.id}/scores/mine`, { kept })).status).toBe(
      200,
    );
    expect(
      (
        await t.post(
          "colleague",
          "/practice-takes",
          wanted({ sessionId: session.id, viewerIds: [t.cast.rep] }),
        )
      ).status,
    ).toBe(404);
    expect(
      (await t.post("leader", "/practice-takes", wanted({ sessionId: session.id, viewerIds: [t.cast.rep] })))
        .status,
    ).toBe(404);
    await t.del("rep", `/practice-takes/${take.id}`);
  });

  it("leads to no session that was taken back, and is tied to the one that is scored afterwards", async () => {
    const kept = Object.fromEntries(RUBRIC_FRAME.ask.points.map((key) => [key, true]));
    const scored = { scenario: "ask-delivered-controller", way: "mirror", seconds: 90, kept };
    const first = (await t.post("rep", "/practice-sessions", scored)).body;
    const take = await shared({ sessionId: first.id });
    const shownOf = async () => (await t.get("colleague", `/practice-takes/${take.id}`)).body.sessionId;
    expect(await shownOf()).toBe(first.id);
    expect((await t.del("rep", `/practice-sessions/${first.id}`)).status).toBeLessThan(300);
    expect(await shownOf()).toBeNull();
    // Who else sees it can be said all the same.
    const viewerIds = [t.cast.colleague, t.cast.manager];
    expect((await t.put("rep", `/practice-takes/${take.id}/viewers`, { viewerIds })).status).toBe(200);

    const id = newId(t.now);
    const again = await t.post("rep", "/practice-sessions", { ...scored, id, takeIds: [take.id] });
    expect(again).toMatchObject({ status: 201, body: { id } });
    expect(again.body.waitsFor.map((each: { id: string }) => each.id).toSorted()).toEqual(
      viewerIds.toSorted(),
    );
    expect(await shownOf()).toBe(id);
    expect((await t.put("colleague", `/practice-sessions/${id}/scores/mine`, { kept })).status).toBe(200);
    expect((await t.post("rep", "/practice-sessions", { ...scored, id })).status).toBe(409);
    // A take that is shared no more, or is somebody else's, keeps no rehearsal from counting.
    await t.del("rep", `/practice-takes/${take.id}`);
    const theirs = (await t.post("colleague", "/practice-takes", wanted({ viewerIds: [t.cast.rep] }))).body;
    const last = await t.post("rep", "/practice-sessions", { ...scored, takeIds: [take.id, theirs.id] });
    expect(last).toMatchObject({ status: 201, body: { waitsFor: [] } });
    expect((await t.get("colleague", `/practice-takes/${theirs.id}`)).body.sessionId).toBeNull();
    await t.del("colleague", `/practice-takes/${theirs.id}`);
  });

  it("asks nobody twice who was there and may see it", async () => {
    const kept = Object.fromEntries(RUBRIC_FRAME.ask.points.map((key) => [key, true]));
    const everybody = [t.cast.colleague, t.cast.manager, t.cast.leader, t.cast.southRep];
    const take = await shared({ viewerIds: everybody });
    const held = await t.post("rep", "/practice-sessions", {
      scenario: "ask-delivered-controller",
      way: "mirror",
      seconds: 90,
      kept,
      askIds: [t.cast.manager],
      takeIds: [take.id],
    });
    expect(held.status, JSON.stringify(held.body)).toBe(201);
    expect(held.body.waitsFor.length).toBe(4);
    await t.del("rep", `/practice-takes/${take.id}`);
  });
});

describe("pieces", () => {
  it("go on where they stopped, and may come twice", async () => {
    const { id } = (await t.post("rep", "/practice-takes", wanted())).body;
    expect((await put("rep", id, 0)).body.received).toBe(TAKE_PIECE_BYTES);
    expect((await media("rep", id)).status).toBe(404);
    expect((await t.get("colleague", `/practice-takes/${id}`)).status).toBe(404);
    const early = await put("rep", id, 2 * TAKE_PIECE_BYTES);
    expect(early).toMatchObject({ status: 409, body: { facts: { received: TAKE_PIECE_BYTES } } });
    expect((await put("rep", id, 0)).body.received).toBe(TAKE_PIECE_BYTES);
    expect((await put("rep", id, TAKE_PIECE_BYTES, file.subarray(0, 999))).status).toBe(422);
    expect((await put("rep", id, TAKE_PIECE_BYTES, Buffer.alloc(TAKE_PIECE_BYTES + 1))).status).toBe(413);
    expect((await put("rep", id, TAKE_PIECE_BYTES)).status).toBe(200);
    expect((await put("rep", id, 2 * TAKE_PIECE_BYTES)).body.received).toBe(file.length);
    expect((await put("rep", id, file.length, new Uint8Array())).status).toBeLessThan(500);
    expect((await seen("colleague", id)).equals(file)).toBe(true);
    await t.del("rep", `/practice-takes/${id}`);
  });

  it.each([
    ["too much", { bytes: MOST_TAKE_BYTES + 1 }, 413, /at most 200 MB/],
    ["nobody chosen", { viewerIds: [] }, 422, /viewerIds must not be empty/],
    ["for ever", { keepDays: 91 }, 422, /90/],
    ["what a page could run", { type: "text/html" }, 422, /WebM or MP4/],
    [
      "a session that is not there",
      { sessionId: "0193a1de-0000-7000-8000-000000000001" },
      404,
      /practice session/,
    ],
  ])("are not begun for %s", async (_, more, status, why) => {
    const answer = await t.post("rep", "/practice-takes", wanted(more));
    expect(answer.status).toBe(status);
    expect(answer.body.detail).toMatch(why);
  });

  it("are not begun for oneself, a stranger, or beyond what one shares at a time", async () => {
    expect((await t.post("rep", "/practice-takes", wanted({ viewerIds: [t.cast.rep] }))).status).toBe(422);
    expect(
      (await t.post("rep", "/practice-takes", wanted({ viewerIds: [t.cast.stranger.memberId] }))).status,
    ).toBe(404);
    const ids: string[] = [];
    for (let at = 0; at < MOST_SHARED; at++)
      ids.push((await t.post("rep", "/practice-takes", wanted())).body.id);
    const more = await t.post("rep", "/practice-takes", wanted());
    expect(more).toMatchObject({ status: 409, body: { detail: expect.stringContaining("withdraw one") } });
    for (const id of ids) await t.del("rep", `/practice-takes/${id}`);
  });
});

describe("in the night", () => {
  it("what is past its day is gone, and was not shown before the night came", async () => {
    const take = await shared({ keepDays: 1 });
    await sweep(t.now, addDays(TODAY, 1));
    expect((await media("colleague", take.id)).status).toBe(200);
    await sweep(t.now, addDays(TODAY, 2));
    expect(existsSync(pathOf(take.id))).toBe(false);
    expect((await t.get("rep", `/practice-takes/${take.id}`)).body.ended).toBe("past-its-day");
    expect((await media("colleague", take.id)).status).toBe(404);
  });

  it("what never arrived is given up, and a file that a killed server left is erased", async () => {
    const { id } = (await t.post("rep", "/practice-takes", wanted())).body;
    await put("rep", id, 0);
    const whole = await shared();
    const orphan = "0193a1de-0000-7000-8000-0000000000ff";
    writeFileSync(pathOf(orphan), "left behind");
    await sweep(t.now, TODAY);
    expect(readdirSync(join(folder, t.cast.workspaceId)).toSorted()).toEqual(
      [`${id}.sealed`, `${whole.id}.sealed`].toSorted(),
    );
    await sweep(new Date(t.now.getTime() + 49 * 3_600_000), TODAY);
    expect((await t.get("rep", `/practice-takes/${id}`)).body.ended).toBe("never-arrived");
    expect(readdirSync(join(folder, t.cast.workspaceId))).toEqual([`${whole.id}.sealed`]);
    rmSync(pathOf(whole.id));
    await sweep(t.now, TODAY);
    expect((await t.get("rep", `/practice-takes/${whole.id}`)).body.ended).toBe("lost");
  });
});

it("goes with the member who leaves, and whoever leaves sees nobody's any more", async () => {
  const theirs = (
    await t.post("colleague", "/practice-takes", wanted({ viewerIds: [t.cast.rep], bytes: 10 }))
  ).body;
  expect((await put("colleague", theirs.id, 0, file.subarray(0, 10))).status).toBe(200);
  const mine = await shared();
  expect((await t.del("leader", `/members/${t.cast.colleague}`)).status).toBeLessThan(300);
  expect(existsSync(pathOf(theirs.id))).toBe(false);
  expect((await media("rep", theirs.id)).status).toBe(404);
  expect((await t.get("rep", `/practice-takes/${mine.id}`)).body.viewers).toEqual([]);
  expect(existsSync(pathOf(mine.id))).toBe(true);
});
