import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { NOON, openTestHouse, type TestHouse } from "#demo/test-house.ts";
import { openMailbox, type Arrived, type Mailbox } from "#lib/mail/test-mailbox.ts";

let t: TestHouse;
let box: Mailbox;
let now = NOON;
beforeAll(async () => {
  box = await openMailbox();
  t = await openTestHouse({
    clock: { now: () => now },
    smtpUrl: `${box.url}?from=post@nordlicht.example`,
    mailAddress: "askwell@in.nordlicht.example",
  });
  const workspace = (await t.get("leader", "/workspace")).body;
  await t.put("leader", "/workspace", { ...workspace, postalAddress: "Kai 1, 20457 Hamburg" });
});
afterAll(async () => {
  await t?.close();
  await box?.close();
});
afterEach(() => {
  now = NOON;
  box.letters.length = 0;
  box.refuse(null);
  box.whenItArrives(null);
});

let count = 0;
async function add(name: string, more: object = {}): Promise<string> {
  count += 1;
  const { body, status } = await t.post("rep", "/people", {
    fullName: name,
    emails: [`${name.toLowerCase().replaceAll(" ", ".")}.${count}@kunde.example`],
    country: "US",
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}
async function client(name: string): Promise<string> {
  const { body } = await t.post("rep", "/accounts", { name, kind: "client", country: "US" });
  return body.id;
}
async function begun(who: "rep" | "manager" | "leader", more: object = {}): Promise<string> {
  const { body } = await t.post(who, "/newsletters", {
    subject: "What we learned in November",
    text: "# Hello\n\nThree plants **share** their shifts.",
    language: "en",
    ...more,
  });
  return body.id;
}
const letter = async (id: string) => (await t.get("leader", `/newsletters/${id}`)).body;
async function tested(who: "rep" | "manager" | "leader", id: string): Promise<number> {
  const { version } = await letter(id);
  expect((await t.post(who, `/newsletters/${id}/tests`, { version })).status).toBe(201);
  await t.runJobs();
  box.letters.length = 0;
  return version;
}
async function sent(who: "manager" | "leader", id: string): Promise<void> {
  const version = await tested(who, id);
  const answer = await t.put(who, `/newsletters/${id}/sending`, { version });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}
async function runAll(id: string): Promise<void> {
  for (let turn = 0; turn < 20 && (await letter(id)).state === "sending"; turn += 1) {
    await t.runJobs();
    now = new Date(now.getTime() + 60_000);
  }
}
const to = ({ to: [address = ""] }: Arrived) => address;
const inOrder = (one: string, other: string) => (one < other ? -1 : 1);
const header = (message: string, name: string) =>
  new RegExp(`^${name}:(.*)$`, "im")
    .exec(message.replaceAll(/\r\n[ \t]+/g, " ").replaceAll("\r", ""))?.[1]
    ?.trim();

describe("a letter as it is written", () => {
  it("is kept as it is typed, by its writer, their manager or a leader, each change a version", async () => {
    const id = await begun("rep", { subject: "" });
    expect(await letter(id)).toMatchObject({
      state: "draft",
      version: 1,
      whose: "own",
      groups: expect.arrayContaining(["client-a", "source"]),
      memberName: "Mia Sommer",
    });
    const typed = await t.patch("rep", `/newsletters/${id}`, { version: 1, subject: "November" });
    expect(typed.body).toMatchObject({ version: 2, subject: "November" });
    // The same once more is no change.
    expect(
      (await t.patch("rep", `/newsletters/${id}`, { version: 1, subject: "November" })).body.version,
    ).toBe(2);
    expect((await t.patch("colleague", `/newsletters/${id}`, { version: 2, subject: "x" })).status).toBe(403);
    const other = await t.patch("manager", `/newsletters/${id}`, { version: 2, text: "By hand." });
    expect(other.body).toMatchObject({ version: 3, changedBy: expect.any(String) });
    const late = await t.patch("rep", `/newsletters/${id}`, { version: 2, text: "Mine." });
    expect(late).toMatchObject({
      status: 409,
      body: { facts: { version: 3, changedBy: other.body.changedBy } },
    });
    for (const [method, path, body] of [
      ["GET", "", undefined],
      ["PATCH", "", { version: 3, subject: "x" }],
      ["DELETE", "", undefined],
      ["GET", "/recipients", undefined],
      ["PUT", "/sending", { version: 3 }],
    ] as const)
      expect((await t.as("stranger", method, `/newsletters/${id}${path}`, body)).status, path).toBe(404);
  });

  it("is thrown away and brought back", async () => {
    const id = await begun("rep");
    expect((await t.del("colleague", `/newsletters/${id}`)).status).toBe(403);
    expect((await t.del("rep", `/newsletters/${id}`)).status).toBe(204);
    expect((await t.get("rep", `/newsletters/${id}`)).status).toBe(404);
    expect((await t.put("rep", `/newsletters/${id}/restored`, {})).body).toMatchObject({ state: "draft" });
  });

  it("of a rep goes to the people they hold; managers and leaders write to everybody's", async () => {
    expect((await t.post("rep", "/newsletters", { whose: "all" })).status).toBe(403);
    // The workspace's country is Germany.
    expect((await t.post("manager", "/newsletters", {})).body).toMatchObject({
      whose: "all",
      language: "de",
    });
  });
});

describe("before it goes to anybody", () => {
  it("its subject, its text, the postal address, a test of just this version and somebody to get it are wanted", async () => {
    const id = await begun("manager", { subject: " ", text: "", groups: ["partner"], subscribers: false });
    const sending = async () => {
      const { body } = await t.put("manager", `/newsletters/${id}/sending`, {
        version: (await letter(id)).version,
      });
      return body.field;
    };
    expect(await sending()).toBe("subject");
    await t.patch("manager", `/newsletters/${id}`, { version: 1, subject: "November" });
    expect(await sending()).toBe("text");
    await t.patch("manager", `/newsletters/${id}`, { version: 2, text: "Hello" });
    expect(await sending()).toBe("test");
    await tested("manager", id);
    expect(await sending()).toBe("groups");
    await t.patch("manager", `/newsletters/${id}`, { version: 3, text: "Hello again", groups: ["client"] });
    expect(await sending()).toBe("test");
    // A test of somebody else's is no look of one's own.
    await tested("leader", id);
    expect(await sending()).toBe("test");
  });

  it("says where the postal address is set when there is none", async () => {
    const workspace = (await t.get("leader", "/workspace")).body;
    await t.put("leader", "/workspace", { ...workspace, postalAddress: null });
    const id = await begun("leader");
    expect((await t.post("leader", `/newsletters/${id}/tests`, { version: 1 })).body).toMatchObject({
      field: "postalAddress",
      detail: expect.stringContaining("Settings → Postal address"),
    });
    await t.put("leader", "/workspace", { ...workspace, postalAddress: "Kai 1, 20457 Hamburg" });
  });

  it("a test goes to whoever asks for it, and to nobody else", async () => {
    const id = await begun("rep");
    await t.post("rep", `/newsletters/${id}/tests`, { version: 1 });
    await t.runJobs();
    expect(box.letters.map(to)).toEqual(["mia@nordlicht.example"]);
    expect(header(box.letters[0]!.message, "Subject")).toBe("Test: What we learned in November");
    expect((await letter(id)).tests).toMatchObject([{ version: 1, acceptedAt: expect.any(String) }]);
  });
});

describe("a letter that is sent", () => {
  it("goes to those who may get it, each with an end of their own and the headers of RFC 8058, and says of the others why not", async () => {
    const account = await client("Sent Shipping");
    const [ann, bob, gil] = [
      await add("Ann Sent", { accountId: account }),
      await add("Bob Sent", { accountId: account, country: "DE" }),
      await add("Gil Sent", { accountId: account, emails: [] }),
    ];
    const agreed = await add("Cora Sent", { accountId: account, country: "DE" });
    await t.post("rep", `/people/${agreed}/consents`, { how: "call", covers: "everything" });
    const id = await begun("leader", { groups: ["client"], subscribers: false });
    const mine = async (gets: boolean) =>
      (await t.get("leader", `/newsletters/${id}/recipients?gets=${gets}&q=sent`)).body.items.map(
        ({ personId, says }: { personId: string; says: string }) => [personId, says],
      );
    expect(await mine(true)).toEqual([
      [ann, "the law of the United States lets one write until they say no"],
      [agreed, "agreed to hear from us"],
    ]);
    expect(await mine(false)).toEqual([
      [bob, "has not agreed, which the law of Germany wants first"],
      [gil, "has no e-mail address here"],
    ]);
    const dry = (await t.get("leader", `/newsletters/${id}/dry-run`)).body;
    expect(dry).toMatchObject({
      gets: 2,
      because: [
        { because: "agreed", count: 1 },
        { because: "law", count: 1 },
      ],
    });
    const file = (await t.get("leader", `/newsletters/${id}/recipients.csv`)).body;
    expect(file).toContain("Bob Sent,Sent Shipping,");
    await sent("leader", id);
    await runAll(id);
    expect(box.letters.map(to).toSorted(inOrder)).toEqual([
      expect.stringMatching(/^ann/),
      expect.stringMatching(/^cora/),
    ]);
    const { message } = box.letters.find((each) => to(each).startsWith("ann"))!;
    expect(header(message, "List-Unsubscribe")).toMatch(
      /^<http:\/\/127\.0\.0\.1:4600\/api\/v1\/unsubscriptions\/[\w-]{64}>$/,
    );
    expect(header(message, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
    expect(header(message, "Reply-To")).toMatch(/<askwell@in\.nordlicht\.example>$/);
    expect(header(message, "From")).toMatch(/ \(.*\)" <post@nordlicht\.example>$/);
    expect(message).toContain("Kai 1, 20457 Hamburg");
    expect(await letter(id)).toMatchObject({
      state: "done",
      numbers: { recipients: 2, sent: 2, waiting: 0, doubtful: 0 },
    });
    const { items } = (await t.get("rep", `/timeline?of=${ann}`)).body;
    expect(items).toContainEqual(
      expect.objectContaining({
        verb: "newsletter.sent",
        detail: expect.objectContaining({ subject: "What we learned in November" }),
      }),
    );
    // What has left is not changed, not thrown away, and not sent twice.
    const { version } = await letter(id);
    expect((await t.patch("leader", `/newsletters/${id}`, { version, text: "x" })).status).toBe(409);
    expect((await t.del("leader", `/newsletters/${id}`)).status).toBe(409);
    expect((await t.put("leader", `/newsletters/${id}/sending`, { version })).status).toBe(409);
    expect(await t.mistakes()).toEqual([]);
  });
});
