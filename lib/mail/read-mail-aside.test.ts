import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterAll, describe, expect, it } from "vitest";
import { createMailReader } from "./read-mail-aside.ts";

const reader = createMailReader({ resolve: () => Promise.reject(new Error("no DNS here")) });
afterAll(() => reader.close());

const head = (...lines: string[]) => Buffer.from(`From: a@x.example\r\n${lines.join("\r\n")}\r\n\r\n`);
const filled = (begin: Buffer, with_: string, megabytes = 25) =>
  Buffer.concat([begin, Buffer.alloc(megabytes * 1024 * 1024 - begin.length - 10, with_)]);
const plain = Buffer.concat([head("Subject: Hallo"), Buffer.from("Guten Tag")]);

/** How long, in milliseconds, the server was kept from its work meanwhile. */
async function stallWhile(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1e6;
}

describe("reading beside the server", () => {
  it.each<[string, () => Buffer]>([
    ["a megabyte of words", () => filled(head("Subject: x"), "Hello Mia, \r\n", 1)],
    [
      "25 MB of an attachment",
      () =>
        filled(
          head("Content-Type: application/zip", "Content-Transfer-Encoding: base64"),
          "QUJDREVGR0hJSktM\r\n",
        ),
    ],
    ["25 MB of HTML that never ends", () => filled(head("Content-Type: text/html"), "<style><div ")],
    ["25 MB of parts", () => filled(head("Content-Type: multipart/mixed; boundary=b"), "--b\r\n")],
    [
      "25 MB of parts with text",
      () => filled(head("Content-Type: multipart/mixed; boundary=b"), "--b\r\n\r\nx\r\n"),
    ],
    ["25 MB in one line", () => filled(head("Content-Type: text/plain; charset=utf-8"), "ä")],
  ])("%s ends, with a reason or with words, and keeps nobody waiting", async (_name, bytes) => {
    const hostile = bytes();
    const stall = await stallWhile(async () => {
      const { mail, refused } = await reader.read(hostile, [], { by: "imap" });
      expect(mail === null ? typeof refused : mail.from?.address).toBe(
        mail === null ? "string" : "a@x.example",
      );
      expect(mail?.text.length ?? 0).toBeLessThanOrEqual(100_000);
    });
    // Handing over 25 MB takes a moment; reading it takes seconds.
    expect(stall).toBeLessThan(500);
    expect((await reader.read(plain, [], null)).mail?.subject).toBe("Hallo");
  });

  it("gives up on what takes too long, and reads the next", async () => {
    const hasty = createMailReader({ patienceMs: 1, resolve: () => new Promise(() => {}) });
    expect((await hasty.read(filled(head("Subject: x"), "Hello\r\n"), [], null)).refused).toBe(
      "it takes too long to read",
    );
    await hasty.close();
    const patient = createMailReader({ patienceMs: 20_000 });
    expect((await patient.read(plain, ["a@b.example"], null)).mail?.recipients).toEqual(["a@b.example"]);
    await patient.close();
  });
});
