import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { completes, openStandIn, refuses, type StandIn } from "#demo/stand-in-endpoint.ts";
import { openTestHouse, type Answer, type TestHouse } from "#demo/test-house.ts";
import { postSafely } from "#lib/http/post-safely.ts";
import { createSealedWords } from "#lib/storage/sealed-words.ts";
import { cleanEndpointUrl } from "./endpoint.ts";
import { judgedIn, playedIn } from "./endpoint-prompt.ts";

const KEY = "sk-of-the-test";
const SCENARIO = "ask-delivered-controller";
const lines = [
  { who: "they", words: "Three days! I went home at five on Friday." },
  { who: "you", words: "Would you introduce me to Herr Tietjen?" },
];

let t: TestHouse;
let far: StandIn;
let rep: string;
let leader: string;
beforeAll(async () => {
  t = await openTestHouse();
  far = await openStandIn();
  rep = await t.session("rep");
  leader = await t.session("leader");
});
afterAll(async () => {
  await far?.close();
  await t?.close();
});
beforeEach(() => {
  far.answersWith(completes('{"says": "Good morning.", "end": null}'));
  far.asked.length = 0;
});

const set = (more: object = {}): Promise<Answer> =>
  t.put("leader", "/practice-endpoint", { url: far.url, model: "small", isOn: true, seconds: 2, ...more });

const ORIGIN = "http://127.0.0.1:4600";
const by = (cookie: string, path: string, body?: unknown): Promise<Answer> =>
  t.as(null, "POST", path, body, { cookie, origin: ORIGIN });
const play = (cookie = rep): Promise<Answer> =>
  by(cookie, "/practice-answers", { scenario: SCENARIO, lines });
const judge = (): Promise<Answer> => by(rep, "/practice-judgements", { scenario: SCENARIO, lines });

describe("the endpoint", () => {
  it("is off until a leader sets one, and nobody but a leader does", async () => {
    expect((await t.get("rep", "/practice-endpoint")).body).toEqual({ host: null, settings: null });
    expect((await play()).status).toBe(409);
    for (const who of ["rep", "manager"] as const) {
      const url = far.url;
      const tried = await t.put(who, "/practice-endpoint", { url, model: "small", isOn: true });
      expect(tried.status).toBe(403);
      expect((await t.del(who, "/practice-endpoint")).status).toBe(403);
    }
    expect((await by(rep, "/practice-endpoint/trials")).status).toBe(403);
    expect((await by(leader, "/practice-endpoint/trials")).status).toBe(409);
    expect(far.asked).toEqual([]);
  });

  it("keeps its key sealed: no answer, no journal and no export shows it", async () => {
    const { body, status } = await set({ key: KEY });
    expect(status).toBe(200);
    expect(body.settings).toEqual({
      url: `${far.url}/chat/completions`,
      model: "small",
      seconds: 2,
      isOn: true,
      hasKey: true,
    });
    expect((await t.get("rep", "/practice-endpoint")).body).toEqual({
      host: new URL(far.url).host,
      settings: null,
    });
    const row = await t.test.database.read(t.cast.workspaceId, (tx) =>
      tx
        .tables<{ practice_endpoint: { key_sealed: Buffer } }>()
        .selectFrom("practice_endpoint")
        .select("key_sealed")
        .execute(),
    );
    expect(row[0]?.key_sealed.toString("latin1")).not.toContain(KEY);
    expect(JSON.stringify((await t.get("leader", "/timeline?of=" + t.cast.leader)).body)).not.toContain(KEY);
    // Not said: as it was, for the same server; another server never gets it.
    expect((await set({ model: "large" })).body.settings).toMatchObject({ model: "large", hasKey: true });
    const elsewhere = await set({ url: "http://127.0.0.1:9/v1" });
    expect(elsewhere).toMatchObject({ status: 422, body: { field: "key" } });
    expect((await set({ key: null })).body.settings.hasKey).toBe(false);
    await set({ key: KEY });
  });

  it("is another workspace's own: a stranger sees and calls none", async () => {
    expect((await t.get("stranger", "/practice-endpoint")).body).toEqual({ host: null, settings: null });
    expect((await play(await t.session("stranger"))).status).toBe(409);
    expect((await t.as(null, "POST", "/practice-answers", { scenario: SCENARIO, lines })).status).toBe(401);
    expect(far.asked).toEqual([]);
  });

  it("can be tried, and says in one sentence what is wrong", async () => {
    expect((await by(leader, "/practice-endpoint/trials")).body).toEqual({
      works: true,
      said: "Good morning.",
    });
    expect(far.asked[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
    const sentences: [Parameters<StandIn["answersWith"]>[0], RegExp][] = [
      [refuses(401), /does not take this key/],
      [refuses(404), /nothing at this address/],
      [refuses(429), /too many questions/],
      [refuses(500), /answered 500/],
      [refuses(307, { location: "http://127.0.0.1:1/" }), /sends us on/],
      [(response) => response.writeHead(200).end("<html>"), /no JSON/],
      [completes("I am an assistant, how can I help?"), /something else/],
      [(response) => response.writeHead(200).end('{"choices": []}'), /something else/],
      [(response) => response.writeHead(200).end(`{"x": "${"y".repeat(200_000)}"}`), /more than 64 KB/],
      [(response) => response.destroy(), /broke off/],
      [() => undefined, /longer than 2 seconds/],
      [
        (response) => {
          response.writeHead(200);
          const drip = setInterval(() => response.write(" "), 100);
          response.on("close", () => clearInterval(drip));
        },
        /longer than 2 seconds/,
      ],
    ];
    for (const [answer, sentence] of sentences) {
      far.answersWith(answer);
      const { status, body } = await by(leader, "/practice-endpoint/trials");
      expect({ status, works: body.works }).toEqual({ status: 200, works: false });
      expect(body.said).toMatch(sentence);
      expect(body.said).not.toContain(KEY);
    }
    await set({ key: null, url: "http://127.0.0.1:9/v1" });
    expect((await by(leader, "/practice-endpoint/trials")).body.said).toMatch(/nobody answers/);
    await set({ key: KEY });
  });
});

describe("a persona from elsewhere", () => {
  it("hears who it is and what was said, and answers in words with an end", async () => {
    far.answersWith(completes('```json\n{"says": "Tietjen? What about him?", "end": null}\n```'));
    expect((await play()).body).toEqual({ words: "Tietjen? What about him?", end: null });
    const [{ path, body }] = far.asked as [StandIn["asked"][number]];
    expect(path).toBe("/v1/chat/completions");
    expect(body).toMatchObject({ model: "small", stream: false });
    expect(body.messages[0]?.content).toContain("Ilse Brandt");
    expect(body.messages.map(({ role }) => role)).toEqual(["system", "assistant", "user"]);
    expect(body.messages.at(-1)?.content).toBe(lines[1]?.words);
    far.answersWith(completes('{"says": "I will ring him.", "end": "introduces"}'));
    expect((await play()).body.end).toBe("introduces");
  });

  it("that talks nonsense is refused as one that cannot be reached, so that the device's own goes on", async () => {
    for (const content of [
      "Sure!",
      '{"says": ""}',
      '{"end": "introduces"}',
      `{"says": "${"a".repeat(900)}"}`,
    ]) {
      far.answersWith(completes(content));
      expect(await play()).toMatchObject({ status: 503, body: { kind: "unavailable" } });
    }
  });

  it("scores by every point of the rubric, or not at all", async () => {
    const points = ["whom", "picture", "reason", "introduction", "next", "gratitude", "value", "freedom"];
    const kept = Object.fromEntries(points.map((key) => [key, key === "whom"]));
    far.answersWith(completes(JSON.stringify({ kept })));
    expect((await judge()).body).toEqual({ kept });
    far.answersWith(completes(JSON.stringify({ kept: { ...kept, more: true } })));
    expect((await judge()).body).toEqual({ kept });
    for (const wrong of [{ ...kept, whom: "yes" }, { whom: true }]) {
      far.answersWith(completes(JSON.stringify({ kept: wrong })));
      expect((await judge()).status).toBe(503);
    }
  });

  it("keeps nothing of what was said, and holds no transaction while it waits", async () => {
    const words = "a sentence that stands nowhere else";
    far.answersWith((response) => {
      setTimeout(() => completes('{"says": "Aha.", "end": null}')(response), 300);
    });
    const [answer, meanwhile] = await Promise.all([
      by(rep, "/practice-answers", { scenario: SCENARIO, lines: [{ who: "you", words }] }),
      set({ key: KEY }),
    ]);
    expect([answer.status, meanwhile.status]).toEqual([200, 200]);
    const journal = await t.test.database.read(t.cast.workspaceId, (tx) =>
      tx.tables<{ journal: { detail: unknown } }>().selectFrom("journal").selectAll().execute(),
    );
    expect(JSON.stringify(journal)).not.toContain(words);
    expect(await t.mistakes()).toEqual([]);
  });

  it("is asked so often by one member and no more, and then forgotten with its key", async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < 130; tries++) statuses.push((await play()).status);
    expect(statuses.at(-1)).toBe(429);
    expect((await play(leader)).status).toBe(200);
    expect((await t.del("leader", "/practice-endpoint")).status).toBe(204);
    expect((await t.get("leader", "/practice-endpoint")).body).toEqual({ host: null, settings: null });
    expect((await t.del("leader", "/practice-endpoint")).status).toBe(404);
  });
});

describe("what is taken", () => {
  it("is an address with or without the end of its path, and no other", () => {
    const whole = "https://api.example.com/v1/chat/completions";
    for (const given of [whole, "https://api.example.com/v1", "https://api.example.com/v1/ "])
      expect(cleanEndpointUrl(given)).toBe(whole);
    for (const given of ["", "api.example.com", "file:///etc/passwd", "https://me:secret@api.example.com"])
      expect(() => cleanEndpointUrl(given)).toThrow(/begins with https|put the key below/);
  });

  it.each([
    "http://169.254.169.254/x",
    "http://[::ffff:169.254.169.254]/x",
    "http://0.0.0.0/x",
    "http://2852039166/",
  ])("is never a machine's own secrets: %s", async (url) => {
    await expect(
      postSafely({ url, key: null, body: {}, withinMs: 2_000, mostBytes: 100 }),
    ).rejects.toMatchObject({ kind: "unavailable", reason: expect.stringContaining("not called") });
  });

  it("is an answer that fits, fenced or not", () => {
    expect(playedIn('{"says": "Yes"}')).toEqual({ words: "Yes", end: null });
    expect(playedIn('["says"]')).toBeNull();
    const talks = [
      '<think>They named {nobody} yet.</think>\n{"says": "Who?", "end": "none"}',
      'Here you are:\n```json\n{"says": "Who?", "end": null}\n```\nShall I go on?',
    ];
    for (const each of talks) expect(playedIn(each)).toEqual({ words: "Who?", end: null });
    expect(playedIn('{"says": "Yes.", "end": "introduces"}')).toEqual({ words: "Yes.", end: "introduces" });
    expect(playedIn("<think>{}</think>")).toBeNull();
    expect(judgedIn('{"kept": {"a": true}}', [{ key: "a", act: "", why: "" }])).toEqual({ a: true });
    expect(judgedIn('{"kept": {"a": true, "b": false}}', [{ key: "a", act: "", why: "" }])).toEqual({
      a: true,
    });
    expect(judgedIn('{"kept": {"b": true}}', [{ key: "a", act: "", why: "" }])).toBeNull();
    expect(judgedIn("null", [])).toBeNull();
  });

  it("opens a sealed key only for what it was sealed for", () => {
    const one = createSealedWords({ secret: "a", purpose: "x" });
    const sealed = one.seal(KEY, "here");
    expect(one.open(sealed, "here")).toBe(KEY);
    expect(one.open(sealed, "there")).toBeNull();
    expect(createSealedWords({ secret: "b", purpose: "x" }).open(sealed, "here")).toBeNull();
    expect(one.open(sealed.subarray(0, 20), "here")).toBeNull();
  });
});
