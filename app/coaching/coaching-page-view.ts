import { OUTCOMES } from "#asks/ask.ts";
import { WHY_NOT_ASKED } from "#asks/why-not.ts";
import { weekOfView, weekView } from "#commitments/week-view.ts";
import { z, type Identity } from "#lib/http/api.ts";
import { day, rate } from "#lib/http/shapes.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, dayIn } from "#lib/kernel/days.ts";
import { DUTY_KINDS } from "#loops/duty.ts";
import { practiceWeekView } from "#practice/practice-view.ts";
import type { Rights } from "#team/member.ts";
import { KPIS } from "#team/measure.ts";
import { CAME_OF, cameOf, COMMITMENT_STATES } from "./carried.ts";
import { HOLDINGS, SIDES, type Holding } from "./comfort.ts";
import { milestoneText } from "./milestone.ts";
import type { LastTime, OneOnOnePage } from "./one-on-one-page-actions.ts";
import type { MeantPerson } from "./one-on-one-reader.ts";
import { THAN } from "./own-past.ts";
import { coachedMember, due, memberOf, oneOnOneOf, oneOnOneView } from "./one-on-one-view.ts";

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
