import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import type { ProposalView } from "./meet-view.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const made = async (who: CastName, path: string, body: object): Promise<string> => {
  const answer = await t.post(who, path, body);
  expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).toBe(201);
  return answer.body.id;
};
/** Somebody at a company of their own, whose relationship the rep holds. */
async function person(fullName: string, more: object = {}): Promise<string> {
  const accountId = await made("leader", "/accounts", { name: `${fullName} GmbH`, kind: "client", ...more });
  return made("leader", "/people", { fullName, accountId, holderId: t.cast.rep });
}
const line = (personId: string, what: "need" | "offer", text: string) =>
  made("colleague", "/needs-and-offers", { personId, what, line: text });
const proposed = async (who: CastName = "rep"): Promise<string[]> =>
  (await t.get(who, "/should-meet")).body.items.map(
    ({ to, whom }: ProposalView) => `${whom.name} to ${to.name}`,
  );

describe("who should meet", () => {
  it("is nobody where nobody needs anything", async () => {
    expect(await proposed()).toEqual([]);
  });

  it("is said in words, not of those whom one may not ask, who know each other, or who were refused", async () => {
    const hanna = await person("Hanna Horn", { city: "Hamburg" });
    const gerd = await person("Gerd Graf", { city: "Hamburg" });
    await line(hanna, "need", "a caterer for a party in June");
    await line(gerd, "offer", "catering for up to 300 guests");
    expect(await proposed()).toEqual(["Gerd Graf to Hanna Horn"]);
    expect((await t.get("rep", "/should-meet")).body.items[0]).toMatchObject({
      to: { personId: hanna, accountName: "Hanna Horn GmbH", askFirst: false },
      reasons: [
        "Hanna Horn needs “a caterer for a party in June”; Gerd Graf offers “catering for up to 300 guests”",
        "Both are in Hamburg",
      ],
    });
    expect(await proposed("stranger")).toEqual([]);

    await t.put("rep", `/people/${hanna}/introduction-wish`, { askFirst: true });
    expect((await t.get("rep", "/should-meet")).body.items[0].to.askFirst).toBe(true);

    const issue = await t.post("rep", `/people/${hanna}/issues`, { what: "Late twice." });
    expect(issue.status).toBe(201);
    expect(await proposed(), "unhappy").toEqual([]);
    await t.put("rep", `/issues/${issue.body.id}/settled`, {});
    await t.del("rep", `/issues/${issue.body.id}`);
    expect(await proposed(), "happy again").toHaveLength(1);
    await t.put("colleague", `/people/${gerd}/do-not-ask`, { why: "said-stop" });
    expect(await proposed(), "said stop").toEqual([]);
    await t.del("leader", `/people/${gerd}/do-not-ask`);
    expect(await proposed(), "may be asked again").toHaveLength(1);
    const referral = await made("southRep", "/referrals", { sourceId: hanna, contactId: gerd, level: 1 });
    expect(await proposed(), "one introduced the other").toEqual([]);
    await t.del("southRep", `/referrals/${referral}`);
    const given = await made("colleague", "/given", { toId: gerd, whomId: hanna, kind: "trade", level: 0 });
    expect(await proposed(), "we are at it").toEqual([]);
    await t.del("colleague", `/given/${given}`);

    const apart = await made("rep", "/kept-apart", { oneId: gerd, otherId: hanna, why: "rivals" });
    expect(await proposed(), "refused").toEqual([]);
    for (const [who, status] of [
      ["colleague", 403],
      ["stranger", 404],
      ["manager", 204],
    ] as const)
      expect((await t.del(who, `/kept-apart/${apart}`)).status, who).toBe(status);
    expect(await proposed(), "not refused any more").toHaveLength(1);
    expect((await t.post("rep", "/kept-apart", { oneId: gerd, otherId: gerd, why: "other" })).status).toBe(
      422,
    );
    expect(
      (await t.post("stranger", "/kept-apart", { oneId: gerd, otherId: hanna, why: "other" })).status,
    ).toBe(404);
  });

  it("is at most three pairs, nobody in two, of whom the rep knows one at least", async () => {
    for (const [what, who] of [
      ["a roofer", "Rolf"],
      ["a notary", "Nora"],
      ["a plumber", "Paul"],
      ["a florist", "Flora"],
    ] as const) {
      await line(await person(`${who} Need`), "need", `${what} in spring`);
      await line(await person(`${who} Offer`), "offer", `${what} with time`);
      await line(await person(`${who} Second`), "offer", `${what} as well`);
    }
    const items: ProposalView[] = (await t.get("rep", "/should-meet")).body.items;
    expect(items).toHaveLength(3);
    const faces = items.flatMap(({ to, whom }) => [to.personId, whom.personId]);
    expect(new Set(faces).size).toBe(6);
    const others = await made("colleague", "/people", {
      fullName: "Olaf Outside",
      holderId: t.cast.colleague,
    });
    await line(others, "need", "stage lighting for a theatre");
    const lights = await made("colleague", "/people", { fullName: "Lars Light", holderId: t.cast.colleague });
    await line(lights, "offer", "stage lighting for theatres");
    expect(await proposed()).not.toContain("Lars Light to Olaf Outside");
    expect(await proposed("colleague")).toEqual(["Lars Light to Olaf Outside"]);
    expect(await proposed("southRep"), "who knows nobody sees the best of all").toHaveLength(3);
  });

  it("leaves out lines that have ended, and finds a company's lines with the people there", async () => {
    const accountId = await made("leader", "/accounts", { name: "Lenz Guss", kind: "client" });
    await made("leader", "/people", { fullName: "Lia Lenz", accountId, holderId: t.cast.leader });
    await made("leader", "/needs-and-offers", { accountId, what: "offer", line: "castings in small series" });
    const kai = await made("leader", "/people", { fullName: "Kai Kern", holderId: t.cast.leader });
    const need = await made("leader", "/needs-and-offers", {
      personId: kai,
      what: "need",
      line: "a supplier of castings",
      untilDay: "2026-11-18",
    });
    expect(await proposed("leader")).toContain("Lia Lenz to Kai Kern");
    await t.put("rep", `/needs-and-offers/${need}/end`, { how: "settled" });
    expect(await proposed("leader")).not.toContain("Lia Lenz to Kai Kern");
  });
});
