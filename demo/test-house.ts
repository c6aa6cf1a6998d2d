import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { frozenClock, type Clock } from "#lib/kernel/clock.ts";
import type { Database } from "#lib/storage/database.ts";
import { readMail } from "#lib/mail/read-mail.ts";
import { openTestDatabase, type TestDatabase } from "#lib/storage/test-database.ts";
import { mistakesInTally } from "#lib/storage/tally.ts";
import { buildHouse, type House, type HouseOptions } from "../app/house.ts";
import { giveAccount, seatCast, type Cast } from "./cast.ts";

export type CastName = keyof Cast["keys"];

// Tests read answers as freely as a program without types would; the schemas are held by checkAnswers.
// oxlint-disable-next-line typescript/no-explicit-any
export interface Answer<T = any> {
  status: number;
  body: T;
  headers: Headers;
}

/**
 * Hands in a raw message, "From: …\r\nSubject: …\r\n\r\nHello", as if it had just arrived: read by the house's own reader, told to
 * the rooms that house.ts lists. `recipients` is whom the envelope names; without, what the headers say (To is not among them).
 * `isProven` is what the check of its sender found; not said: that it is theirs. Answers whether a room took it.
 */
export type HandInMail = (
  raw: string | Uint8Array,
  recipients?: readonly string[],
  found?: { isProven?: boolean | null },
) => Promise<boolean>;

/** A whole house for one test file: its own database, a clock that stands at a Wednesday noon, the small cast. */
export interface TestHouse {
  house: House;
  cast: Cast;
  test: TestDatabase;
  now: Date;
  /** Sends one request through the front door as somebody of the cast, or as nobody. */
  as(
    who: CastName | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  get(who: CastName, path: string): Promise<Answer>;
  post(who: CastName, path: string, body: unknown): Promise<Answer>;
  put(who: CastName, path: string, body: unknown): Promise<Answer>;
  patch(who: CastName, path: string, body: unknown): Promise<Answer>;
  del(who: CastName, path: string): Promise<Answer>;
  /** Signs somebody of the cast in and answers the cookie of their session, to hand to `as(null, …, { cookie })`. */
  session(who: CastName): Promise<string>;
  takeMail: HandInMail;
  /** Works off the queued jobs. */
  runJobs(): Promise<number>;
  /** What a replay of the journal finds wrong with the tally; empty is right. */
  mistakes(): Promise<unknown[]>;
  close(): Promise<void>;
}

/** 2026-11-18, a Wednesday, 11:00 in Berlin. */
export const NOON = new Date("2026-11-18T10:00:00Z");

/** Where mail comes in, unless a test says otherwise. */
export const MAIL_ADDRESS = "askwell@in.example.com";

const HOUSE_URL = "http://127.0.0.1:4600";
const HOUSE_SECRET = "a secret of the test house, as long as it must be";

/** A house that nobody has entered yet. */
export interface EmptyHouse {
  house: House;
  test: TestDatabase;
  /** Sends one request through the front door; JSON unless the body is text or bytes. */
  send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  takeMail: HandInMail;
}

/** `test`: a database that is filled already. */
export type HouseChoices = { now?: Date; clock?: Clock; test?: TestDatabase } & Partial<
  Pick<HouseOptions, "smtpUrl" | "mailAddress" | "smtpListen" | "openDemo" | "url" | "reach" | "dataFolder">
>;

export async function openEmptyHouse({ test: given, ...choices }: HouseChoices = {}): Promise<EmptyHouse> {
  const test = given ?? (await openTestDatabase());
  return { ...houseOver(test.database, choices), test };
}

/** Another server on the same database. */
export function houseOver(
  database: Database,
  { now = NOON, clock = frozenClock(now), ...more }: Omit<HouseChoices, "test"> = {},
): Omit<EmptyHouse, "test"> {
  const log = pino({ level: process.env["ASKWELL_TEST_LOG"] ?? "warn" });
  const house = buildHouse({
    url: HOUSE_URL,
    mailAddress: MAIL_ADDRESS,
    // Said, not opened: messages are handed in.
    smtpListen: { host: "127.0.0.1", port: 2525 },
    // Nothing is written there but by tests that bring a folder of their own, or share a take.
    dataFolder: join(tmpdir(), "askwell-test-data"),
    ...more,
    database,
    clock,
    log,
    secret: HOUSE_SECRET,
    checkAnswers: true,
  });
  return {
    house,
    send: async (method, path, body, headers = {}) => {
      const isJson = body !== undefined && typeof body !== "string" && !(body instanceof Uint8Array);
      const answer = await house.api.hono.request(`${HOUSE_URL}/api/v1${path}`, {
        method,
        headers: { ...(isJson ? { "content-type": "application/json" } : {}), ...headers },
        ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : (body as BodyInit) }),
      });
      const text = await answer.text();
      const json = /json/.test(answer.headers.get("content-type") ?? "");
      return { status: answer.status, headers: answer.headers, body: json && text ? JSON.parse(text) : text };
    },
    takeMail: async (raw, recipients = [], { isProven = true } = {}) => {
      const { mail, refused } = await readMail(Buffer.from(raw), recipients);
      if (mail === null) throw new Error(`this message cannot be read: ${refused}`);
      return house.takeMail({ ...mail, isProven }, { now: clock.now() });
    },
  };
}

export async function openTestHouse(choices: HouseChoices = {}): Promise<TestHouse> {
  const now = choices.now ?? NOON;
  const clock = choices.clock ?? frozenClock(now);
  const { house, test, send, takeMail } = await openEmptyHouse({ ...choices, now, clock });
  const cast = await seatCast(test.database, clock.now());

  function as(
    who: CastName | null,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) {
    return send(method, path, body, {
      ...(who ? { authorization: `Bearer ${cast.keys[who]}` } : {}),
      ...headers,
    });
  }

  return {
    house,
    cast,
    test,
    now,
    as,
    get: (who, path) => as(who, "GET", path),
    post: (who, path, body) => as(who, "POST", path, body),
    put: (who, path, body) => as(who, "PUT", path, body),
    patch: (who, path, body) => as(who, "PATCH", path, body),
    del: (who, path) => as(who, "DELETE", path),
    session: async (who) => {
      const workspaceId = who === "stranger" ? cast.stranger.workspaceId : cast.workspaceId;
      const memberId = who === "stranger" ? cast.stranger.memberId : cast[who];
      const userId = await giveAccount(test.database, workspaceId, memberId, clock.now());
      const [cookie] = (await house.signIn.start(userId, new Headers())).split(";");
      return cookie as string;
    },
    takeMail,
    runJobs: () => house.worker.runDue(),
    mistakes: () => test.database.read(cast.workspaceId, (tx) => mistakesInTally(tx, 1)),
    close: () => test.drop(),
  };
}
