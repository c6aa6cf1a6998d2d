import type { Actor } from "#lib/kernel/actor.ts";
import { settleDuties, type SaidOfDuties } from "#loops/duty-actions.ts";
import { isOwed, type DutyKind } from "#loops/duty.ts";
import { giveGift } from "#loops/gift-actions.ts";
import { noteGiftBan } from "#loops/gift-ban-actions.ts";
import { decideGift } from "#loops/gift-decision-actions.ts";
import { dutiesWhere } from "#loops/owed-actions.ts";
import { addDays, dayIn, instantOf } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { Problem } from "#lib/kernel/problem.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import { planOnce, takeStock } from "#lib/storage/stock.ts";
import { addAccount } from "#accounts/account-actions.ts";
import { handOver } from "#accounts/handover-actions.ts";
import { drawIdealClient } from "#asks/ideal-client-actions.ts";
import { makeAsk } from "#asks/make-ask-actions.ts";
import { letPlanGo, planAsk } from "#asks/plan-actions.ts";
import { plantSeed } from "#asks/seed-actions.ts";
import { givePermit } from "#asks/permit-actions.ts";
import { noteReference } from "#asks/reference-actions.ts";
import { writeReason } from "#asks/reason-actions.ts";
import { chooseTarget } from "#asks/target-actions.ts";
import { openDeal, recordDealOutcome } from "#deals/deal-actions.ts";
import { giveReferral } from "#giving/give-actions.ts";
import { noteOutcomeOfGiven, noteThanked } from "#giving/given-word-actions.ts";
import { handIn, sayOnCard } from "#reviews/card-visit-actions.ts";
import { sendCard } from "#reviews/report-card-actions.ts";
import { sayTier } from "#touches/rhythm-actions.ts";
import { logTouch } from "#touches/touch-actions.ts";
import { noteNeed } from "#giving/need-actions.ts";
import { recordMeetingOutcome, scheduleMeeting } from "#meetings/meeting-actions.ts";
import { raiseIssue } from "#people/issue-actions.ts";
import { addPerson } from "#people/person-actions.ts";
import { takePosition } from "#people/position-actions.ts";
import { setPreference } from "#people/preference-actions.ts";
import { addNoGo, sayDoNotAsk } from "#people/stop-actions.ts";
import { sayRight, sayRole } from "#people/word-actions.ts";
import { changeLevel, changeState, receiveReferral } from "#referrals/referral-actions.ts";
import type { Level } from "#referrals/referral.ts";
import { actorOf } from "#team/door-actions.ts";
import { openWorkspace } from "#team/workspace-actions.ts";
import { slugOf } from "#team/workspace.ts";
import { findMemberByEmail, findWorkspaceId, insertMember, insertTeam } from "#team/workspace-store.ts";
import { sharePage, tellOnPage } from "#sharing/page-actions.ts";
import { pageLanguage } from "#sharing/languages/page-languages.ts";
import { sayOnPage } from "#sharing/visit-actions.ts";
import { getAsk } from "#asks/ask-actions.ts";
import { blurbOf } from "#asks/blurb.ts";
import { talkLanguage } from "#asks/wordings/talk-languages.ts";
import { CALENDAR } from "./calendar.ts";
import { tellReviews } from "./account-reviews.ts";
import { tellCredits } from "./credits.ts";
import { tellCosts } from "./costs.ts";
import { employeesOf } from "./head-counts.ts";
import { tellLetters } from "./letters.ts";
import { tellMail } from "./mail-in.ts";
import { tellOneOnOnes } from "./one-on-ones.ts";
import { tellPolls } from "./polls.ts";
import { tellPractice } from "./practice.ts";
import { tellPriority } from "./priority.ts";
import { tellPromises } from "./promises.ts";
import { tellRecognition } from "./recognition.ts";
import { tellSalesMeetings } from "./sales-meetings.ts";
import type { Scene } from "./scenes.ts";
import { shareOf } from "./share-of.ts";
import { tellSpiffs } from "./spiffs.ts";
import { makeStory } from "./story.ts";
import { wordsSaid } from "./words-said.ts";

export interface OpenedStory {
  workspaceId: string;
  slug: string;
  /** The leader of the story: through whose eyes a visitor looks around. */
  leaderId: string;
}

const ZONE = "Europe/Berlin";
const REPORT_EVERY = 100;
const STOCK_AFTER = new Set([60, 200, 600, 1_500, 4_000]);
const FILLED = [
  "account",
  "person",
  "person_key",
  "position",
  "ask",
  "ask_conversation",
  "wording_use",
  "referral",
  "referral_step",
  "meeting",
  "deal",
  "duty_done",
  "journal",
  "journal_concern",
  "tally",
];

/** Opens the demo workspace with its members and teams, and no story yet. Throws Problem conflict when there is one. */
export async function openStoryWorkspace(database: Database, now: Date): Promise<OpenedStory> {
  const story = makeStory(dayIn(now, ZONE));
  const joined = addDays(story.scenes[0]!.day, -7);
  const at = instantOf(joined, "09:00", ZONE);
  const leader = story.members.find((member) => member.role === "leader")!;
  const settings = {
    name: story.workspace,
    timeZone: ZONE,
    currency: "EUR",
    calendar: CALENDAR,
    defaultCountry: "DE",
  };
  const owner = { name: leader.name, email: addressOf(leader.name), userId: null };
  const { workspaceId, slug, ownerId } = await openWorkspace(
    database,
    { settings, owner, story: "demo" },
    at,
  );
  const teams = new Map(story.teams.map((team) => [team.key, newId(at)]));
  const members = new Map(
    story.members.map((member) => [member.key, member.key === leader.key ? ownerId : newId(at)]),
  );
  await database.write(workspaceId, async (tx) => {
    for (const team of story.teams) {
      await insertTeam(
        tx,
        { id: teams.get(team.key)!, name: team.name, managerId: members.get(team.manager)! },
        at,
      );
    }
    for (const { key, name, role, team } of story.members.filter((member) => member.key !== leader.key)) {
      const teamId = team === null ? null : teams.get(team)!;
      await insertMember(
        tx,
        { id: members.get(key)!, userId: null, name, email: addressOf(name), role, teamId },
        joined,
        at,
      );
    }
  });
  return { workspaceId, slug, leaderId: ownerId };
}

/** The demo workspace if there is one, told or still being told. */
export async function findDemo(database: Database): Promise<OpenedStory | null> {
  const { workspace, members } = makeStory("2026-01-01");
  const slug = slugOf(workspace);
  const workspaceId = await findWorkspaceId(database, slug);
  if (!workspaceId) return null;
  const leader = members.find((member) => member.role === "leader")!;
  const member = await database.read(workspaceId, (tx) => findMemberByEmail(tx, addressOf(leader.name)));
  return member ? { workspaceId, slug, leaderId: member.id } : null;
}

/**
 * Lives the story in its workspace through the rooms' own actions, each on its day, so that every number comes about as it
 * would for a team. One transaction: the story is told whole or not at all.
 */
export async function tellStory(
  tx: Tx,
  now: Date,
  report: (done: number, total: number) => Promise<void> | void = () => {},
): Promise<void> {
  const { scenes, members } = makeStory(dayIn(now, ZONE));
  const players = new Map<string, Player>();
  for (const { key, name } of members) {
    const member = await findMemberByEmail(tx, addressOf(name));
    if (!member) throw new Problem("conflict", "this is not the workspace of the demo story");
    players.set(key, await actorOf(tx, member.id, now));
  }
  const tell = createTeller(players);
  await planOnce(tx);
  for (const [done, scene] of scenes.entries()) {
    if (done % REPORT_EVERY === 0) await report(done, scenes.length);
    if (STOCK_AFTER.has(done)) await takeStock(tx, FILLED);
    await tell(tx, scene, now);
  }
  const leader = players.get(members.find(({ role }) => role === "leader")!.key)!;
  await tellLetters(tx, lastWeek(leader), addDays(leader.today, -LETTER_DAYS_AGO));
  await tellMail(tx, leader);
  await tellReviews(tx, [
    leader,
    ...[...players.values()].filter(({ member }) => member.role === "rep").slice(0, 2),
  ]);
  const those = (role: Actor["member"]["role"]) =>
    [...players.values()].filter(({ member }) => member.role === role);
  await tellPractice(tx, leader, [...those("rep"), ...those("manager")]);
  await tellPromises(tx, { leader, managers: those("manager"), reps: those("rep") });
  await tellPriority(tx, { leader, managers: those("manager") });
  await tellPolls(tx, leader, { asked: [...those("rep"), ...those("manager")] });
  await tellRecognition(tx, { managers: those("manager"), reps: those("rep") });
  await tellSalesMeetings(tx, those("manager"));
  await tellOneOnOnes(tx, { leader, managers: those("manager"), reps: those("rep") });
  await tellSpiffs(tx, { leader, reps: those("rep") });
  await tellCosts(tx, { leader, reps: those("rep") });
  await tellCredits(tx, { leader, managers: those("manager"), reps: those("rep") });
  await report(scenes.length, scenes.length);
}

const LETTER_DAYS_AGO = 6;

function lastWeek(player: Player): Player {
  const today = addDays(player.today, -LETTER_DAYS_AGO);
  return { ...player, today, now: instantOf(today, "09:30", ZONE) };
}

/** A member of the story; the scene says on which day they act. */
type Player = Actor;

/** Carries out scenes and remembers which id each key of the story got. */
function createTeller(players: ReadonlyMap<string, Player>) {
  const ids = new Map<string, string>();
  const id = (key: string) => ids.get(key)!;
  const maybe = (key: string | null) => (key === null ? null : id(key));
  return async (tx: Tx, scene: Scene, now: Date): Promise<void> => {
    const morning = instantOf(scene.day, timeOf(scene), ZONE);
    const actor = { ...players.get(scene.by)!, now: morning < now ? morning : now, today: scene.day };
    const made = await carryOut(tx, actor, scene, id, maybe, (key) => players.get(key)!.member.id);
    if ("key" in scene && made) ids.set(scene.key, made);
  };
}

/** Everything happens at half past nine, but answers: most within two hours more, some in the afternoon; and then a meeting is arranged. */
function timeOf(scene: Scene): string {
  if (scene.what === "meeting") return "17:15";
  if (scene.what !== "respond") return "09:30";
  const minutes = 9 * 60 + 38 + Math.floor(400 * shareOf(`answer ${scene.referral}`) ** 3);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

async function carryOut(
  tx: Tx,
  actor: Actor,
  scene: Scene,
  id: (key: string) => string,
  maybe: (key: string | null) => string | null,
  memberOf: (key: string) => string,
): Promise<string | void> {
  switch (scene.what) {
    case "account": {
      const { name, kind, industry, city, domain } = scene;
      const facts = {
        name,
        kind,
        industry,
        employees: employeesOf(name),
        city,
        website: `https://www.${domain}`,
        phone: null,
        country: "DE",
        note: null,
      };
      const account = await addAccount(tx, actor, { ...facts, holderId: actor.member.id });
      return account.id;
    }
    case "person": {
      const { name, title, email, phone } = scene;
      const said = {
        fullName: name,
        title,
        accountId: id(scene.account),
        emails: [email],
        phones: [phone],
        holderId: actor.member.id,
      };
      return (await addPerson(tx, actor, said, { cameFrom: "demo", detail: "the demo story" })).id;
    }
    case "ask": {
      const { day, channel, moment, forWhom, outcome, untilDay, note } = scene;
      const wanted = {
        sourceId: id(scene.source),
        day,
        channel,
        moment,
        forWhom,
        note,
        outcome,
        untilDay,
        colleagueId: maybe(scene.colleague),
        happened: scene.happened ?? false,
        wordings: wordsSaid(scene),
      };
      return (await makeAsk(tx, actor, wanted)).ask.id;
    }
    case "permit": {
      const { to, reason } = scene;
      return void (await givePermit(tx, actor, id(scene.person), { memberId: memberOf(to), reason }));
    }
    case "reference":
      return void (await noteReference(tx, actor, id(scene.person), scene));
    case "handover": {
      const { day, to, note } = scene;
      return void (await handOver(tx, actor, id(scene.account), { day, toName: to, note }));
    }
    case "referral": {
      const { day, reason, howKnown, promised } = scene;
      const level = scene.level as Level;
      const wanted = {
        sourceId: id(scene.source),
        contactId: id(scene.contact),
        askId: maybe(scene.ask),
        level,
        day,
        reason,
        howKnown,
        promised,
      };
      return (await receiveReferral(tx, actor, wanted)).id;
    }
    case "raise":
      return void (await changeLevel(tx, actor, id(scene.referral), scene.level as Level, scene.day));
    case "respond":
      return void (await changeState(tx, actor, id(scene.referral), "responded", scene.day));
    case "meeting": {
      const { takesPlace, time, about } = scene;
      const wanted = {
        personId: id(scene.person),
        referralId: maybe(scene.referral),
        scheduledOn: scene.day,
        day: takesPlace,
        time,
        about,
      };
      return (await scheduleMeeting(tx, actor, wanted)).id;
    }
    case "meeting-outcome":
      return void (await recordMeetingOutcome(tx, actor, id(scene.meeting), {
        outcome: scene.outcome,
        day: scene.day,
      }));
    case "deal": {
      const amount = { minor: scene.amountMinor, currency: "EUR" };
      const { name, origin, day } = scene;
      const wanted = {
        name,
        accountId: id(scene.account),
        personId: id(scene.person),
        referralId: maybe(scene.referral),
        origin,
        amount,
        openedOn: day,
      };
      return (await openDeal(tx, actor, wanted)).id;
    }
    case "ideal-client":
      return void (await drawIdealClient(tx, actor, scene));
    case "reason":
      return (await writeReason(tx, actor, scene)).id;
    case "target": {
      const wanted = { personId: maybe(scene.person), accountId: maybe(scene.account), why: scene.why };
      return void (await chooseTarget(tx, actor, wanted));
    }
    case "stay": {
      const { title, from: fromDay, until: untilDay } = scene;
      const said = { accountId: id(scene.account), title, fromDay, untilDay };
      return void (await takePosition(tx, actor, id(scene.person), said));
    }
    case "deal-outcome": {
      const { outcome, day, lostReason } = scene;
      return void (await recordDealOutcome(tx, actor, id(scene.deal), { outcome, day, lostReason }));
    }
    case "right":
      return void (await sayRight(tx, actor, id(scene.person), scene));
    case "role":
      return void (await sayRole(tx, actor, id(scene.person), { role: scene.role, since: scene.day }));
    case "do-not-ask":
      return void (await sayDoNotAsk(tx, actor, id(scene.person), { ...scene, why: "said-stop" }));
    case "issue": {
      const account = { kind: "account", id: id(scene.account) } as const;
      return void (await raiseIssue(tx, actor, account, { what: scene.words, day: scene.day }));
    }
    case "no-go": {
      const { topic, words, day } = scene;
      return void (await addNoGo(tx, actor, id(scene.person), { topic, words, day }));
    }
    case "wish": {
      const { channel, mostPerQuarter, bestWeekday, note } = scene;
      const approverId = scene.mustAgree ? actor.member.id : null;
      const wishes = { channel, mostPerQuarter, bestWeekday, note, approverId };
      return void (await setPreference(tx, actor, id(scene.person), wishes));
    }
    case "plan": {
      const { moment, whyNow, topics, expects } = scene;
      const reasonId = scene.reason === undefined ? null : id(scene.reason);
      const wanted = { personId: id(scene.person), moment, whyNow, topics, expects, reasonId };
      return (await planAsk(tx, actor, wanted)).plan.id;
    }
    case "plan-let-go":
      return void (await letPlanGo(tx, actor, id(scene.plan), scene.why));
    case "seed":
      return void (await plantSeed(tx, actor, { personId: id(scene.person), words: scene.words }));
    case "loop": {
      const { turn, how, day } = scene;
      const duties = await dutiesWhere(tx, actor, { referralIds: [id(scene.referral)] });
      const owed = duties.filter((duty) => TURNS[turn].includes(duty.kind) && isOwed(duty));
      const { gift } = scene;
      // A gift goes to whoever introduced; those up the chain hear in writing.
      const apart = owed.filter(({ kind }) => gift !== undefined && kind === "thank-chain");
      const own = owed.filter((duty) => !apart.includes(duty));
      const settle = (which: typeof owed, said: Pick<SaidOfDuties, "how" | "gift">) =>
        which.length > 0 && settleDuties(tx, actor, { duties: which.map((each) => each.id), day, ...said });
      await settle(own, { how, ...(gift && { gift: asSaid(gift) }) });
      return void (await settle(apart, { how: "note" }));
    }
    case "gift": {
      const { words, day, asked: ask } = scene;
      const wanted = { ...asSaid(scene.gift), personId: id(scene.person), words, day, ask };
      return (await giveGift(tx, actor, wanted)).gift.id;
    }
    case "gift-refused":
      return void (await decideGift(tx, actor, id(scene.gift), { decision: "refused", why: scene.why }));
    case "gift-ban":
      return void (await noteGiftBan(tx, actor, { kind: "account", id: id(scene.account) }, scene));
    case "source-page": {
      const { whom, told, rulesOut } = scene;
      const ask = await getAsk(tx, id(scene.ask));
      const names = { rep: actor.member.name, workspace: actor.workspace.name, source: ask.sourceName };
      const { draft } = pageLanguage("en");
      const facts = { to: null, account: ask.accountName, value: null, reason: null, idealClient: whom };
      const { text: blurb } = blurbOf(
        { ...facts, rep: names.rep, workspace: names.workspace },
        talkLanguage("en").blurb,
      );
      const asked = draft.asked({ whom, reason: null });
      const words = { language: "en", asked, whom, subject: draft.subject(names), blurb };
      const page = await sharePage(tx, actor, { askId: ask.id, ...words });
      const came = page.became.find(({ introducedOn }) => introducedOn !== null);
      if (told !== null && came) await tellOnPage(tx, actor, page.id, came.referralId, { tells: true, told });
      if (rulesOut !== null) await sayOnPage(tx, page.id, { answer: "not-them", words: rulesOut }, actor.now);
      return;
    }
    case "tier":
      return sayTier(tx, actor, id(scene.account), scene.tier);
    case "report-card": {
      const { id: card } = await sendCard(tx, actor, {
        personId: id(scene.person),
        occasion: "half-yearly",
        language: "en",
      });
      const { said } = scene;
      if (said === null) return undefined;
      const { score, why, introduce } = said;
      const say = (questionId: string, number: number | null, words: string | null) =>
        sayOnCard(tx, card, { questionId, score: number, choice: null, words }, actor.now);
      await say("recommend", score, why);
      await say("promised", Math.min(5, Math.ceil(score / 2)), null);
      if (introduce !== null) await say("introduce", null, introduce);
      return void (await handIn(tx, card, actor.now));
    }
    case "touch": {
      const { kind, words, day } = scene;
      return void (await logTouch(tx, actor, { personId: id(scene.person), kind, words, day }));
    }
    case "need": {
      const { kind: what, line, day } = scene;
      return void (await noteNeed(tx, actor, { what, personId: id(scene.person), line, day }));
    }
    case "give": {
      const { kind, why, day, outside, does } = scene;
      const whom = outside === null ? { whomId: maybe(scene.whom) } : { whom: { name: outside, does } };
      const wanted = { toId: id(scene.to), ...whom, kind, why, level: scene.level as Level, day };
      return (await giveReferral(tx, actor, wanted)).id;
    }
    case "given-outcome":
      return void (await noteOutcomeOfGiven(tx, actor, id(scene.given), scene));
    case "given-thanks":
      return void (await noteThanked(tx, actor, id(scene.given), { ...scene, how: "call" }));
  }
}

function asSaid({ what, minor }: { what: string; minor: number }) {
  return { what, value: { minor, currency: "EUR" } };
}

/** What is owed at each turn of the story. */
const TURNS: Readonly<Record<"arrival" | "later" | "close", readonly DutyKind[]>> = {
  arrival: ["thank"],
  later: ["report"],
  close: ["report-close", "thank-close", "thank-chain"],
};

function addressOf(name: string): string {
  return `${name.split(" ")[0]!.toLowerCase()}@lichtwerk.example`;
}
