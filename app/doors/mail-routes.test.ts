import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import type { Night } from "#team/nightly-jobs.ts";
import { forgetOldMail } from "./mail-actions.ts";

let t: TestHouse;
let mine: string;
beforeAll(async () => {
  t = await openTestHouse();
  mine = (await t.post("rep", "/mail-address", {})).body.address;
});
afterAll(() => t?.close());

let n = 0;
beforeEach(() => {
  n += 1;
});

const MIA = "Mia Sommer <mia@nordlicht.example>";

interface Written {
  from?: string;
  to?: string;
  cc?: string;
  subject?: string;
  id?: string;
  date?: string;
  head?: string[];
  text?: string;
}

/** A message of Mia's, unless said otherwise. */
function written({
  from = MIA,
  to,
  cc,
  subject = "Angebot",
  id,
  date,
  head = [],
  text = "Guten Tag",
}: Written = {}): string {
  return [
    `From: ${from}`,
    ...(to ? [`To: ${to}`] : []),
    ...(cc ? [`Cc: ${cc}`] : []),
    `Subject: ${subject}`,
    `Message-ID: <${id ?? `m${n}`}@nordlicht.example>`,
    `Date: ${date ?? "Wed, 18 Nov 2026 10:30:00 +0100"}`,
    ...head,
    "",
    text,
  ].join("\r\n");
}

async function person(fullName: string, ...emails: string[]): Promise<string> {
  const { body } = await t.post("rep", "/people", { fullName, emails });
  return body.id;
}

const log = async (who: "rep" | "colleague" = "rep") => (await t.get(who, "/arrived-mail")).body.items;
const latest = async () => (await log())[0];
const contacts = async (id: string) => (await t.get("rep", `/people/${id}/contacts`)).body.items;
const kinds = async (id: string) => (await contacts(id)).map(({ kind }: { kind: string }) => kind);

const quoted = (head: string[], text = "Hallo Mia") => ["fyi", "", ...head, "", text].join("\r\n");

async function introduced(host: string): Promise<{ contact: string; referral: string }> {
  const sourceId = await person(`Quelle ${host}`, `quelle@${host}.example`);
  const contact = { fullName: `Neu ${host}`, emails: [`neu@${host}.example`] };
  const { body } = await t.post("rep", "/referrals", { sourceId, contact, level: 1, day: "2026-11-17" });
  return { contact: body.contactId, referral: body.id };
}
const stateOf = async (id: string) => (await t.get("rep", `/referrals/${id}`)).body.state;

describe("a copy of what a member wrote", () => {
  it("is a touch with everybody whom we know, and nobody is made up", async () => {
    const [anna, bo] = [
      await person("Anna Albers", "Anna@Albers1.example"),
      await person("Bo Brand", "bo@albers1.example"),
    ];
    const raw = written({
      to: "Anna <anna@albers1.example>, Neu Hier <neu@albers1.example>",
      cc: "bo@albers1.example, jonas@nordlicht.example",
      subject: "Unser Angebot",
    });
    expect(await t.takeMail(raw, [mine])).toBe(true);
    expect((await contacts(anna))[0]).toMatchObject({
      kind: "e-mail",
      day: "2026-11-18",
      words: "Unser Angebot",
    });
    expect(await kinds(bo)).toEqual(["e-mail"]);
    const mail = await latest();
    expect(mail).toMatchObject({ state: "done", why: null, byMember: true, words: null });
    expect(mail.effects.map((each: { personName: string }) => each.personName).toSorted()).toEqual([
      "Anna Albers",
      "Bo Brand",
    ]);
    expect(
      mail.named.find((each: { address: string }) => each.address === "neu@albers1.example"),
    ).toMatchObject({
      name: "Neu Hier",
      person: null,
    });
    const { body } = await t.get("rep", "/people?q=neu%20hier");
    expect(body.items).toEqual([]);
  });

  it("told again, by another way in too, changes nothing", async () => {
    const anna = await person("Anna Zwei", "anna@zwei.example");
    const raw = written({ to: "anna@zwei.example" });
    await t.takeMail(raw, [mine]);
    await t.takeMail(raw.replace("Subject", `Delivered-To: ${mine}\r\nSubject`));
    expect(await kinds(anna)).toEqual(["e-mail"]);
    const { id } = await latest();
    await t.del("rep", `/arrived-mail/${id}/effects`);
    await t.takeMail(raw, [mine]);
    expect(await kinds(anna)).toEqual([]);
  });

  it("reaches those who were merged, as who they are now", async () => {
    const [kept, merged] = [
      await person("Jens Kohl", "jens@kohl.example"),
      await person("J. Kohl", "jk@kohl.example"),
    ];
    await t.post("rep", "/merges", { kind: "person", keptId: kept, mergedId: merged });
    await t.takeMail(written({ to: "jk@kohl.example" }), [mine]);
    expect(await kinds(kept)).toEqual(["e-mail"]);
  });

  it("to a mailbox that several share is with the one who is named, or a question who", async () => {
    const [a, b] = [
      await person("Ute Paul", "info@paul.example"),
      await person("Max Paul", "info@paul.example"),
    ];
    await t.takeMail(written({ to: '"Paul, Max" <info@paul.example>' }), [mine]);
    expect([await kinds(a), await kinds(b)]).toEqual([[], ["e-mail"]]);
    await t.takeMail(written({ to: "info@paul.example", id: "who" }), [mine]);
    const mail = await latest();
    expect(mail).toMatchObject({ state: "question", why: "nobody-known" });
    expect(mail.named[0].mayBe.map((each: { name: string }) => each.name)).toEqual(["Max Paul", "Ute Paul"]);
  });

  it("is of the day on which it was written, and of no day to come", async () => {
    const [early, late] = [
      await person("Ella Frueh", "ella@f.example"),
      await person("Lars Spaet", "lars@s.example"),
    ];
    await t.takeMail(written({ to: "ella@f.example", date: "Mon, 16 Nov 2026 23:30:00 +0000" }), [mine]);
    await t.takeMail(written({ to: "lars@s.example", id: "late", date: "Wed, 18 Nov 2099 10:00:00 +0000" }), [
      mine,
    ]);
    expect((await contacts(early))[0].day).toBe("2026-11-17");
    expect((await contacts(late))[0].day).toBe("2026-11-18");
  });
});

describe("two mails of a day", () => {
  it("are one contact, which stays until both are taken back", async () => {
    const anna = await person("Anna Zweimal", "anna@zweimal.example");
    const write = (id: string, subject: string) =>
      t.takeMail(written({ to: "anna@zweimal.example", id, subject }), [mine]);
    await write("first-of-day", "Morgens");
    await write("second-of-day", "Abends");
    const [second, first] = await log();
    expect(await kinds(anna)).toEqual(["e-mail"]);
    expect([first.effects.length, second.effects.length]).toEqual([1, 0]);
    await t.del("rep", `/arrived-mail/${first.id}/effects`);
    expect(await contacts(anna)).toMatchObject([{ kind: "e-mail", day: "2026-11-18", words: "Abends" }]);
    expect((await log())[0].effects).toMatchObject([{ kind: "touch", takenBack: false }]);
    await t.del("rep", `/arrived-mail/${second.id}/effects`);
    expect(await kinds(anna)).toEqual([]);
  });
});

describe("what a member forwards", () => {
  it.each([
    [
      "as Gmail does",
      "gm",
      quoted([
        "---------- Forwarded message ---------",
        "From: *Rita Gm* <rita@gm.example>",
        "Date: Tue, Nov 17, 2026 at 9:00 AM",
        "Subject: Hallo",
        "To: Mia Sommer <mia@nordlicht.example>",
      ]),
    ],
    [
      "as Outlook does, in German",
      "ol",
      quoted([
        "Von: Rita Ol <rita@ol.example>",
        "Gesendet: Dienstag, 17. November 2026 09:00",
        "An: Mia Sommer <mia@nordlicht.example>",
        "Betreff: Hallo",
      ]),
    ],
    [
      "as Apple Mail does",
      "ap",
      quoted([
        "Begin forwarded message:",
        "",
        "> From: Rita Ap <rita@ap.example>",
        "> Subject: Hallo",
        "> Date: 17. November 2026",
      ]),
    ],
  ])("%s is a touch with whoever wrote it", async (_name, host, text) => {
    const rita = await person(`Rita ${host}`, `rita@${host}.example`);
    await t.takeMail(written({ to: mine, subject: "Fwd: Hallo", text }), [mine]);
    expect((await contacts(rita)).map(({ kind, day }: { kind: string; day: string }) => [kind, day])).toEqual(
      [["e-mail", "2026-11-17"]],
    );
    expect(await latest()).toMatchObject({ state: "done", byMember: false });
  });

  it("as a whole message is of its own day", async () => {
    const rita = await person("Rita Ganz", "rita@ganz.example");
    const inner = written({
      from: "Rita Ganz <rita@ganz.example>",
      to: MIA,
      date: "Mon, 9 Nov 2026 10:00:00 +0100",
      id: "inner",
    });
    const head = ["Content-Type: multipart/mixed; boundary=b"];
    const text = `--b\r\n\r\nfyi\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--b--`;
    await t.takeMail(written({ to: mine, head, text }), [mine]);
    expect((await contacts(rita))[0]).toMatchObject({ kind: "e-mail", day: "2026-11-09" });
  });

  it("with nobody else in it is ignored, and says why", async () => {
    await t.takeMail(written({ to: mine, text: "only a note" }), [mine]);
    expect(await latest()).toMatchObject({ state: "ignored", why: "nobody-named" });
  });
});

describe("an introduction", () => {
  it("that waits is answered by a copy of the answer, at the time it was written; and waits again when that is undone", async () => {
    const { contact, referral } = await introduced("wartet");
    expect(await stateOf(referral)).toBe("introduced");
    const raw = written({ to: "neu@wartet.example", cc: "quelle@wartet.example" });
    await t.takeMail(raw, [mine]);
    await t.takeMail(raw, [mine]);
    expect(await stateOf(referral)).toBe("responded");
    expect(await kinds(contact)).toEqual(["first-answer"]);
    const { body } = await t.get("rep", `/timeline?of=${referral}`);
    expect(body.items.filter((each: { verb: string }) => each.verb === "referral.advanced")).toHaveLength(1);
    const mail = await latest();
    expect(mail.effects.map((each: { kind: string }) => each.kind).toSorted()).toEqual(["answer", "touch"]);
    expect((await t.del("rep", `/arrived-mail/${mail.id}/effects`)).status).toBe(204);
    expect(await stateOf(referral)).toBe("introduced");
    expect(await kinds(contact)).toEqual([]);
  });

  it("is not answered by what was written before it, by what they wrote, or by a colleague's mail", async () => {
    const { contact, referral } = await introduced("frueher");
    await t.takeMail(written({ to: "neu@frueher.example", date: "Mon, 16 Nov 2026 10:00:00 +0100" }), [mine]);
    expect([await stateOf(referral), await kinds(contact)]).toEqual(["introduced", ["e-mail"]]);
    const theirs = (await t.post("colleague", "/mail-address", {})).body.address;
    const from = "jonas@nordlicht.example";
    await t.takeMail(written({ from, to: "neu@frueher.example", id: "jonas" }), [theirs]);
    expect(await stateOf(referral)).toBe("introduced");
  });

  it("in a forwarded mail is written down with one tap, and gone with its contact when undone", async () => {
    const source = await person("Gerda Gut", "gerda@gut.example");
    const text = [
      "From: Gerda Gut <gerda@gut.example>",
      "To: mia@nordlicht.example",
      "Cc: Karl Kern <karl@kern.example>",
      "Subject: Mia, meet Karl",
    ].join("\r\n");
    await t.takeMail(written({ to: mine, text }), [mine]);
    const mail = await latest();
    expect(
      mail.named.map(({ role, address }: { role: string; address: string }) => `${role} ${address}`),
    ).toEqual(["from gerda@gut.example", "cc karl@kern.example"]);
    const added = await t.post("rep", `/arrived-mail/${mail.id}/people`, {
      address: "karl@kern.example",
      introducedBy: { sourceId: source },
    });
    expect(added.status).toBe(201);
    const introduction = added.body.effects.find((each: { kind: string }) => each.kind === "introduction");
    expect((await t.get("rep", `/referrals/${introduction.subjectId}`)).body).toMatchObject({
      sourceId: source,
      contactName: "Karl Kern",
      level: 1,
      state: "introduced",
    });
    await t.del("rep", `/arrived-mail/${mail.id}/effects`);
    expect((await t.get("rep", `/referrals/${introduction.subjectId}`)).status).toBe(404);
    expect((await t.get("rep", `/people/${introduction.personId}`)).status).toBe(404);
  });

  it("that a later mail answered is not taken back before that answer is", async () => {
    const source = await person("Gesa Gut", "gesa@gut.example");
    const text =
      "From: Gesa Gut <gesa@gut.example>\nTo: mia@nordlicht.example\nCc: Kim Kern <kim@kern.example>";
    await t.takeMail(written({ to: mine, text }), [mine]);
    const { id } = await latest();
    await t.post("rep", `/arrived-mail/${id}/people`, {
      address: "kim@kern.example",
      introducedBy: { sourceId: source },
    });
    const date = "Wed, 18 Nov 2026 12:00:00 +0100";
    await t.takeMail(written({ to: "kim@kern.example", subject: "Hallo Kim", id: "to-kim", date }), [mine]);
    const answer = await latest();
    expect(answer.effects.map(({ kind }: { kind: string }) => kind)).toEqual(["answer"]);
    const refused = await t.del("rep", `/arrived-mail/${id}/effects`);
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      "“Hallo Kim”, of 18 November, answered this introduction: take that back first",
    ]);
    expect((await t.del("rep", `/arrived-mail/${answer.id}/effects`)).status).toBe(204);
    expect((await t.del("rep", `/arrived-mail/${id}/effects`)).status).toBe(204);
  });

  it("that was answered to all at once is answered when it is written down", async () => {
    const source = await person("Greta Gut", "greta@gut.example");
    await t.takeMail(written({ to: "Kai Kern <kai@kern.example>", cc: "greta@gut.example" }), [mine]);
    const { id } = await latest();
    const added = await t.post("rep", `/arrived-mail/${id}/people`, {
      address: "kai@kern.example",
      introducedBy: { sourceId: source },
    });
    const introduction = added.body.effects.find((each: { kind: string }) => each.kind === "introduction");
    expect(await stateOf(introduction.subjectId)).toBe("responded");
  });
});

describe("all questions", () => {
  it("are let be at once, put again as they were, and none of them is acted on by that", async () => {
    const ida = await person("Ida Frage", "ida@frage.example");
    await t.put("rep", "/mail-questions/let-be", {});
    for (const id of ["ida1", "ida2"])
      await t.takeMail(written({ from: "mia@private.example", to: "ida@frage.example", id }), [mine]);
    const before = await log();
    const waiting = async () => (await t.get("rep", "/mail-questions")).body.waiting;
    expect(await waiting()).toBe(2);
    const letBe = await t.put("rep", "/mail-questions/let-be", {});
    expect(letBe.body.ids).toHaveLength(2);
    expect(await waiting()).toBe(0);
    expect(await latest()).toMatchObject({ state: "ignored", why: "by-member" });
    for (const who of ["colleague", "leader", "stranger"] as const) {
      expect((await t.put(who, "/mail-questions/open", letBe.body)).body).toEqual({ ids: [] });
      expect((await t.put(who, "/mail-questions/let-be", {})).body).toEqual({ ids: [] });
    }
    expect((await t.put("rep", "/mail-questions/open", letBe.body)).body.ids).toHaveLength(2);
    expect(await log()).toEqual(before);
    expect(await kinds(ida)).toEqual([]);
    await t.put("rep", "/mail-questions/let-be", {});
  });
});

describe("what is not surely the member's", () => {
  it.each([
    ["from another address", { from: "Mia <mia@gmail.example>" }, true, "not-yours"],
    ["that their domain does not answer for", {}, false, "not-proven"],
    ["that nobody looked at", {}, null, "not-proven"],
  ] as const)("mail %s is a question, acted on when they say so", async (_name, more, isProven, why) => {
    const host = `${why}${n}.example`;
    const eva = await person(`Eva ${n}`, `eva@${host}`);
    await t.takeMail(written({ ...more, to: `eva@${host}` }), [mine], { isProven });
    expect(await kinds(eva)).toEqual([]);
    const mail = await latest();
    expect(mail).toMatchObject({ state: "question", why });
    const trusted = await t.put("rep", `/arrived-mail/${mail.id}/trusted`, {});
    expect(trusted.body.state).toBe("done");
    expect(await kinds(eva)).toEqual(["e-mail"]);
    expect((await t.put("rep", `/arrived-mail/${mail.id}/trusted`, {})).status).toBe(409);
  });

  it("is acted on by itself when the same message comes with proof", async () => {
    const eva = await person("Eva Beweis", "eva@beweis.example");
    const raw = written({ to: "eva@beweis.example" });
    await t.takeMail(raw, [mine], { isProven: false });
    await t.takeMail(raw, [mine], { isProven: true });
    await t.takeMail(raw, [mine], { isProven: false });
    expect(await kinds(eva)).toEqual(["e-mail"]);
    expect((await latest()).state).toBe("done");
  });

  it.each([
    ["an absence note", ["Auto-Submitted: auto-replied"], "automatic"],
    ["a list", ["List-Id: <x.y>"], "list"],
    ["a bounce", ["X-Failed-Recipients: a@b.example"], "report"],
  ])("%s is ignored whoever it says it is", async (_name, head, why) => {
    const eva = await person(`Eva ${why}`, `eva@${why}.example`);
    await t.takeMail(written({ to: `eva@${why}.example`, head }), [mine]);
    expect(await kinds(eva)).toEqual([]);
    expect(await latest()).toMatchObject({ state: "ignored", why });
  });

  it("can be let be, and in a flood leaves no more than a hundred lines", async () => {
    await t.takeMail(written({ from: "x@spam.example", to: "y@spam.example" }), [mine]);
    const { id } = await latest();
    expect((await t.put("rep", `/arrived-mail/${id}/ignored`, {})).body).toMatchObject({
      state: "ignored",
      why: "by-member",
    });
    for (let at = 0; at < 110; at += 1)
      await t.takeMail(written({ from: `x${at}@spam.example`, to: "y@spam.example", id: `flood${at}` }), [
        mine,
      ]);
    let [all, cursor] = [0, ""];
    do {
      const { body } = await t.get("rep", `/arrived-mail?limit=50${cursor}`);
      all += body.items.filter(
        (each: { state: string }) => each.state === "question" || each.state === "ignored",
      ).length;
      cursor = body.nextCursor ? `&cursor=${encodeURIComponent(body.nextCursor)}` : "";
    } while (cursor !== "");
    expect(all).toBe(100);
    const anna = await person("Anna Flut", "anna@flut.example");
    await t.takeMail(written({ to: "anna@flut.example", id: "mine-in-the-flood" }), [mine]);
    expect(await kinds(anna)).toEqual(["e-mail"]);
  });
});

describe("the undo of an addition", () => {
  it("takes back what came of it, and leaves the contact with whoever wrote", async () => {
    const otto = await person("Otto Quell", "otto@quell.example");
    const text = quoted([
      "---------- Forwarded message ---------",
      "From: Otto Quell <otto@quell.example>",
      "Date: Wed, 18 Nov 2026 at 09:00",
      "Subject: Meet",
      "To: Mia Sommer <mia@nordlicht.example>",
      "Cc: Neu Quell <neu@quell.example>",
    ]);
    await t.takeMail(written({ to: mine, subject: "Fwd: Meet", text }), [mine]);
    const { id } = await latest();
    const added = await t.post("rep", `/arrived-mail/${id}/people`, {
      address: "neu@quell.example",
      fullName: "Neu Quell",
      introducedBy: { sourceId: otto },
    });
    const found = added.body.effects.find(({ kind }: { kind: string }) => kind === "introduction");
    for (const who of ["colleague", "stranger"] as const)
      expect((await t.del(who, `/arrived-mail/${id}/people/${found.personId}`)).status).toBe(404);
    const undone = await t.del("rep", `/arrived-mail/${id}/people/${found.personId}`);
    expect(undone.status, JSON.stringify(undone.body)).toBe(200);
    expect(undone.body.state).toBe("done");
    expect(await kinds(otto)).toEqual(["e-mail"]);
    expect((await t.get("rep", `/referrals/${found.subjectId}`)).status).toBe(404);
    expect((await t.del("rep", `/arrived-mail/${id}/people/${found.personId}`)).status).toBe(404);
    expect(await t.mistakes()).toEqual([]);
  });
});

describe("a second mail of a day", () => {
  it("says with what it counts, and is a contact of its own once the first is taken back", async () => {
    const gesa = await person("Gesa Gleich", "gesa@gleich.example");
    await t.takeMail(written({ to: "gesa@gleich.example", subject: "First", id: "gesa1" }), [mine]);
    const first = await latest();
    expect(first).toMatchObject({ state: "done", shares: [] });
    await t.takeMail(written({ to: "gesa@gleich.example", subject: "Second", id: "gesa2" }), [mine]);
    expect(await latest()).toMatchObject({
      state: "done",
      effects: [],
      shares: [{ personId: gesa, personName: "Gesa Gleich", subject: "First" }],
    });
    await t.del("rep", `/arrived-mail/${first.id}/effects`);
    expect(await latest()).toMatchObject({ effects: [{ kind: "touch", personId: gesa }], shares: [] });
  });

  it("says so also where the contact was written down by hand", async () => {
    const hilde = await person("Hilde Hand", "hilde@hand.example");
    await t.post("rep", "/touches", { personId: hilde, kind: "e-mail", day: "2026-11-18" });
    await t.takeMail(written({ to: "hilde@hand.example", id: "hilde1" }), [mine]);
    expect(await latest()).toMatchObject({ effects: [], shares: [{ personId: hilde, subject: null }] });
  });
});

describe("the address", () => {
  it("is renewed, and the one before is nobody's; words are kept only where the member says so", async () => {
    const t2 = await openTestHouse();
    try {
      const first = (await t2.post("rep", "/mail-address", {})).body;
      expect(first).toMatchObject({ opens: true, keepsWords: false });
      expect(first.address).toMatch(/^askwell\+[a-z0-9]{12}@in\.example\.com$/);
      const second = (await t2.post("rep", "/mail-address", {})).body.address;
      expect(await t2.takeMail(written({ to: "a@b.example" }), [first.address])).toBe(false);
      await t2.put("rep", "/mail-address/words", { keeps: true });
      await t2.takeMail(written({ to: "a@b.example", text: "kept words" }), [second]);
      expect((await t2.get("rep", "/arrived-mail")).body.items[0].words).toBe("kept words");
      await t2.put("rep", "/mail-address/words", { keeps: false });
      expect((await t2.get("rep", "/arrived-mail")).body.items[0].words).toBeNull();
      expect(await t2.takeMail(written(), ["askwell@in.example.com"])).toBe(false);
      await t2.del("leader", `/members/${t2.cast.rep}`);
      expect(await t2.takeMail(written({ id: "after" }), [second])).toBe(false);
    } finally {
      await t2.close();
    }
  });

  it("does not open where it is said and nothing comes in by any way", async () => {
    const shut = await openTestHouse({ smtpListen: null });
    try {
      expect((await shut.post("rep", "/mail-address", {})).body).toMatchObject({
        opens: false,
        address: null,
      });
      expect(await shut.house.isOurs("askwell@in.example.com")).toBe(false);
    } finally {
      await shut.close();
    }
  });

  it("and what came to it are the member's alone", async () => {
    const { id } = await latest();
    expect(await log("colleague")).not.toContainEqual(expect.objectContaining({ id }));
    for (const who of ["colleague", "leader", "stranger"] as const) {
      expect((await t.get(who, "/mail-address")).body.address).not.toBe(mine);
      for (const [method, path, body] of [
        ["PUT", "trusted", {}],
        ["PUT", "ignored", {}],
        ["POST", "people", { address: "y@spam.example", fullName: "Y" }],
        ["DELETE", "effects", undefined],
      ] as const)
        expect([path, (await t.as(who, method, `/arrived-mail/${id}/${path}`, body)).status]).toEqual([
          path,
          404,
        ]);
    }
  });

  it("forgets what came three months ago", async () => {
    const before = await log();
    const night = (days: number) => ({ now: new Date(t.now.getTime() + days * 86_400_000) }) as Night;
    await t.test.database.write(t.cast.workspaceId, (tx) => forgetOldMail(tx, night(89)));
    expect((await log()).length).toBe(before.length);
    await t.test.database.write(t.cast.workspaceId, (tx) => forgetOldMail(tx, night(91)));
    expect(await log()).toEqual([]);
  });

  it("leaves the numbers right", async () => {
    expect(await t.mistakes()).toEqual([]);
  });
});
