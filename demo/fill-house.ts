import { noteBounce } from "#letters/copy-actions.ts";
import { inviteToLetters } from "#letters/subscription-actions.ts";
import { openSpiff } from "#programme/spiff-actions.ts";
import { signMonth } from "#programme/spiff-signature-actions.ts";
import { statementsOf } from "#programme/spiff-statement-actions.ts";
import { actorOf } from "#team/door-actions.ts";
import { makeDigest } from "#today/digest-actions.ts";
import { answerAsTold, sendAsTold } from "./letters.ts";
import { houseOver, type Answer, type TestHouse } from "./test-house.ts";

/** What the small story left behind: ids by what they are. */
export interface Filled {
  client: string;
  prospect: string;
  source: string;
  contact: string;
  ask: string;
  returning: string;
  referral: string;
  name: string;
  meeting: string;
  deal: string;
  lostDeal: string;
  touch: string;
  review: string;
  offer: string;
  idealClient: string;
  reason: string;
  target: string;
  /** Goals that were accepted as proposed. */
  goals: string;
}

/** One of everything, through the front door, as Mia lives it: asked, introduced, met, won. */
export async function fillHouse(t: TestHouse): Promise<Filled> {
  const post = async (path: string, body: unknown) => idIn(await t.post("rep", path, body), path);
  const client = await post("/accounts", { name: "Hafen Logistik GmbH", kind: "client", city: "Hamburg" });
  const prospect = await post("/accounts", { name: "Weser Pumpen AG", kind: "prospect" });
  const source = await post("/people", {
    fullName: "Jale Merz",
    title: "Head of operations",
    accountId: client,
    emails: ["jale.merz@hafen.example"],
  });
  const other = await post("/people", { fullName: "Bruno Amsel", title: "Controller", accountId: client });
  const ask = await post("/asks", {
    sourceId: source,
    day: "2026-11-16",
    channel: "call",
    outcome: "will-think",
    note: "Warm talk.",
  });
  const returning = await post("/asks", {
    sourceId: other,
    day: "2026-11-10",
    outcome: "not-now",
    untilDay: "2026-11-17",
  });
  const introduced = await t.post("rep", "/referrals", {
    sourceId: source,
    askId: ask,
    contact: { fullName: "Veit Reimers", title: "Plant manager", accountId: prospect },
    level: 3,
    day: "2026-11-16",
  });
  const referral = idIn(introduced, "/referrals");
  const contact = introduced.body.contactId as string;
  const name = await post("/referrals", {
    sourceId: source,
    contact: { fullName: "Ilka Uhlig" },
    level: 0,
    day: "2026-11-17",
  });
  const meeting = await post("/meetings", {
    personId: contact,
    referralId: referral,
    scheduledOn: "2026-11-16",
    day: "2026-11-17",
    time: "10:00",
  });
  expectOk(await t.put("rep", `/meetings/${meeting}/outcome`, { outcome: "held" }));
  const amount = { minor: 12_000_00, currency: "EUR" };
  const deal = await post("/deals", {
    name: "Shift planning",
    accountId: prospect,
    personId: contact,
    referralId: referral,
    amount,
    openedOn: "2026-11-17",
  });
  expectOk(await t.put("rep", `/deals/${deal}/outcome`, { outcome: "won", day: "2026-11-18" }));
  const lostDeal = await post("/deals", {
    name: "Pilot",
    accountId: client,
    origin: "cold-call",
    openedOn: "2026-11-02",
  });
  expectOk(
    await t.put("rep", `/deals/${lostDeal}/outcome`, {
      outcome: "lost",
      day: "2026-11-12",
      lostReason: "no budget",
    }),
  );
  const picture = { name: "Plants on paper", scope: "workspace", industry: "Machinery" };
  const idealClient = idIn(await t.post("leader", "/ideal-clients", picture), "/ideal-clients");
  const reason = await post("/business-reasons", { sentence: "Plants plan their shifts in an hour." });
  const target = await post("/targets", { personId: contact, why: "Opens a second site." });
  await t.patch("leader", `/members/${t.cast.rep}`, { workdays: [1, 2, 3, 4] });
  await t.patch("leader", `/members/${t.cast.rep}`, { workdays: null });
  await post("/absences", { fromDay: "2026-12-21", toDay: "2026-12-23", standInId: t.cast.colleague });
  for (const [path, body] of [
    ["/holidays", { day: "2026-12-24", name: "Christmas Eve" }],
    ["/holiday-lists", { country: "DE" }],
  ] as const)
    idIn(await t.post("leader", path, body), path);
  await post("/given", { toId: source, whomId: other, kind: "resource", level: 0 });
  await post("/given", {
    toId: source,
    whom: { name: "Gino Rossi", does: "a caterer" },
    kind: "personal",
    level: 0,
  });
  await post(`/people/${contact}/consents`, { how: "call" });
  expectOk(await t.put("rep", `/people/${other}/do-not-write`, { reach: "e-mail" }));
  await post("/needs-and-offers", { what: "need", personId: source, line: "a caterer for June" });
  await post("/kept-apart", { oneId: source, otherId: contact, why: "know-each-other" });
  await post("/gifts", { personId: source, what: "a book", value: { minor: 20_00, currency: "EUR" } });
  await post(`/accounts/${prospect}/gift-bans`, { words: "Their code of conduct." });
  const touch = await post("/touches", {
    personId: source,
    kind: "handwritten-note",
    words: "Thank you for June.",
    day: "2026-11-17",
  });
  for (const [who, path, body] of [
    ["leader", "/touch-kinds/newsletter", { weight: 1 }],
    ["leader", "/rhythms/friend", { days: 100 }],
  ] as const)
    expectOk(await t.as(who, "PATCH", path, body));
  for (const [path, body] of [
    [`/accounts/${client}/tier`, { tier: "A" }],
    [`/accounts/${client}/postal-address`, { lines: "Am Kai 4\n20457 Hamburg" }],
    [`/people/${other}/rhythm`, { days: 45 }],
    [`/people/${other}/touch-pause`, { untilDay: "2027-01-11" }],
  ] as const)
    expectOk(await t.put("rep", path, body));
  const review = await fillReviews(t, client, source);
  const event = await post("/occasions", { kind: "event", title: "Harbour evening", day: "2026-11-17" });
  const offer = await post(`/occasions/${event}/offers`, { personId: source });
  for (const [what, body] of [
    ["sent", {}],
    ["answer", { answer: "coming" }],
    ["attendance", { came: true }],
    ["reaction", { words: "See you in spring." }],
  ] as const)
    expectOk(await t.put("rep", `/occasion-offers/${offer}/${what}`, body));
  await fillCards(t, source, other);
  await fillMail(t);
  const page = await t.post("rep", "/shared-pages", {
    askId: ask,
    language: "en",
    asked: "Would you introduce me to your neighbours?",
    whom: "your neighbours",
    blurb: "Mia did good work for us.",
  });
  const link = { "askwell-link": String(page.body.link).split("#")[1] as string };
  expectOk(await t.as(null, "POST", "/visited-page/asked-first", { text: "May I?" }, link));
  expectOk(await t.as(null, "POST", "/visited-page/answers", { answer: "not-them" }, link));
  expectOk(await t.put("rep", `/shared-pages/${page.body.id}/tellings/${referral}`, { tells: true }));
  await fillLetters(t, source);
  await fillDigest(t);
  await fillWeek(t, source);
  await fillPractice(t);
  await fillPraise(t, source);
  await fillOneOnOne(t, source);
  await fillSalesMeeting(t);
  await fillSpiffs(t);
  await fillPriority(t);
  await fillCredit(t, deal);
  await fillPoll(t);
  const goals = await fillGoals(t);
  expectOk(await t.post("rep", "/my-calendar/feed", {}));
  expectOk(await t.put("rep", "/my-calendar/link", { url: "https://calendar.example/mia.ics" }));
  expectOk(await t.as("rep", "POST", "/my-calendar/files?name=mine.ics", new TextEncoder().encode(MINE)));
  const asked = {
    client,
    prospect,
    source,
    contact,
    ask,
    returning,
    referral,
    name,
    meeting,
    deal,
    lostDeal,
  };
  return { ...asked, touch, review, offer, idealClient, reason, target, goals };
}

/** What a deal is credited with was questioned twice: once decided by a leader, once not yet; then the rule changed. */
async function fillCredit(t: TestHouse, dealId: string): Promise<void> {
  const path = `/deals/${dealId}/credit-disputes`;
  const decided = idIn(await t.post("rep", path, { reason: "Bruno was the first to speak of us." }), path);
  const verdict = { verdict: "shape", shape: { kind: "first" }, reason: "The chain begins where it does." };
  expectOk(await t.put("leader", `/credit-disputes/${decided}/decision`, verdict));
  idIn(await t.post("colleague", path, { reason: "I was there, too." }), path);
  const rule = { kind: "split", part: 1, of: 1, reason: "All of them alike." };
  expectOk(await t.post("leader", "/credit-rules", rule));
}

/** A report card that a glad client answered and handed in, and one that was put off. */
async function fillCards(t: TestHouse, personId: string, later: string): Promise<void> {
  const made = await t.post("rep", "/report-cards", { personId });
  const id = idIn(made, "/report-cards");
  const link = { "askwell-link": String(made.body.link).split("#")[1] as string };
  const visit = async (path: string, body?: unknown) =>
    expectOk(await t.as(null, "PUT", `/visited-report-card/${path}`, body, link));
  await visit("answers/recommend", { score: 9, words: "They saved us a week each month." });
  await visit("handed-in");
  expectOk(await t.put("rep", `/report-cards/${id}/answers/recommend/earned`, {}));
  const theme = await t.post("leader", "/willing/themes", { name: "Our night shift", signs: ["shift"] });
  const themes = ["results", String(theme.body.key)];
  expectOk(await t.put("rep", `/willing/words/card.${id}.recommend/themes`, { themes }));
  expectOk(await t.put("rep", `/people/${later}/report-card-pause`, { untilDay: "2027-01-11" }));
}

/** An account review that was held, and the next one, with all that belongs to it. */
async function fillReviews(t: TestHouse, accountId: string, personId: string): Promise<string> {
  const post = async (path: string, body: unknown) => idIn(await t.post("rep", path, body), path);
  const review = await post("/account-reviews", { accountId, personIds: [personId], day: "2026-11-16" });
  expectOk(
    await t.put("rep", `/account-reviews/${review}/notes/issues`, { words: "The night shift.", version: 0 }),
  );
  await post(`/account-reviews/${review}/points`, { name: "The trade fair" });
  await post(`/account-reviews/${review}/commitments`, { words: "Send the plan", dueOn: "2026-12-01" });
  expectOk(await t.put("rep", `/account-reviews/${review}/held`, {}));
  const measure = await post(`/accounts/${accountId}/measures`, { name: "Shifts filled", unit: "%" });
  idIn(await t.post("rep", `/account-measures/${measure}/values`, { value: 97.5 }), "values");
  return review;
}

/** The mail of the day, at Mia's own time. */
async function fillDigest(t: TestHouse): Promise<void> {
  expectOk(await t.put("rep", "/my-digest", { wanted: true, atTime: "08:00", whenDone: false }));
  await t.test.database.write(t.cast.workspaceId, async (tx) => {
    await makeDigest(tx, await actorOf(tx, t.cast.rep, t.now), "day", { whenDone: true });
  });
}

/** Mia promised something for last week and this and told of last; she and Jonas tell each other, and she asked him how his went. */
async function fillWeek(t: TestHouse, personId: string): Promise<void> {
  const { send } = houseOver(t.test.database, { now: new Date("2026-11-09T10:00:00Z") });
  for (const who of ["rep", "colleague"] as const)
    expectOk(
      await send(
        "PUT",
        "/weeks/2026-11-09/plan",
        { promises: [{ kind: "own", words: "Write two cards" }] },
        { authorization: `Bearer ${t.cast.keys[who]}` },
      ),
    );
  expectOk(
    await t.put("rep", "/weeks/2026-11-18/plan", {
      topics: "What the night shift saved.",
      promises: [
        { kind: "ask", personId },
        { kind: "own", words: "Write two cards" },
      ],
    }),
  );
  expectOk(await t.put("rep", "/weeks/2026-11-09/check-in", { learned: "Cards are quick." }));
  expectOk(await t.put("manager", "/partnerships/pairing", { groups: [[t.cast.rep, t.cast.colleague]] }));
  idIn(await t.post("rep", "/weeks/2026-11-09/nudges", { memberId: t.cast.colleague }), "nudges");
}

/** A poll that Mia has answered; nothing of what she said is in any row. */
async function fillPoll(t: TestHouse): Promise<void> {
  const id = idIn(await t.post("leader", "/polls", {}), "/polls");
  const order = ["client-meetings", "being-coached", "training", "crm", "cold-calls"];
  expectOk(await t.post("rep", `/polls/${id}/answers`, { order, agreement: [4, 4, 3, null] }));
}

/** Berta and Mia met and prepare the next time, every week from now on; both keep a note for themselves. */
async function fillOneOnOne(t: TestHouse, personId: string): Promise<void> {
  const path = `/members/${t.cast.rep}`;
  const held = {
    day: "2026-11-16",
    personIds: [personId],
    commitment: "Call Jale on Thursday",
    skill: "ask",
  };
  idIn(await t.post("manager", `${path}/one-on-ones`, held), "one-on-ones");
  expectOk(
    await t.patch("rep", `${path}/coaching/next`, { words: "How to ask Bruno.", personIds: [personId] }),
  );
  expectOk(await t.put("manager", `${path}/coaching/rhythm`, { everyWeeks: 1 }));
  expectOk(
    await t.put("manager", `${path}/coaching/note`, { words: "She asks well when she is not in a hurry." }),
  );
}

/** The team met over its week, and rehearsed taking a no. */
async function fillSalesMeeting(t: TestHouse): Promise<void> {
  const path = `/teams/${t.cast.teams.north}/sales-meeting`;
  expectOk(await t.patch("manager", `${path}?week=2026-11-16`, { skill: "take-a-no" }));
  expectOk(await t.put("manager", `${path}/held?week=2026-11-16`, {}));
}

/** Jonas praised Mia for an ask and proposed words of hers for everybody; one board is off. */
async function fillPraise(t: TestHouse, sourceId: string): Promise<void> {
  const { items } = (await t.get("colleague", `/praisable-facts?of=${sourceId}`)).body;
  const fact = (items as { factId: string; fact: { verb: string } }[]).find(
    (each) => each.fact.verb === "ask.made",
  );
  idIn(await t.post("colleague", "/praise", { factId: fact?.factId, words: "In the lift!" }), "/praise");
  const wording = {
    moment: "anytime",
    part: "request",
    language: "en",
    text: "Whom would you call?",
    memberId: t.cast.rep,
  };
  const wordingId = idIn(await t.post("rep", "/wordings", wording), "/wordings");
  const proposed = await t.post("colleague", "/best-practice-proposals", { wordingId, teamId: null });
  idIn(proposed, "/best-practice-proposals");
  expectOk(await t.put("leader", "/boards/tiers/off", {}));
}

/** What the company aims for, and Mia's goal of the month that comes, as it was proposed. */
async function fillGoals(t: TestHouse): Promise<string> {
  expectOk(await t.put("leader", "/goal-aims", { teamId: null, amount: 15 }));
  const goals = [{ memberId: t.cast.rep, amount: 4 }];
  return idIn(
    await t.post("manager", "/goal-proposals/acceptances", { goals }),
    "/goal-proposals/acceptances",
  );
}

/** Mia rehearsed with Jonas, in a scenario and by a rubric of the team's own; another was retired, and today she would rather not. */
async function fillPractice(t: TestHouse): Promise<void> {
  const rubric = {
    language: "en",
    name: "Asking on the stairs",
    points: ["whom", "why", "thanks"].map((act) => ({ act })),
  };
  const made = await t.post("manager", "/practice-rubrics", rubric);
  const key = idIn({ ...made, body: { id: made.body.key } }, "/practice-rubrics");
  const scenario = {
    language: "en",
    rubric: key,
    name: "On the stairs",
    who: "Ilse Brandt",
    situation: "One floor.",
    mood: "busy",
    opening: "Yes?",
  };
  const { body } = await t.post("rep", "/practice-scenarios", scenario);
  const kept = Object.fromEntries((made.body.points as { key: string }[]).map((each) => [each.key, true]));
  const said = {
    scenario: body.key,
    way: "live",
    seconds: 240,
    kept,
    note: "Slower.",
    askIds: [t.cast.colleague],
  };
  const session = idIn(await t.post("rep", "/practice-sessions", said), "/practice-sessions");
  idIn(await t.post("rep", "/practice-sessions", { ...said, day: "2026-10-14", askIds: [] }), "of October");
  expectOk(await t.put("colleague", `/practice-sessions/${session}/scores/mine`, { kept }));
  const sound = new TextEncoder().encode("not a word of Mia's is to be seen by a stranger");
  const take = { sessionId: session, scenarioName: "On the stairs", type: "audio/webm", seconds: 1 };
  const sharing = { ...take, bytes: sound.length, viewerIds: [t.cast.colleague] };
  const shared = idIn(await t.post("rep", "/practice-takes", sharing), "/practice-takes");
  expectOk(await t.as("rep", "PUT", `/practice-takes/${shared}/pieces?at=0`, sound));
  expectOk(await t.put("leader", "/practice-scenarios/no-policy/retired", {}));
  expectOk(await t.put("leader", "/practice-rule", { sessions: 2 }));
  expectOk(await t.put("rep", "/practice/put-off", {}));
  const endpoint = { url: "http://127.0.0.1:9/v1", model: "none", key: "sealed", isOn: false };
  expectOk(await t.put("leader", "/practice-endpoint", endpoint));
}

/** What comes first, what follows it, since when, and a mark of their own. */
async function fillPriority(t: TestHouse): Promise<void> {
  idIn(await t.post("leader", "/priority/statements", { words: "Introductions first." }), "/priority");
  const said = { ownerId: t.cast.manager, dueOn: "2026-12-01", evidence: null, link: null, alignedOn: null };
  expectOk(await t.put("leader", "/alignment/meetings", said));
  expectOk(await t.put("leader", "/roll-out", { startOn: "2026-11-02" }));
  expectOk(await t.put("leader", "/barriers/coached/mark", { mark: 50, why: "Every other week." }));
}

/** A SPIFF of October, in which Mia rehearsed once; its month is signed. */
async function fillSpiffs(t: TestHouse): Promise<void> {
  await t.test.database.write(t.cast.workspaceId, async (tx) => {
    const then = await actorOf(tx, t.cast.leader, new Date("2026-10-05T08:00:00Z"));
    const core = { measure: "practice-sessions", period: "month", currency: "EUR" } as const;
    const pay = { kind: "each", minor: 5_00 } as const;
    const none = { levels: null, untilDay: null, repCap: null, allCap: null, teamIds: [] };
    await openSpiff(tx, then, core, { name: "Rehearse", pay, roles: ["rep"], ...none });
  });
  await t.test.database.write(t.cast.workspaceId, async (tx) => {
    const later = await actorOf(tx, t.cast.leader, new Date("2026-11-03T08:00:00Z"));
    const { seen } = await statementsOf(tx, later, "2026-10-14");
    await signMonth(tx, later, "2026-10-14", seen ?? "");
  });
}

/** A letter that went to somebody who agreed to it, was answered, and came back from another address. */
async function fillLetters(t: TestHouse, personId: string): Promise<void> {
  const workspace = (await t.get("leader", "/workspace")).body;
  expectOk(await t.put("leader", "/workspace", { ...workspace, postalAddress: "Kai 1, 20457 Hamburg" }));
  expectOk(await t.as("leader", "PATCH", "/sending-hours", { perMinute: 60 }));
  idIn(
    await t.post("rep", `/people/${personId}/consents`, { how: "call", covers: "everything" }),
    "consents",
  );
  idIn(await t.post("rep", "/newsletters", { subject: "A draft" }), "/newsletters");
  await t.test.database.write(t.cast.workspaceId, async (tx) => {
    const leader = await actorOf(tx, t.cast.leader, t.now);
    await inviteToLetters(tx, leader, personId, { language: "en" });
    const { copies } = await sendAsTold(tx, leader, { subject: "November", text: "Hello" });
    for (const copy of copies) {
      await answerAsTold(tx, copy, { subject: "Re: November", text: "Nice.", keeps: true }, t.now);
      await noteBounce(tx, { ...copy, key: `no ${copy.key}` }, { bounce: "hard", says: "5.1.1", at: t.now });
    }
  });
}

/** Mail of Mia's to Jale, copied to her own address; its words are kept. */
async function fillMail(t: TestHouse): Promise<void> {
  const { address } = (await t.post("rep", "/mail-address", {})).body;
  expectOk(await t.put("rep", "/mail-address/words", { keeps: true }));
  const head = [
    "From: mia@nordlicht.example",
    "To: jale.merz@hafen.example",
    "Message-ID: <one@nordlicht.example>",
  ];
  const taken = await t.takeMail([...head, "Subject: Shifts", "", "Dear Jale"].join("\r\n"), [address]);
  if (!taken) throw new Error("Mia's mail was not taken");
}

/** A calendar in which Mia met Jale. */
const MINE = [
  "BEGIN:VCALENDAR",
  "BEGIN:VEVENT",
  "UID:lunch",
  "DTSTART:20261103T110000Z",
  "DURATION:PT1H",
  "ATTENDEE:mailto:jale.merz@hafen.example",
  "END:VEVENT",
  "END:VCALENDAR",
].join("\r\n");

function idIn(answer: Answer, path: string): string {
  if (answer.status !== 201)
    throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}

function expectOk(answer: Answer): void {
  if (answer.status >= 300) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}
