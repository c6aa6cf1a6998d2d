import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Problem } from "#lib/kernel/problem.ts";
import { createMailer } from "./send.ts";
import { openMailbox, type Mailbox } from "./test-mailbox.ts";

let box: Mailbox;
beforeAll(async () => {
  box = await openMailbox();
});
beforeEach(() => {
  box.letters.length = 0;
  box.refuse(null);
  box.whenItArrives(null);
});
afterAll(() => box?.close());

const letter = {
  to: { name: "Mia Sommer", address: "mia@nordlicht.example" },
  subject: "Grüße",
  text: "Hallo Mia,\n\nschön.",
};

describe("a letter", () => {
  it("arrives as it was written, from the host where people reach us", async () => {
    await createMailer(box.url, "https://askwell.example.com").send(letter);
    const [arrived] = box.letters;
    expect(arrived).toMatchObject({ from: "askwell@askwell.example.com", to: ["mia@nordlicht.example"] });
    expect(arrived?.message).toContain("From: Askwell <askwell@askwell.example.com>");
    expect(arrived?.message).toContain("To: Mia Sommer <mia@nordlicht.example>");
    expect(arrived?.message).toContain("Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=");
    expect(arrived?.message).toMatch(/sch=C3=B6n\./);
  });

  it("names the sender that SMTP_URL names", async () => {
    await createMailer(
      `${box.url}?from=Team%20Nord%20%3Cnord%40nordlicht.example%3E`,
      "http://127.0.0.1:4600",
    ).send(letter);
    expect(box.letters[0]?.from).toBe("nord@nordlicht.example");
  });

  it("says so when the server does not take the name and password", async () => {
    const url = box.url.replace("smtp://", "smtp://post%40nordlicht.example:secret@");
    const sending = createMailer(url, "http://127.0.0.1:4600").send(letter);
    await expect(sending).rejects.toMatchObject({
      kind: "unavailable",
      reason: expect.stringContaining("SMTP_URL"),
    });
  });

  it("carries no lines of somebody else's into its head", async () => {
    const to = { name: "Mia\r\nBcc: victim@x.example", address: "mia@nordlicht.example" };
    await createMailer(box.url, "http://127.0.0.1:4600").send({
      ...letter,
      to,
      subject: "Hi\r\nBcc: victim@x.example",
    });
    expect(box.letters[0]?.to).toEqual(["mia@nordlicht.example"]);
    expect(box.letters[0]?.message).not.toMatch(/^Bcc:/m);
  });

  it("is tried again when the server is away or busy, and not when it is refused for good", async () => {
    const mailer = createMailer(box.url, "http://127.0.0.1:4600");
    box.refuse(451);
    await expect(mailer.send(letter)).rejects.toMatchObject({ kind: "unavailable" });
    box.refuse(550);
    await expect(mailer.send(letter)).rejects.toMatchObject({
      kind: "invalid",
      reason: expect.stringContaining("550"),
    });
    await expect(createMailer("smtp://127.0.0.1:9", "http://x").send(letter)).rejects.toMatchObject({
      kind: "unavailable",
    });
  });

  it("stands under somebody's name, answers to their address, and keeps its own number", async () => {
    const mailer = createMailer(`${box.url}?from=post@nordlicht.example`, "http://127.0.0.1:4600");
    await mailer.send({
      ...letter,
      fromName: "Mia Sommer (Nordlicht Systeme)",
      replyTo: { name: "Mia Sommer", address: "mia@nordlicht.example" },
      id: "018f",
    });
    const [arrived] = box.letters;
    expect(arrived?.from).toBe("post@nordlicht.example");
    expect(arrived?.message).toContain('From: "Mia Sommer (Nordlicht Systeme)" <post@nordlicht.example>');
    expect(arrived?.message).toContain("Reply-To: Mia Sommer <mia@nordlicht.example>");
    expect(arrived?.message).toContain("Message-ID: <018f@nordlicht.example>");
  });

  it("goes as a blind copy to one address alone, and says nothing of it", async () => {
    await createMailer(box.url, "http://127.0.0.1:4600").send(letter, { only: "anna@albers.example" });
    expect(box.letters[0]?.to).toEqual(["anna@albers.example"]);
    expect(box.letters[0]?.message).toContain("To: Mia Sommer <mia@nordlicht.example>");
    expect(box.letters[0]?.message).not.toContain("anna@albers.example");
  });

  it("begins to leave when the server will take it, and not at all when that is refused", async () => {
    const mailer = createMailer(box.url, "http://127.0.0.1:4600");
    let begun = 0;
    const begins = async () => void (begun += 1);
    box.refuse(550);
    await expect(mailer.send(letter, { begins })).rejects.toMatchObject({ kind: "invalid" });
    expect(begun).toBe(0);
    box.refuse(null);
    await mailer.send(letter, { begins });
    expect([begun, box.letters.length]).toEqual([1, 1]);
    const held = new Error("held back");
    await expect(mailer.send(letter, { begins: () => Promise.reject(held) })).rejects.toBe(held);
    expect(box.letters.length).toBe(1);
  });

  it("is neither here nor there when the server hangs up on the whole of it", async () => {
    const mailer = createMailer(box.url, "http://127.0.0.1:4600");
    box.whenItArrives((hangUp) => hangUp());
    await expect(mailer.send(letter)).rejects.toMatchObject({
      kind: "unavailable",
      facts: { mayHaveLeft: true },
    });
    box.whenItArrives(null);
    box.refuse(451);
    await expect(mailer.send(letter)).rejects.toMatchObject({
      facts: { code: 451, says: "451 not here", ofRecipient: true },
    });
  });
});

describe("letters sent together", () => {
  it("travel over one connection, each marked before its own first byte, past one that is refused", async () => {
    const mailer = createMailer(box.url, "http://127.0.0.1:4600");
    box.refuse(550, "gone@albers.example");
    const began: string[] = [];
    const refused: unknown[] = [];
    const before = box.connections();
    await mailer.together(async (together) => {
      for (const name of ["one", "two", "gone", "three"]) {
        const to = { name, address: `${name}@albers.example` };
        await together
          .send({ ...letter, to }, { begins: async () => void began.push(name) })
          .catch((error: Problem) => refused.push(error.facts));
      }
    });
    box.refuse(null);
    expect(began).toEqual(["one", "two", "three"]);
    expect(refused).toEqual([{ code: 550, says: "550 not here", ofRecipient: true }]);
    expect(box.letters.slice(-3).map(({ to }) => to[0])).toEqual([
      "one@albers.example",
      "two@albers.example",
      "three@albers.example",
    ]);
    expect(box.connections() - before).toBe(1);
  });

  it("are in doubt one by one: one whose connection breaks off at its end may have left, the next one leaves once", async () => {
    const mailer = createMailer(box.url, "http://127.0.0.1:4600");
    const count = box.letters.length;
    await mailer.together(async (together) => {
      await together.send({ ...letter, subject: "first" });
      box.whenItArrives((hangUp) => hangUp());
      await expect(together.send({ ...letter, subject: "second" })).rejects.toMatchObject({
        facts: { mayHaveLeft: true },
      });
      box.whenItArrives(null);
      await together.send({ ...letter, subject: "third" });
    });
    const subjects = box.letters.slice(count).map(({ message }) => /^Subject: (.*)\r$/m.exec(message)?.[1]);
    expect(subjects).toEqual(["first", "second", "third"]);
  });
});
