import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import { verify } from "#lib/storage/verify.ts";
import { checks } from "../house.ts";
import type { OfferedView } from "./occasion-view.ts";
import type { ContactView } from "./touch-view.ts";

// It is Wednesday, 2026-11-18.
const TODAY = "2026-11-18";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());
afterEach(async () => {
  const results = await verify(t.test.database, { id: t.cast.workspaceId, firstDay: 1 }, checks, () => 0);
  expect(results.flatMap(({ mistakes }) => mistakes)).toEqual([]);
});

async function ok<T>(answer: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await answer;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
}
let count = 0;
async function known(fullName: string, more: object = {}): Promise<string> {
  const account = { name: `Guest ${++count}`, kind: "client", holderId: t.cast.rep };
  const { id: accountId } = await ok(t.post("leader", "/accounts", account));
  return (await ok(t.post("leader", "/people", { fullName, accountId, ...more }))).id;
}
const event = async (day = "2026-11-12") =>
  (await ok(t.post("rep", "/occasions", { kind: "event", title: "Harbour evening", day, place: "Pier 3" })))
    .id as string;
const choose = (occasionId: string, personId: string) =>
  ok<OfferedView>(t.post("rep", `/occasions/${occasionId}/offers`, { personId }));
const contacts = async (id: string) => {
  const { items } = await ok<{ items: ContactView[] }>(t.get("rep", `/people/${id}/contacts`));
  return items.map(({ day, kind, fact }) => `${day} ${kind} ${fact}`);
};
const put = (id: string, what: string, body: object = {}) =>
  t.put("rep", `/occasion-offers/${id}/${what}`, body);
const move = (id: string, day: string) => t.patch("rep", `/occasions/${id}`, { day });
const touched = async (): Promise<number> => {
  const week = await ok(t.get("rep", "/scorecard?by=week&from=2026-11-16&to=2026-11-18"));
  return week.items[0].touches.count;
};

describe("an event", () => {
  it("is a contact once sent, once attended, and once they say a word; each is taken back by itself", async () => {
    const anna = await known("Anna Albers");
    const id = await event();
    const before = await touched();
    const { id: offer } = await choose(id, anna);
    expect((await choose(id, anna)).id).toBe(offer);
    expect(await contacts(anna)).toEqual([]);
    expect((await put(offer, "answer", { answer: "coming" })).status).toBe(409);
    await ok(put(offer, "sent", { day: "2026-11-10" }));
    expect(await contacts(anna)).toEqual(["2026-11-10 event-invitation occasion"]);
    await ok(put(offer, "answer", { answer: "coming" }));
    await ok(put(offer, "answer", { answer: "not" }));
    await ok(put(offer, "attendance", { came: false }));
    expect(await contacts(anna)).toHaveLength(1);
    await ok(put(offer, "attendance", { came: true }));
    await ok(put(offer, "reaction", { words: " A fine evening. ", day: "2026-11-17" }));
    expect(await contacts(anna)).toEqual([
      "2026-11-17 message occasion",
      "2026-11-12 in-person occasion",
      "2026-11-10 event-invitation occasion",
    ]);
    expect(await ok(t.get("rep", `/people/${anna}/rhythm`))).toMatchObject({
      last: { day: "2026-11-17", fact: "occasion", factId: id },
    });
    expect(await ok(t.get("rep", `/occasions/${id}`))).toMatchObject({
      chosen: 1,
      sent: 1,
      coming: 0,
      came: 1,
    });
    expect((await t.del("rep", `/occasion-offers/${offer}/sent`)).status).toBe(409);
    expect((await t.del("rep", `/occasions/${id}`)).status).toBe(409);
    for (const what of ["reaction", "attendance", "answer", "sent"])
      await ok(t.del("rep", `/occasion-offers/${offer}/${what}`));
    expect(await contacts(anna)).toEqual([]);
    expect(await touched()).toBe(before);
    await ok(t.del("rep", `/occasion-offers/${offer}`));
    await ok(t.del("rep", `/occasions/${id}`));
    expect((await t.get("rep", `/occasions/${id}`)).status).toBe(404);
  });

  it("counts a person once a week, and one of the day's few", async () => {
    const bo = await known("Bo Brandt");
    const before = await touched();
    const { id } = await choose(await event("2026-12-03"), bo);
    await ok(put(id, "sent"));
    await ok(t.post("rep", "/touches", { personId: bo, kind: "call" }));
    expect(await touched()).toBe(before + 1);
  });

  it("may not have been attended before its day", async () => {
    const cem = await known("Cem Can");
    const { id } = await choose(await event("2026-12-03"), cem);
    await ok(put(id, "sent"));
    expect(await put(id, "attendance", { came: true })).toMatchObject({
      status: 422,
      body: { field: "came" },
    });
  });
});

describe("the day of an event", () => {
  it("stays while it is noted who came or stayed away, and is never before its invitations", async () => {
    const dan = await known("Dan Dorn");
    const id = await event();
    const { id: offer } = await choose(id, dan);
    await ok(put(offer, "sent", { day: "2026-11-10" }));
    await ok(put(offer, "answer", { answer: "coming" }));
    expect(await ok(t.get("rep", `/occasions/${id}`))).toMatchObject({ coming: 1, noted: 0 });
    await ok(put(offer, "attendance", { came: false }));
    // Nobody is expected any more of whom it is known.
    expect(await ok(t.get("rep", `/occasions/${id}`))).toMatchObject({ coming: 0, came: 0, noted: 1 });
    expect(await move(id, "2026-12-03")).toMatchObject({ status: 409 });
    await ok(t.del("rep", `/occasion-offers/${offer}/attendance`));
    expect(await move(id, "2026-11-09")).toMatchObject({ status: 409 });
    await ok(move(id, "2026-12-03"));
  });

  it("that is not the one of the invitation is told to whoever had it, and named on their page", async () => {
    const told = await known("Ida Imhof");
    const worded = await known("Jan Jost");
    const id = await event("2026-12-05");
    const sent = await choose(id, told);
    expect((await ok(put(sent.id, "sent"))).toldDay).toBe("2026-12-05");
    await ok(put(sent.id, "answer", { answer: "coming" }));
    const own = await choose(id, worded);
    await ok(t.patch("rep", `/occasion-offers/${own.id}`, { words: "On the fifth." }));
    await ok(move(id, "2026-12-12"));
    const offers = async () => {
      const { items } = await ok<{ items: OfferedView[] }>(t.get("rep", `/occasions/${id}/offers`));
      return items.map(({ day, toldDay, cautions }) => ({ day, toldDay, cautions }));
    };
    expect(await offers()).toMatchObject([
      { day: "2026-12-12", toldDay: "2026-12-05", cautions: [] },
      {
        toldDay: "2026-12-05",
        cautions: [
          "You changed this letter when it was on Saturday 5 December: see that it names the new day.",
          expect.anything(),
        ],
      },
    ]);
    const lines = async () => {
      const { items } = await ok(t.get("rep", `/timeline?of=${told}`));
      return items
        .filter(({ verb }: { verb: string }) => verb.startsWith("occasion."))
        .map(({ verb, detail }: { verb: string; detail: Record<string, string> }) => [
          verb,
          detail["on"] ?? detail["to"],
          detail["from"],
        ]);
    };
    const before = [
      ["occasion.moved", "2026-12-12", "2026-12-05"],
      ["occasion.answered", "2026-12-05", undefined],
      ["occasion.sent", "2026-12-05", undefined],
    ];
    expect(await lines()).toEqual(before);
    expect((await put(own.id, "told-day", { day: "2026-12-12" })).status).toBe(409);
    await ok(put(sent.id, "told-day", { day: "2026-12-12" }));
    expect(await lines()).toEqual([["occasion.day-told", "2026-12-12", "2026-12-05"], ...before]);
    expect((await offers())[0]).toMatchObject({ toldDay: "2026-12-12" });
    // The way back.
    await ok(put(sent.id, "told-day", { day: "2026-12-05" }));
    expect((await lines()).map(([verb]: string[]) => verb).slice(0, 2)).toEqual([
      "occasion.day-untold",
      "occasion.day-told",
    ]);
    await ok(move(id, "2026-12-05"));
    await ok(t.patch("rep", `/occasion-offers/${own.id}`, { words: null }));
    expect(await offers()).toMatchObject([{ day: "2026-12-05", toldDay: "2026-12-05" }, { toldDay: null }]);
  });

  it("is the latest on which somebody was invited", async () => {
    const { id } = await choose(await event(), await known("Fritz Falk"));
    expect(await put(id, "sent", { day: TODAY })).toMatchObject({ status: 422, body: { field: "day" } });
    expect((await ok(put(id, "sent"))).sentOn).toBe("2026-11-12");
  });

  it("begins at its hour: before, nobody came or stayed away", async () => {
    const eva = await known("Eva Ehlers");
    const id = await event(TODAY);
    const { id: offer } = await choose(id, eva);
    await ok(put(offer, "sent"));
    await ok(t.patch("rep", `/occasions/${id}`, { time: "23:59" }));
    expect(await put(offer, "attendance", { came: false })).toMatchObject({ status: 422 });
    await ok(t.patch("rep", `/occasions/${id}`, { time: "00:01" }));
    await ok(put(offer, "attendance", { came: false }));
  });
});

describe("an article", () => {
  it("is shared in words of one's own, and answered in theirs", async () => {
    const dora = await known("Dora Dietz");
    const made = await ok(
      t.post("rep", "/occasions", { kind: "article", title: "On shifts", link: "https://paper.example/a" }),
    );
    const { id } = await choose(made.id, dora);
    expect((await ok(t.patch("rep", `/occasion-offers/${id}`, { words: " Look at page 3. " }))).words).toBe(
      "Look at page 3.",
    );
    await ok(t.patch("rep", `/occasions/${made.id}`, { title: "On night shifts" }));
    await ok(put(id, "sent"));
    expect(await contacts(dora)).toEqual([`${TODAY} article occasion`]);
    expect((await t.patch("rep", `/occasion-offers/${id}`, { words: "x" })).status).toBe(409);
    expect((await put(id, "answer", { answer: "coming" })).status).toBe(422);
    expect((await put(id, "attendance", { came: true })).status).toBe(422);
    await ok(put(id, "reaction", { words: "Page 3 is us." }));
    const { items } = await ok(t.get("colleague", `/people/${dora}/occasions`));
    expect(items).toMatchObject([{ title: "On night shifts", sentOn: TODAY, reaction: "Page 3 is us." }]);
  });
});

describe("whoever should be left alone", () => {
  it("is not written to: their word and an unhappy client stop it, and too often is said", async () => {
    const id = await event();
    const stopped = await known("Elif Eren");
    await ok(t.put("rep", `/people/${stopped}/do-not-write`, { reach: "e-mail" }));
    const unhappy = await known("Finn Fuchs");
    await ok(t.post("rep", `/people/${unhappy}/issues`, { what: "An outage." }));
    for (const [personId, why] of [
      [stopped, "Elif does not want our e-mails"],
      [unhappy, "Finn or their company is unhappy"],
    ] as const) {
      const chosen = await choose(id, personId);
      expect(chosen.whyNot).toContain(why);
      expect(await put(chosen.id, "sent")).toMatchObject({ status: 409 });
    }
    const often = await known("Gesa Groth", { country: "GB" });
    for (const day of ["2026-10-01", "2026-10-20", "2026-11-05"])
      await ok(put((await choose(await event(), often)).id, "sent", { day }));
    expect((await choose(id, often)).cautions).toEqual(["Gesa had 3 of these from us within 90 days."]);
  });
});

describe("rights", () => {
  it("leave a letter with whoever writes it, and all of it inside the workspace", async () => {
    const hana = await known("Hana Haas");
    const id = await event();
    const offer = await choose(id, hana);
    for (const [method, path, body] of [
      ["PATCH", `/occasions/${id}`, { title: "x" }],
      ["DELETE", `/occasions/${id}`, undefined],
      ["PATCH", `/occasion-offers/${offer.id}`, { words: "x" }],
      ["PUT", `/occasion-offers/${offer.id}/sent`, {}],
      ["PUT", `/occasion-offers/${offer.id}/told-day`, { day: TODAY }],
      ["DELETE", `/occasion-offers/${offer.id}`, undefined],
    ] as const) {
      expect((await t.as("colleague", method, path, body)).status, `${method} ${path}`).toBe(403);
      expect((await t.as("stranger", method, path, body)).status, `${method} ${path}`).toBe(404);
    }
    await ok(t.put("manager", `/occasion-offers/${offer.id}/sent`, {}));
    for (const path of [`/occasions/${id}`, `/occasions/${id}/offers`, `/people/${hana}/occasions`])
      expect((await t.get("stranger", path)).status, path).toBe(404);
    expect((await t.post("stranger", `/occasions/${id}/offers`, { personId: hana })).status).toBe(404);
    expect((await ok(t.get("stranger", "/occasions"))).items).toEqual([]);
    const { items, nextCursor } = await ok(t.get("rep", "/occasions?limit=1"));
    expect(items[0].id).toBe(id);
    expect((await ok(t.get("rep", `/occasions?limit=1&cursor=${nextCursor}`))).items[0].id < id).toBe(true);
    expect((await t.get("rep", "/occasions?cursor=nonsense")).status).toBe(422);
  });
});
