import { acceptanceOf, carryingHalf } from "#asks/load.ts";
import { weeksOf, type WeekNow } from "#commitments/week-reader-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { whenText } from "#lib/kernel/day-words.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Rate } from "#lib/kernel/rates.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { factsBehind, weeksFrom } from "#lib/storage/facts.ts";
import { dutiesWhere, type OwedDuty } from "#loops/owed-actions.ts";
import { practiceLibrary, type RubricHere, type ScenarioHere } from "#practice/library-actions.ts";
import type { PracticeLanguage } from "#practice/library/practice-languages.ts";
import { practisedBy } from "#practice/practice-reader.ts";
import { memberPractice, type WeekOfPractice } from "#practice/practice-week-actions.ts";
import { dueOf as dueSkills, rustOf, scenarioToRehearse, type Rust } from "#practice/rust.ts";
import { workCalendarsOf } from "#team/work-calendar-actions.ts";
import { commitmentState, type CommitmentState } from "./carried.ts";
import { NOTHING_ASKED, scenarioAgainst, whatHolds, type Holding } from "./comfort.ts";
import { askingFactsOf } from "./comfort-reader.ts";
import { kpisBeside, weeksLookedAt, type KpiBeside } from "./coached-weeks-actions.ts";
import type { Milestone } from "./milestone.ts";
import { milestonesOf } from "./milestone-actions.ts";
import { dueOf, mayCoach, type Due } from "./one-on-one.ts";
import { pairOf, seenMember } from "./one-on-one-actions.ts";
import {
  meantPeople,
  plannedAndIntroduced,
  rehearsedSince,
  sourcesBearing,
  unaskedPlans,
  type BorneBy,
  type CoachedMember,
  type MeantPerson,
  type UnaskedPlan,
} from "./one-on-one-reader.ts";
import { findNote, heldOneOnOnes, nextOneOnOne, type OneOnOneRow } from "./one-on-one-store.ts";

/** How far the calendars of both are looked at for the next day together. */
const CALENDAR_DAYS = 400;
/** More than anybody plans in four weeks. */
const MOST_PLANS = 200;
const MOST_HELD = 8;
const MOST_FACTS = 500;
/** How far back it is looked at how sources are asked: as in asks/load-view.ts. */
const LOAD_DAYS = 91;

/** What they agreed on last time, with what came of it since. */
export interface LastTime {
  row: OneOnOneRow;
  people: MeantPerson[];
  /** Introductions since, beside those they expected. */
  introductions: number;
  /** What was counted of the number since. */
  done: number | null;
  /** How often the skill was rehearsed since. */
  rehearsed: number | null;
  commitment: { state: CommitmentState; week: Day | null } | null;
}

export interface OneOnOnePage {
  member: CoachedMember;
  due: Due;
  mayCoach: boolean;
  kpis: KpiBeside[];
  /** Of the last weeks: what to praise first. */
  milestones: Milestone[];
  /** The last whole weeks and this one, the oldest first. */
  promises: WeekNow[];
  /** In the last whole weeks: how many were planned, and who of them was not asked. */
  planned: number;
  unasked: UnaskedPlan[];
  holding: Holding;
  practise: { scenario: ScenarioHere; why: string } | null;
  /** `introduced`: somebody was introduced to them at all, so that words could be owed. */
  owed: { late: OwedDuty[]; open: number; introduced: boolean };
  practice: { weeks: WeekOfPractice[]; rusting: Rust[]; never: string[] };
  load: {
    from: Day;
    asks: number;
    named: number;
    acceptance: Rate;
    sources: number;
    against: number;
    carrying: BorneBy[];
  };
  last: LastTime | null;
  next: { row: OneOnOneRow; people: MeantPerson[] } | null;
  note: string;
  held: OneOnOneRow[];
  library: { rubrics: RubricHere[]; scenarios: ScenarioHere[] };
}

/** All that a 1:1 is talked about over, of one member. Throws Problem not-found. */
export async function oneOnOnePage(
  tx: Tx,
  actor: Actor,
  memberId: string,
  language: PracticeLanguage,
): Promise<OneOnOnePage> {
  const member = await seenMember(tx, actor, memberId);
  const { today } = actor;
  const { firstDay } = actor.workspace.calendar;
  const { thisWeek, recent, before } = weeksLookedAt(actor);
  const since = before[0] as Day;
  const both = member.coachId === null ? [memberId] : [memberId, member.coachId];
  const calendars = await workCalendarsOf(tx, both, { from: since, to: addDays(today, CALENDAR_DAYS) });
  const calendarsOfBoth = both.flatMap((id) => calendars.get(id) ?? []);
  const kpis = (await kpisBeside(tx, actor, [member], calendars)).get(memberId) ?? [];
  const promises = await weeksOf(tx, actor, [memberId], { from: recent[0] as Day, to: thisWeek });
  const facts = (await askingFactsOf(tx, [memberId], today, firstDay)).get(memberId) ?? NOTHING_ASKED;
  const holding = whatHolds(facts);
  const { rubrics, scenarios } = await practiceLibrary(tx, language);
  const offered = scenarios.filter(({ retiredOn }) => retiredOn === null);
  const practised = await practisedBy(tx, memberId);
  const rusts = rustOf(practised, today);
  const skills = rubrics.filter(({ retiredOn }) => retiredOn === null).map(({ key }) => key);
  const rusting = dueSkills(skills, rusts, today).map(({ rust }) => rust);
  const duties = await dutiesWhere(tx, actor, { memberIds: [memberId], owing: true });
  const lately = { from: recent[0] as Day, today, firstDay };
  const { planned, introduced } = await plannedAndIntroduced(tx, memberId, lately);
  const sources = await sourcesBearing(tx, memberId, { from: addDays(today, 1 - LOAD_DAYS), to: today });
  const held = await heldOneOnOnes(tx, memberId, MOST_HELD);
  const pair = pairOf(actor, member);
  const next = pair && (await nextOneOnOne(tx, pair));
  const meant = await peopleOf(tx, actor, memberId, held[0] ?? null, next);
  return {
    member,
    due: dueOf(member, calendarsOfBoth, today, firstDay),
    mayCoach: mayCoach(actor, { memberId, teamId: member.teamId }),
    kpis,
    milestones: await milestonesOf(tx, actor, { memberIds: [memberId], from: recent[0] as Day, to: today }),
    promises,
    planned,
    unasked: await unaskedPlans(tx, memberId, lately, MOST_PLANS),
    holding,
    practise: proposed(holding, offered, practised) ?? rustiest(rusting[0], offered, practised, today),
    owed: {
      late: duties.filter(({ state }) => state === "late"),
      open: duties.filter(({ state }) => state === "open").length,
      introduced,
    },
    practice: {
      weeks: await memberPractice(tx, actor, memberId),
      rusting,
      never: skills.filter((skill) => !rusts.has(skill)),
    },
    load: loadOf(sources, addDays(today, 1 - LOAD_DAYS)),
    last: held[0] === undefined ? null : await lastTime(tx, actor, held[0], meant.get(held[0].id) ?? []),
    next: next && { row: next, people: meant.get(next.id) ?? [] },
    note: await findNote(tx, actor.member.id, memberId),
    held,
    library: { rubrics, scenarios: offered },
  };
}

function proposed(
  { practise }: Holding,
  offered: readonly ScenarioHere[],
  practised: readonly { scenario: string }[],
): OneOnOnePage["practise"] {
  if (practise === null) return null;
  const scenario = scenarioAgainst(practise, offered, practised);
  return scenario && { scenario, why: practise.why };
}

/** Where nothing holds asking back, or it is too early to say: what rusts most. */
function rustiest(
  rust: Rust | undefined,
  offered: readonly ScenarioHere[],
  practised: readonly { scenario: string }[],
  today: Day,
): OneOnOnePage["practise"] {
  if (rust === undefined) return null;
  const own = offered.filter(({ rubric }) => rubric === rust.skill);
  const scenario = scenarioToRehearse(own, practised);
  return (
    scenario && {
      scenario,
      why: `Of all skills it rusts most: last rehearsed ${whenText(rust.last, today)}.`,
    }
  );
}

async function peopleOf(
  tx: Tx,
  actor: Actor,
  memberId: string,
  last: OneOnOneRow | null,
  next: OneOnOneRow | null,
): Promise<Map<string, MeantPerson[]>> {
  const ids = [last, next].flatMap((row) => (row === null ? [] : [row.id]));
  return meantPeople(tx, ids, {
    memberId,
    since: last?.heldOn ?? next?.day ?? actor.today,
    today: actor.today,
    firstDay: actor.workspace.calendar.firstDay,
    isOwn: actor.member.id === memberId,
  });
}

async function lastTime(
  tx: Tx,
  actor: Actor,
  row: OneOnOneRow,
  people: readonly MeantPerson[],
): Promise<LastTime> {
  const since = row.heldOn ?? row.day;
  const counted = (measure: string) => countedSince(tx, actor, row.memberId, measure, since);
  return {
    row,
    people: [...people],
    introductions: await counted("referrals-received"),
    done: row.number === null ? null : await counted(row.number.measure),
    rehearsed:
      row.skill === null ? null : await rehearsedSince(tx, row.memberId, { skill: row.skill, since }),
    commitment: row.commitment === null ? null : await whatBecame(tx, actor, row),
  };
}

/** As the scorecard counts it: a person asked twice in a week is one, on the first day of the two. */
async function countedSince(
  tx: Tx,
  actor: Actor,
  memberId: string,
  measure: string,
  since: Day,
): Promise<number> {
  const weeks = weeksFrom(since, actor.today, actor.workspace.calendar.firstDay);
  const facts = await factsBehind(tx, { scope: { memberId }, measure, weeks }, undefined, MOST_FACTS);
  return facts.items.filter(({ day }) => day >= since).reduce((total, { count }) => total + count, 0);
}

async function whatBecame(
  tx: Tx,
  actor: Actor,
  row: OneOnOneRow,
): Promise<{ state: CommitmentState; week: Day | null }> {
  if (row.promisedMidWeek === null) return { state: commitmentState(null, row.told), week: null };
  const week = weekOf(row.promisedMidWeek, actor.workspace.calendar.firstDay);
  const [now] = await weeksOf(tx, actor, [row.memberId], { from: week, to: week });
  const line = now?.promises.find(
    ({ id, promised }) => promised.kind === "own" && row.promiseIds.includes(id),
  );
  return { state: commitmentState(line?.state, row.told), week };
}

function loadOf(sources: readonly BorneBy[], from: Day): OneOnOnePage["load"] {
  const asks = sources.reduce((sum, each) => sum + each.asks, 0);
  const named = sources.reduce((sum, each) => sum + each.named, 0);
  return {
    from,
    asks,
    named,
    acceptance: acceptanceOf({ named, asks }),
    sources: sources.length,
    against: sources.reduce((sum, each) => sum + each.against, 0),
    carrying: carryingHalf(sources),
  };
}
