import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { softPasskey } from "#demo/soft-passkey.ts";
import { NOON, openEmptyHouse, openTestHouse, type Answer, type TestHouse } from "#demo/test-house.ts";

const home = { id: "localhost", origin: "http://localhost:4600" };

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOON });
});
afterEach(() => vi.useRealTimers());
afterAll(() => t?.close());

describe("a passkey", () => {
  it("is added by a member who is signed in, opens their workspace, and opens nothing after it was removed", async () => {
    const finger = softPasskey(home);
    const added = await add(finger, await t.session("rep"), "My phone");
    expect(added).toMatchObject({ status: 201, body: { name: "My phone" } });
    const entered = await enter(finger);
    expect(entered).toMatchObject({ status: 200, body: { workspace: { name: "Nordlicht Systeme" } } });
    const cookie = cookies(entered)[0] as string;
    expect((await t.as(null, "GET", "/me", undefined, { cookie })).body.member.id).toBe(t.cast.rep);

    const renamed = await t.as(
      null,
      "PATCH",
      `/sign-in/passkeys/${added.body.id}`,
      { name: "Old phone" },
      { cookie },
    );
    expect(renamed.status).toBe(204);
    const mine = await t.as(null, "GET", "/sign-in/passkeys", undefined, { cookie });
    expect(mine.body.items).toEqual([{ id: added.body.id, name: "Old phone", addedAt: expect.any(String) }]);
    expect(
      (await t.as(null, "DELETE", `/sign-in/passkeys/${added.body.id}`, undefined, { cookie })).status,
    ).toBe(204);
    expect((await enter(finger)).status).toBe(401);
  });

  it("is nobody else's to see, rename or remove", async () => {
    const finger = softPasskey(home);
    const added = await add(finger, await t.session("manager"), "Petra's");
    const cookie = await t.session("stranger");
    expect((await t.as(null, "GET", "/sign-in/passkeys", undefined, { cookie })).body.items).toEqual([]);
    const path = `/sign-in/passkeys/${added.body.id}`;
    expect((await t.as(null, "PATCH", path, { name: "Mine" }, { cookie })).status).toBe(404);
    expect((await t.as(null, "DELETE", path, undefined, { cookie })).status).toBe(404);
    expect((await enter(finger)).status).toBe(200);
  });

  it("opens nothing when nobody knows it, when it was asked at another address, or when its answer is used twice", async () => {
    expect((await enter(softPasskey(home))).status).toBe(401);
    const finger = softPasskey(home);
    await add(finger, await t.session("colleague"), "Jonas");
    const options = await t.as(null, "POST", "/sign-in/passkey/options");
    const cookie = cookies(options).join("; ");
    const phished = finger.answer(options.body, { origin: "https://evil.example" });
    expect((await t.as(null, "POST", "/sign-in/passkey", { response: phished }, { cookie })).status).toBe(
      401,
    );
    const again = await t.as(null, "POST", "/sign-in/passkey/options");
    const headers = { cookie: cookies(again).join("; ") };
    const response = finger.answer(again.body);
    expect((await t.as(null, "POST", "/sign-in/passkey", { response }, headers)).status).toBe(200);
    expect((await t.as(null, "POST", "/sign-in/passkey", { response }, headers)).status).toBe(409);
  });

  it("opens nothing when the device did not ask who holds it", async () => {
    const finger = softPasskey(home);
    await add(finger, await t.session("rep"), "Found key");
    const options = await t.as(null, "POST", "/sign-in/passkey/options");
    const response = finger.answer(options.body, { verified: false });
    const headers = { cookie: cookies(options).join("; ") };
    expect((await t.as(null, "POST", "/sign-in/passkey", { response }, headers)).status).toBe(401);
    expect((await enter(finger)).status).toBe(200);
  });

  it("is not added without a session, nor with one of more than a day ago", async () => {
    expect((await t.as(null, "POST", "/sign-in/passkeys/options")).status).toBe(401);
    const cookie = await t.session("rep");
    vi.setSystemTime(new Date(NOON.getTime() + 25 * 3_600_000));
    const refused = await t.as(null, "POST", "/sign-in/passkeys/options", undefined, { cookie });
    expect(refused.status).toBe(403);
    expect(refused.body.detail).toContain("sign in again");
  });

  it("cannot be bound to a bare number, and says what to do", async () => {
    const e = await openEmptyHouse({ url: "http://192.168.1.20:4600" });
    expect((await e.send("GET", "/sign-in/first-visit")).body.passkeyOrigin).toBeNull();
    await e.test.drop();
  });
});

async function add(finger: ReturnType<typeof softPasskey>, session: string, name: string): Promise<Answer> {
  const options = await t.as(null, "POST", "/sign-in/passkeys/options", undefined, { cookie: session });
  expect(options.body).toMatchObject({ rp: { id: "localhost", name: "Askwell" }, attestation: "none" });
  const cookie = [session, ...cookies(options)].join("; ");
  return t.as(
    null,
    "POST",
    "/sign-in/passkeys",
    { response: finger.register(options.body), name },
    { cookie },
  );
}

async function enter(finger: ReturnType<typeof softPasskey>): Promise<Answer> {
  const options = await t.as(null, "POST", "/sign-in/passkey/options");
  const headers = { cookie: cookies(options).join("; ") };
  return t.as(null, "POST", "/sign-in/passkey", { response: finger.answer(options.body) }, headers);
}

function cookies(answer: Answer): string[] {
  return answer.headers.getSetCookie().map((each) => each.split(";")[0] as string);
}
