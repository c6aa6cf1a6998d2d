import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { frozenClock, systemClock } from "#lib/kernel/clock.ts";
import { openTestDatabase, type TestDatabase } from "#lib/storage/test-database.ts";
import type { Arrived } from "./in-tray.ts";
import { createPoller, type Poller, type PollerOptions } from "./poll.ts";
import { MOST_BYTES, readMail } from "./read-mail.ts";
import { openTestImap, type TestImap } from "./test-imap.ts";

const prefix = process.env["ASKWELL_TEST_DOVECOT"] ?? "";
if (prefix === "")
  console.info("left out: no Dovecot here; bin/askwell test fetches Debian's where it can be had");

const letter = (n: number | string, more = "") =>
  `Delivered-To: askwell+k7@in.example.com\r\nFrom: mia@nordlicht.example\r\nSubject: ${n}\r\nMessage-ID: <${n}@n>\r\n\r\nHallo ${more}\r\n`;

describe.skipIf(prefix === "")("a mailbox on a real IMAP server", () => {
  let test: TestDatabase;
  let imap: TestImap;
  let kept: Arrived[];
  beforeAll(async () => {
    test = await openTestDatabase();
    imap = await openTestImap(prefix);
  });
  afterAll(async () => {
    await imap?.close();
    await test?.drop();
  });
  beforeEach(() => {
    kept = [];
  });

  function poller(more: Partial<PollerOptions> = {}): Poller {
    return createPoller({
      url: imap.url,
      database: test.database,
      clock: systemClock,
      tray: { keep: async (arrived) => void kept.push(arrived) },
      ...more,
    });
  }

  const subjects = async () =>
    Promise.all(kept.map(async ({ raw }) => (await readMail(raw)).mail?.subject ?? "unread"));

  it("is read once, what is there first and then what is new, and is left as it was", async () => {
    await imap.append(letter(1));
    await imap.append(letter(2));
    expect(await poller().pollNow()).toBe(2);
    expect(await poller().pollNow()).toBe(0);
    await imap.append(letter(3));
    expect(await poller().pollNow()).toBe(1);
    expect(await subjects()).toEqual(["1", "2", "3"]);
    expect(kept[0]).toMatchObject({ recipients: [], came: { by: "imap" } });
    expect((await readMail(kept[0]!.raw)).mail?.recipients).toEqual(["askwell+k7@in.example.com"]);
  });

  it("passes over what is too large, without fetching it, and goes on behind it", async () => {
    const passed: string[] = [];
    await imap.append(
      letter(
        "large",
        "x"
          .repeat(76)
          .concat("\r\n")
          .repeat(Math.ceil(MOST_BYTES / 78) + 10),
      ),
    );
    await imap.append(letter(4));
    expect(await poller({ onPassedOver: ({ why }) => passed.push(why) }).pollNow()).toBe(1);
    expect(await subjects()).toEqual(["4"]);
    expect(passed).toEqual([expect.stringMatching(/^it has \d{8} bytes$/)]);
  });

  it("is not marked as read where it could not be kept, and nothing is lost when the server goes away", async () => {
    await imap.append(letter(5));
    await imap.append(letter(6));
    let room = 1;
    const tray = {
      keep: async (arrived: Arrived) => {
        if (room-- <= 0) throw new Error("full");
        kept.push(arrived);
      },
    };
    await expect(poller({ tray }).pollNow()).rejects.toThrow("full");
    await imap.stop();
    await expect(poller().pollNow()).rejects.toThrow(/ECONNREFUSED|connect/i);
    await imap.start();
    expect(await poller().pollNow()).toBe(1);
    expect(await subjects()).toEqual(["5", "6"]);
  });

  it("is read by one server at a time, until that one has been gone for long enough", async () => {
    await imap.append(letter(7));
    const held = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const slow = poller({
      tray: {
        keep: async (arrived) => {
          begun.resolve();
          await held.promise;
          kept.push(arrived);
        },
      },
    });
    const first = slow.pollNow();
    await begun.promise;
    expect(await poller().pollNow()).toBe(0);
    const later = frozenClock(new Date(systemClock.now().getTime() + 600_000));
    expect(await poller({ clock: later }).pollNow()).toBe(1);
    held.resolve();
    await expect(first).rejects.toThrow("another server");
    expect(await subjects()).toEqual(["7", "7"]);
    await sql`update polled_mailbox set held_by = null`.execute(test.database.outside());
    expect(await poller().pollNow()).toBe(0);
  });

  it("that was made anew is read from its latest days", async () => {
    await imap.makeAnew();
    await imap.append(letter("anew"));
    expect(await poller().pollNow()).toBe(1);
    expect(await poller().pollNow()).toBe(0);
    expect(await subjects()).toEqual(["anew"]);
  });

  it("that does not take the password says so", async () => {
    const wrong = imap.url.replace(/:[^:@]+@/, ":falsch@");
    await expect(poller({ url: wrong }).pollNow()).rejects.toThrow(/Command failed/);
  });
});
