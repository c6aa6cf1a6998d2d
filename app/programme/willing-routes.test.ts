import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import type { SaidView, WillingView } from "./willing-view.ts";

let t: TestHouse;
let client: string;
let jale: string;
let review: string;
const cards: Record<string, string> = {};
beforeAll(async () => {
  t = await openTestHouse();
  client = await made("/accounts", { name: "Hafen Logistik GmbH", kind: "client" });
  jale = await made("/people", { fullName: "Jale Merz", accountId: client, emails: ["jale@hafen.example"] });
  const bruno = await made("/people", { fullName: "Bruno Amsel", accountId: client });
  cards["jale"] = await card(jale, {
    recommend: [9, "They saved us a week."],
    introduce: "You only have to ask.",
  });
  cards["bruno"] = await card(bruno, {
    recommend: [6, "Slow."],
    introduce: "Wenn es keinen Aufwand kostet.",
  });
  review = await made("/account-reviews", { accountId: client, personIds: [jale], day: "2026-11-16" });
  const noted = { words: "Would name a neighbour.", version: 0 };
  await ok(t.put("rep", `/account-reviews/${review}/notes/referral`, noted));
  await ok(t.put("rep", `/account-reviews/${review}/held`, {}));
});
afterAll(() => t?.close());

async function made(path: string, body: unknown): Promise<string> {
  const answer = await t.post("rep", path, body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id as string;
}

async function ok(asked: ReturnType<TestHouse["put"]>): Promise<void> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(JSON.stringify(body));
}

async function card(
  personId: string,
  said: { recommend: [number, string]; introduce: string },
): Promise<string> {
  const { body } = await t.post("rep", "/report-cards", { personId });
  const link = { "askwell-link": String(body.link).split("#")[1] as string };
  const visit = (path: string, answer?: unknown) =>
    ok(t.as(null, "PUT", `/visited-report-card/${path}`, answer, link));
  const [score, words] = said.recommend;
  await visit("answers/recommend", { score, words });
  await visit("answers/introduce", { words: said.introduce });
  await visit("handed-in");
  return body.id as string;
}

const words = async (theme = "") =>
  (await t.get("rep", `/willing/words?theme=${theme}`)).body.items as SaidView[];
const willing = async () => (await t.get("rep", "/willing")).body as WillingView;
const counted = async () =>
  Object.fromEntries((await willing()).themes.flatMap(({ key, words: n }) => (n > 0 ? [[key, n]] : [])));
const sort = (key: string, themes: string[]) =>
  t.put("colleague", `/willing/words/${key}/themes`, { themes });
const key = (name: string, question = "introduce") => `card.${cards[name]}.${question}`;

describe("what makes clients willing", () => {
  it("is their own words: to the one question, of those who recommend us, and what reviews noted", async () => {
    const all = await words();
    expect(Object.fromEntries(all.map((each) => [each.words, each.proposed]))).toEqual({
      "They saved us a week.": ["results"],
      "Wenn es keinen Aufwand kostet.": ["ease"],
      "Would name a neighbour.": ["whom"],
      "You only have to ask.": ["asked"],
    });
    expect(all.find((each) => each.key === key("jale"))).toMatchObject({
      kind: "card",
      question: "What would make you glad to introduce us to somebody?",
      person: { name: "Jale Merz" },
      account: { name: "Hafen Logistik GmbH" },
      themes: [],
    });
    expect(all.find(({ kind }) => kind === "review")).toMatchObject({
      recordId: review,
      person: null,
      notedBy: "Mia Sommer",
    });
    expect(await willing()).toMatchObject({ telling: 0, unsorted: 4 });
  });

  it("is sorted by anybody in a tap, counted at once, and put back by the undo", async () => {
    expect((await sort(key("jale"), ["asked"])).body).toMatchObject({ themes: ["asked"], proposed: [] });
    await sort(key("bruno"), ["ease", "asked"]);
    await sort(key("jale", "recommend"), ["none"]);
    expect(await counted()).toEqual({ asked: 2, ease: 1 });
    const now = await willing();
    expect(now).toMatchObject({ telling: 2, unsorted: 1 });
    expect(now.themes[0]).toMatchObject({ key: "asked", share: { kind: "too-early", n: 2 } });
    expect((await words("asked")).map((each) => each.key).toSorted()).toEqual(
      [key("bruno"), key("jale")].toSorted(),
    );
    expect((await words("unsorted")).map(({ kind }) => kind)).toEqual(["review"]);
    await sort(key("bruno"), []);
    expect(await counted()).toEqual({ asked: 1 });
    await sort(key("bruno"), ["ease"]);
    expect(await t.mistakes()).toEqual([]);
  });

  it("is shown a page at a time", async () => {
    const first = await t.get("rep", "/willing/words?limit=3");
    const rest = await t.get("rep", `/willing/words?limit=3&cursor=${first.body.nextCursor}`);
    expect(rest.body.nextCursor).toBeNull();
    const keys = [...first.body.items, ...rest.body.items].map((each: SaidView) => each.key);
    expect(keys).toEqual((await words()).map((each) => each.key));
  });

  it("is nothing to a stranger", async () => {
    expect((await t.get("stranger", "/willing/words")).body.items).toEqual([]);
    expect((await t.get("stranger", "/willing")).body).toMatchObject({ telling: 0, unsorted: 0 });
    const path = `/willing/words/${key("jale")}/themes`;
    expect((await t.put("stranger", path, { themes: ["ease"] })).status).toBe(404);
    expect((await sort(key("bruno", "recommend"), ["ease"])).status).toBe(404);
    expect((await sort(key("jale"), ["luck"])).status).toBe(422);
  });

  it("has themes of the team's own, made and taken away by whoever leads", async () => {
    const theme = { name: "Our academy", signs: ["Schulung", "ask"] };
    expect((await t.post("rep", "/willing/themes", theme)).status).toBe(403);
    const own = (await t.post("manager", "/willing/themes", theme)).body.key as string;
    expect((await t.post("manager", "/willing/themes", { name: "our academy" })).status).toBe(422);
    await sort(key("jale"), [own]);
    expect(await counted()).toEqual({ [own]: 1, ease: 1 });
    expect((await t.del("manager", `/willing/themes/${own}`)).status).toBe(409);
    await sort(key("jale"), ["asked"]);
    expect((await t.del("stranger", `/willing/themes/${own}`)).status).toBe(404);
    expect((await t.del("leader", `/willing/themes/${own}`)).status).toBe(204);
    expect((await willing()).themes.some(({ key: each }) => each === own)).toBe(false);
  });

  it("goes with whoever said it", async () => {
    const before = await counted();
    expect(before).toEqual({ asked: 1, ease: 1 });
    const known = await t.get("leader", `/people/${jale}/export`);
    expect(known.body["themes of what they said"]).toHaveLength(4);
    const gone = await t.post("leader", `/people/${jale}/erasure`, { name: "Jale Merz" });
    expect(gone.status).toBe(200);
    expect(await counted()).toEqual({ ease: 1 });
    expect((await words()).map((each) => each.words).toSorted()).toEqual([
      "Wenn es keinen Aufwand kostet.",
      "Would name a neighbour.",
    ]);
    const rows = await t.test.database.read(t.cast.workspaceId, async (tx) =>
      tx
        .tables<{ willing_word: { workspace_id: string; card_id: string | null } }>()
        .selectFrom("willing_word")
        .select("card_id")
        .where("workspace_id", "=", t.cast.workspaceId)
        .where("card_id", "=", cards["jale"] as string)
        .execute(),
    );
    expect(rows).toEqual([]);
  });

  it("keeps what two windows sorted", async () => {
    const path = `/willing/words/review.${review}.referral/themes`;
    const before = (await t.put("rep", path, { themes: ["asked"] })).body.themes;
    await t.put("rep", path, { themes: ["asked", "ease"], before });
    const joined = await t.put("manager", path, { themes: ["asked", "results"], before });
    expect(joined.body.themes.toSorted()).toEqual(["asked", "ease", "results"]);
    // The undo of one leaves what the other did.
    const undone = await t.put("manager", path, { themes: ["asked"], before: ["asked", "results"] });
    expect(undone.body.themes.toSorted()).toEqual(["asked", "ease"]);
  });
});
