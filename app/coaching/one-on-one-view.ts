import { OUTCOMES } from "#asks/ask.ts";
import { WHY_NOT_ASKED } from "#asks/why-not.ts";
import { COUNTED, MOST_PROMISED } from "#commitments/promise.ts";
import { weekOfView, weekView } from "#commitments/week-view.ts";
import { z, type Identity } from "#lib/http/api.ts";
import { day, dayAsked, rate } from "#lib/http/shapes.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, dayIn } from "#lib/kernel/days.ts";
import { DUTY_KINDS } from "#loops/duty.ts";
import { practiceWeekView } from "#practice/practice-view.ts";
import { ROLES, type Rights } from "#team/member.ts";
import { KPIS } from "#team/measure.ts";
import { CAME_OF, cameOf, COMMITMENT_STATES } from "./carried.ts";
import type { DueMember, PersonLine, WhoWasCoached } from "./coaching-actions.ts";
import { HOLDINGS, SIDES, type Holding } from "./comfort.ts";
import { milestoneText } from "./milestone.ts";
import { MOST_EXPECTED, MOST_PEOPLE, MOST_WEEKS, seesWords, STANDINGS } from "./one-on-one.ts";
import type { LastTime, OneOnOnePage } from "./one-on-one-page-actions.ts";
import type { CoachedMember, MeantPerson } from "./one-on-one-reader.ts";
import type { OneOnOneRow } from "./one-on-one-store.ts";
import { THAN } from "./own-past.ts";
import { MATTERS } from "./what-matters.ts";

const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
const number = z
  .object({ measure: z.enum(COUNTED), count: z.int().min(1).max(MOST_PROMISED) })
  .describe("How many of what until they meet again");

const ahead = {
  words: z
    .string()
    .nullable()
    .optional()
    .describe("What the caller brings along; the other of the two reads it"),
  personIds: z.array(z.uuid()).max(MOST_PEOPLE).optional().describe("Whom the member will ask"),
  expects: z.int().min(0).max(MOST_EXPECTED).nullable().optional().describe("Introductions they expect"),
  topics: z.string().nullable().optional().describe("What they will talk about, in writing"),
  number: number.nullable().optional(),
  skill: key.nullable().optional().describe("The key of a rubric"),
  scenario: key.nullable().optional().describe("The key of a scenario, which brings its skill"),
  commitment: z.string().nullable().optional().describe("In one written line"),
};

const plannedOn = day.nullable().optional().describe("The day they agree on");
const { scenario: _scenario, ...begun } = ahead;
const startedFrom = z
  .object({
    ...begun,
    plannedOn,
    personIds: z
      .array(z.uuid())
      .max(2 * MOST_PEOPLE)
      .optional(),
  })
  .optional()
  .describe(
    "What stood there when you began: what somebody else wrote since stays, or is refused where you changed the same",
  );

export const wantedAhead = z.object({ ...ahead, plannedOn, startedFrom }).describe("What is not named stays");
export type WantedAhead = z.infer<typeof wantedAhead>;

export const wantedHeld = z
  .object({
    ...ahead,
    startedFrom,
    day: dayAsked.optional().describe("When they met; today when it is not said"),
    again: z.uuid().optional().describe("One that was taken back and was held after all, as it stood"),
  })
  .describe("What is not named is as it was prepared");
export type WantedHeld = z.infer<typeof wantedHeld>;

const due = z.object({
  standing: z
    .enum(STANDINGS)
    .describe("first: they never met; ahead: after this week; late: before this week"),
  on: day.nullable(),
  agreed: z.boolean().describe("They agreed on that day; otherwise the rhythm says so"),
});

const coachedMember = {
  id: z.uuid(),
  name: z.string(),
  role: z.enum(ROLES),
  teamId: z.uuid().nullable(),
  teamName: z.string().nullable(),
  coachId: z.uuid().nullable(),
  coachName: z.string().nullable(),
  everyWeeks: z.int(),
  lastOn: day.nullable(),
  memberPrepared: z.boolean(),
  coachPrepared: z.boolean(),
};

const dueMember = z.object({ ...coachedMember, due }).openapi("DueOneOnOne");
export type DueMemberView = z.infer<typeof dueMember>;

export const dueView = z
  .object({
    mine: dueMember.nullable().describe("Null: nobody coaches a leader"),
    people: z.array(dueMember).describe("Whom the caller coaches and who is due, the first due first"),
  })
  .openapi("OneOnOnesDue");
export type DueView = z.infer<typeof dueView>;

const personLineView = z
  .object({
    ...coachedMember,
    due,
    matters: z
      .object({ matter: z.enum(MATTERS), count: z.int(), of: z.int() })
      .describe("The one line that matters"),
    holds: z.enum(HOLDINGS),
    promises: z.object({ kept: z.int(), missed: z.int() }).describe("Of the last four whole weeks"),
  })
  .openapi("CoachedPerson");
export type PersonLineView = z.infer<typeof personLineView>;

export const peopleView = z
  .object({
    items: z.array(personLineView).describe("Who is due first; fifty at most"),
    of: z.int().describe("How many there are"),
    due: z.int().describe("How many of them are due"),
  })
  .openapi("CoachedPeople");
export type PeopleView = z.infer<typeof peopleView>;

export const coachedView = z
  .object({
    from: day,
    to: day,
    coached: z.int(),
    rate,
    teams: z.array(
      z.object({ id: z.uuid().nullable(), name: z.string().nullable(), coached: z.int(), of: z.int() }),
    ),
    items: z.array(
      z.object({
        oneOnOneId: z.uuid(),
        memberId: z.uuid(),
        memberName: z.string(),
        teamName: z.string().nullable(),
        coachId: z.uuid(),
        coachName: z.string(),
        day,
        skill: z.string().nullable(),
        number: number.nullable(),
      }),
    ),
    missing: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        teamName: z.string().nullable(),
        coachName: z.string().nullable(),
        lastOn: day.nullable(),
      }),
    ),
  })
  .openapi("WhoWasCoached");
export type CoachedView = z.infer<typeof coachedView>;

const meant = z
  .object({
    id: z.uuid(),
    name: z.string(),
    accountName: z.string().nullable(),
    came: z.enum(CAME_OF),
    askedOn: day.nullable(),
    outcome: z.enum(OUTCOMES).nullable(),
    plannedWeek: day.nullable(),
    letGo: z.boolean(),
    whyNot: z.enum(WHY_NOT_ASKED).nullable(),
  })
  .openapi("MeantPerson");
export type MeantView = z.infer<typeof meant>;

export const oneOnOneView = z
  .object({
    id: z.uuid(),
    memberId: z.uuid(),
    coachId: z.uuid(),
    coachName: z.string(),
    plannedOn: day.nullable(),
    memberWords: z.string().nullable(),
    coachWords: z.string().nullable(),
    expects: z.int().nullable(),
    topics: z.string().nullable(),
    number: number.nullable(),
    skill: z.string().nullable(),
    scenario: z.string().nullable(),
    commitment: z.string().nullable(),
    heldOn: day.nullable(),
    promised: z.boolean().describe("What was committed to stands in a week of the member's"),
    told: z.enum(["kept", "missed"]).nullable(),
  })
  .openapi("OneOnOne");
export type OneOnOneView = z.infer<typeof oneOnOneView>;

const kpi = z.object({
  kpi: z.enum(KPIS),
  thisWeek: z.int(),
  goalThisWeek: z.number().nullable(),
  recent: z.int().describe("In the last four whole weeks"),
  recentWeeks: z.int().describe("Of these, in how many they worked"),
  goalRecent: z.number().nullable(),
  average: z.number().nullable().describe("A week, over the thirteen weeks before, without those away"),
  weeks: z.int().describe("How many weeks the average is of"),
  than: z.enum(THAN).describe("Beside their own past, by the 95 % interval"),
  weekly: z.array(z.int()).describe("The whole weeks one by one, the oldest first"),
});
export type KpiView = z.infer<typeof kpi>;

export const coachingPageView = z
  .object({
    member: z.object(coachedMember),
    due,
    mayCoach: z.boolean(),
    stretch: z
      .object({ from: day, to: day, since: day })
      .describe("The last four whole weeks; and thirteen before"),
    kpis: z.array(kpi),
    milestones: z
      .array(z.object({ day, text: z.string() }))
      .describe("Of the last weeks: what to praise first"),
    promises: z.array(weekView).describe("The last four weeks and this one, the oldest first"),
    planned: z.int().describe("Whom they planned to ask in the last four whole weeks"),
    unasked: z.array(
      z.object({
        planId: z.uuid(),
        personId: z.uuid(),
        personName: z.string(),
        accountName: z.string().nullable(),
        week: day,
        whyNot: z.enum(WHY_NOT_ASKED).nullable(),
      }),
    ),
    holding: z.object({
      holds: z.enum(HOLDINGS),
      comfort: z.enum(SIDES).describe("leans: fewer than twenty, and most of them"),
      technique: z.enum(SIDES),
      plansNotMade: rate,
      asksWithout: rate,
      reasons: z.array(z.string()),
    }),
    practise: z
      .object({
        scenario: z.string(),
        scenarioName: z.string(),
        skill: z.string(),
        skillName: z.string(),
        why: z.string(),
      })
      .nullable()
      .describe("What to rehearse against it"),
    owed: z.object({
      late: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(DUTY_KINDS),
          referralId: z.uuid(),
          sourceName: z.string(),
          contactName: z.string(),
          closed: z.enum(["won", "lost"]).nullable(),
          metOn: day.nullable(),
          dueAt: z.iso.datetime(),
          due: day.describe("The day of it, where the workspace is"),
        }),
      ),
      open: z.int(),
      introduced: z.boolean().describe("Somebody was introduced to them at all, so that words could be owed"),
    }),
    practice: z.object({
      weeks: z.array(practiceWeekView),
      rusting: z.array(z.object({ skill: z.string(), name: z.string(), last: day, due: day })),
      never: z.array(z.object({ skill: z.string(), name: z.string() })),
    }),
    load: z.object({
      from: day,
      asks: z.int(),
      named: z.int(),
      acceptance: rate,
      sources: z.int(),
      against: z.int().describe("Asks against a rule that protects sources"),
      carrying: z
        .array(z.object({ id: z.uuid(), name: z.string(), asks: z.int(), byAll: z.int() }))
        .describe("The fewest who together bore half of these asks"),
    }),
    last: z
      .object({
        agreed: oneOnOneView,
        people: z.array(meant),
        introductions: z.int(),
        done: z.int().nullable(),
        rehearsed: z.int().nullable(),
        commitment: z.object({ state: z.enum(COMMITMENT_STATES), week: day.nullable() }).nullable(),
      })
      .nullable(),
    next: z.object({ prepared: oneOnOneView, people: z.array(meant) }).nullable(),
    note: z.string().nullable().describe("The caller's own, for nobody else; null: keys do not read it"),
    held: z.array(oneOnOneView).describe("The latest first"),
    skills: z.array(z.object({ key: z.string(), name: z.string() })),
    scenarios: z.array(z.object({ key: z.string(), name: z.string(), skill: z.string() })),
  })
  .openapi("CoachingPage");
export type CoachingPageView = z.infer<typeof coachingPageView>;

export const wantedRhythm = z.object({ everyWeeks: z.int().min(1).max(MOST_WEEKS) });
export const wantedNote = z.object({
  words: z.string().nullable().describe("Null or blank takes it away"),
  startedFrom: z
    .string()
    .nullable()
    .optional()
    .describe("What stood there when you began: refused where you changed it since by another way"),
});
export const wantedPromise = z.object({
  week: dayAsked.describe("Any day of this week or the next"),
  people: z.array(z.uuid()).max(MOST_PEOPLE).default([]).describe("Whom to promise to ask, too"),
});
export const promisedView = z
  .object({ stood: z.boolean().describe("It stood in that week already, and is tied to that line") })
  .openapi("CommitmentPromised");
export const wantedTold = z.object({ how: z.enum(["kept", "missed"]) });

export function memberOf(member: CoachedMember): z.infer<z.ZodObject<typeof coachedMember>> {
  const { id, name, role, teamId, teamName, coachId, coachName, everyWeeks, lastOn } = member;
  const { memberPrepared, coachPrepared } = member;
  return {
    id,
    name,
    role,
    teamId,
    teamName,
    coachId,
    coachName,
    everyWeeks,
    lastOn,
    memberPrepared,
    coachPrepared,
  };
}

export function dueMemberOf(member: DueMember): DueMemberView {
  return { ...memberOf(member), due: member.due };
}

export function personLineOf(person: PersonLine): PersonLineView {
  const { matters, holds, promises } = person;
  return { ...dueMemberOf(person), matters, holds, promises };
}

export function coachedOf(coached: WhoWasCoached): CoachedView {
  return {
    ...coached,
    missing: coached.missing.map(({ id, name, teamName, coachName, lastOn }) => ({
      id,
      name,
      teamName,
      coachName,
      lastOn,
    })),
  };
}

export function oneOnOneOf(row: OneOnOneRow, viewer: Rights): OneOnOneView {
  const { promiseIds, promisedMidWeek: _mid, day: _day, preparedWith: _with, ...rest } = row;
  const { memberWords, coachWords } = seesWords(viewer, row) ? row : { memberWords: null, coachWords: null };
  return { ...rest, memberWords, coachWords, promised: promiseIds.length > 0 };
}

/** `via`: what is private is read by whoever has signed in, and by no key of theirs. */
export function coachingPageOf(page: OneOnOnePage, actor: Actor, via: Identity["via"]): CoachingPageView {
  const { today } = actor;
  const { rubrics, scenarios } = page.library;
  const nameOf = (skill: string) => rubrics.find((rubric) => rubric.key === skill)?.name ?? skill;
  const { practise, promises } = page;
  const from = promises[0]?.week ?? today;
  const to = addDays(promises.at(-1)?.week ?? today, -1);
  return {
    member: memberOf(page.member),
    due: page.due,
    mayCoach: page.mayCoach,
    stretch: { from, to, since: addDays(from, -7 * 13) },
    kpis: page.kpis,
    milestones: page.milestones.map((each) => ({ day: each.day, text: milestoneText(each) })),
    promises: promises.map((week) => weekOfView(week)),
    planned: page.planned,
    unasked: page.unasked,
    holding: holdingOf(page.holding),
    practise: practise && {
      scenario: practise.scenario.key,
      scenarioName: practise.scenario.name,
      skill: practise.scenario.rubric,
      skillName: nameOf(practise.scenario.rubric),
      why: practise.why,
    },
    owed: {
      late: page.owed.late.map(({ id, kind, referralId, sourceName, contactName, closed, metOn, dueAt }) => ({
        id,
        kind,
        referralId,
        sourceName,
        contactName,
        closed,
        metOn,
        dueAt: dueAt.toISOString(),
        due: dayIn(dueAt, actor.workspace.timeZone),
      })),
      open: page.owed.open,
      introduced: page.owed.introduced,
    },
    practice: {
      weeks: page.practice.weeks,
      rusting: page.practice.rusting.map(({ skill, last, due: dueDay }) => ({
        skill,
        name: nameOf(skill),
        last,
        due: dueDay,
      })),
      never: page.practice.never.map((skill) => ({ skill, name: nameOf(skill) })),
    },
    load: {
      ...page.load,
      carrying: page.load.carrying.map(({ id, name, asks, byAll }) => ({ id, name, asks, byAll })),
    },
    last: page.last && lastOf(page.last, actor),
    next: page.next && { prepared: oneOnOneOf(page.next.row, actor), people: page.next.people.map(meantOf) },
    note: via === "session" ? page.note : null,
    held: page.held.map((row) => oneOnOneOf(row, actor)),
    skills: rubrics
      .filter(({ retiredOn }) => retiredOn === null)
      .map((each) => ({ key: each.key, name: each.name })),
    scenarios: scenarios.map((each) => ({ key: each.key, name: each.name, skill: each.rubric })),
  };
}

function holdingOf({ practise: _practise, ...holding }: Holding): CoachingPageView["holding"] {
  return holding;
}

function lastOf(last: LastTime, viewer: Rights) {
  const { row, people, introductions, done, rehearsed, commitment } = last;
  return {
    agreed: oneOnOneOf(row, viewer),
    people: people.map(meantOf),
    introductions,
    done,
    rehearsed,
    commitment,
  };
}

function meantOf(person: MeantPerson): MeantView {
  const { id, name, accountName, askedOn, outcome, plannedWeek, letGo, whyNot } = person;
  return { id, name, accountName, came: cameOf(person), askedOn, outcome, plannedWeek, letGo, whyNot };
}
