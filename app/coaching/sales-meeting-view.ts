import { CHANNELS } from "#people/channel.ts";
import { MOMENTS, OUTCOMES } from "#asks/ask.ts";
import { PROMISE_STATES } from "#commitments/promise.ts";
import { z } from "#lib/http/api.ts";
import { day, dayAsked, money, rate } from "#lib/http/shapes.ts";
import { rateOf } from "#lib/kernel/rates.ts";
import { language } from "#practice/practice-view.ts";
import { STATES } from "#referrals/referral.ts";
import { KPI_FIELDS } from "#scorecard/scorecard.ts";
import { KPIS } from "#team/measure.ts";
import { HOLDINGS } from "./comfort.ts";
import { THAN } from "./own-past.ts";
import { factViewOf, milestoneView, praiseView, praiseViewOf } from "./praise-view.ts";
import type { SalesMeetingPack } from "./sales-meeting-pack-actions.ts";
import { PARTS, type Part } from "./sales-meeting.ts";

const named = z.object({ id: z.uuid(), name: z.string() });

const minutes = z
  .object(Object.fromEntries(PARTS.map((part) => [part, z.int()])) as Record<Part, z.ZodInt>)
  .describe("Of each part; 0 leaves it out");

const promised = z.object({
  state: z.enum(PROMISE_STATES),
  text: z.string().nullable().describe("Null: in words of their own, which are theirs to say"),
});
const promisesOf = z.object({
  member: named,
  away: z.boolean(),
  lines: z.array(promised),
  kept: z.int(),
  of: z.int().describe("Without those that count as neither"),
});

const kpi = z.object({
  kpi: z.enum(KPIS),
  count: z.int(),
  goal: z.number().nullable(),
  before: z.int().nullable().describe("In the week before"),
  average: z.number().nullable().describe("A week, over the weeks before; null while the week runs"),
  than: z
    .enum(THAN)
    .describe("Beside the team's own past, by the 95 % interval; too early while the week runs"),
});
const rep = z.object({
  id: z.uuid(),
  name: z.string(),
  away: z.boolean(),
  counts: z.array(z.object({ kpi: z.enum(KPIS), count: z.int(), goal: z.number().nullable() })),
});

const ask = z
  .object({
    askId: z.uuid(),
    day,
    member: named,
    source: named,
    accountName: z.string().nullable(),
    channel: z.enum(CHANNELS),
    moment: z.enum(MOMENTS),
    outcome: z.enum(OUTCOMES).nullable(),
    forWhom: z.string().nullable(),
    targetName: z.string().nullable(),
    level: z.int().nullable().describe("The highest that it brought in the week"),
    notes: z.array(z.string()).describe("What the rep noted of it"),
    said: z.array(z.string()).describe("Wordings they said, the gaps filled as far as they are known"),
    brought: z.array(z.object({ contact: named.nullable(), level: z.int() })),
  })
  .openapi("AskToldInMeeting");
export type ToldAskView = z.infer<typeof ask>;

const drill = z.object({
  skill: z.string(),
  skillName: z.string(),
  points: z.array(z.object({ key: z.string(), act: z.string() })),
  scenario: z.object({
    key: z.string(),
    name: z.string(),
    who: z.string(),
    situation: z.string(),
    opening: z.string(),
    objections: z.array(z.string()),
  }),
  why: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("chosen") }),
    z.object({ kind: z.literal("holds"), holds: z.enum(HOLDINGS), says: z.string() }),
    z.object({ kind: z.literal("due"), of: z.int(), people: z.int() }),
    z.object({ kind: z.literal("never"), of: z.int(), people: z.int() }),
  ]),
  scenarios: z.array(
    z.object({ key: z.string(), name: z.string(), skill: z.string(), skillName: z.string() }),
  ),
});

export const salesMeetingView = z
  .object({
    team: named,
    week: day,
    to: day,
    ended: z.boolean(),
    mayArrange: z.boolean(),
    held: z.object({ on: day, by: named }).nullable(),
    minutes,
    chosen: z.object({
      bestAskId: z.uuid().nullable(),
      skill: z.string().nullable(),
      scenario: z.string().nullable(),
    }),
    parts: z.array(z.enum(PARTS)).describe("In the order in which they are told"),
    members: z.array(named),
    awayToday: z.array(named).describe("For whoever leads them"),
    promises: z.object({
      people: z.array(promisesOf).describe("With what was kept"),
      kept: z.int(),
      missed: z.int(),
      open: z.int(),
      rate: rate.nullable().describe("Of kept and missed; null: nothing was promised"),
    }),
    scoreboard: z.object({ kpis: z.array(kpi), weeksBefore: z.int(), reps: z.array(rep) }),
    bestAsk: ask.nullable(),
    asks: z.array(ask).describe("To choose from, for whoever leads the team"),
    introductions: z.array(
      z.object({
        referralId: z.uuid(),
        source: named.nullable(),
        contact: named.nullable(),
        accountName: z.string().nullable(),
        level: z.int(),
        member: named,
        asked: z.boolean(),
        day,
      }),
    ),
    loops: z.object({
      told: z.array(
        z.object({
          referralId: z.uuid(),
          member: named,
          source: named,
          contactName: z.string(),
          state: z.enum(STATES),
          day,
        }),
      ),
      thanked: z.int(),
      late: z.int().describe("Words to sources that are late today"),
    }),
    chain: z
      .object({
        referralId: z.uuid(),
        people: z.array(named),
        member: named,
        won: z.boolean(),
        level: z.int(),
        day,
      })
      .nullable(),
    wins: z.array(
      z.object({
        dealId: z.uuid(),
        name: z.string(),
        accountName: z.string().nullable(),
        member: named,
        money: money.nullable(),
        source: named.nullable(),
        day,
      }),
    ),
    recognition: z.object({ praise: z.array(praiseView), milestones: z.array(milestoneView) }),
    drill: drill.nullable(),
    next: z.object({ week: day, people: z.array(promisesOf) }),
  })
  .openapi("SalesMeeting");
export type SalesMeetingView = z.infer<typeof salesMeetingView>;
export type PromisesOfView = SalesMeetingView["promises"]["people"][number];

export const teamsToMeetView = z
  .object({ teams: z.array(named), week: day.describe("The last that is over") })
  .openapi("TeamsToMeet");
export type TeamsToMeetView = z.infer<typeof teamsToMeetView>;

export const ofWeek = z.object({
  week: dayAsked.optional().describe("Any day of the week; none: the last that is over"),
});
export const ofWeekIn = ofWeek.extend({ language: language.default("en") });

export const wantedArranged = z.object({
  bestAskId: z.uuid().nullable().optional(),
  skill: z.string().max(60).nullable().optional(),
  scenario: z.string().max(60).nullable().optional(),
  minutes: minutes.nullable().optional(),
});
export type WantedArranged = z.input<typeof wantedArranged>;

export const wantedHeldOn = z.object({ day: dayAsked.optional().describe("None: today") });

export function salesMeetingOf(pack: SalesMeetingPack, to: string): z.input<typeof salesMeetingView> {
  const { members, promises, scoreboard, loops, recognition, asks, next, wins, ...rest } = pack;
  const { kept, missed, open } = promises.tally;
  return {
    ...rest,
    to,
    members: members.map(({ id, name }) => ({ id, name })),
    promises: {
      people: promises.people.map(promisesOfView),
      kept,
      missed,
      open,
      rate: kept + missed === 0 ? null : rateOf(kept, kept + missed),
    },
    scoreboard: {
      weeksBefore: scoreboard.weeksBefore,
      kpis: scoreboard.kpis.map(({ past, ...each }) => ({ ...each, average: past.average, than: past.than })),
      reps: scoreboard.reps.map((each) => ({
        id: each.id,
        name: each.name,
        away: each.away,
        counts: KPIS.map((one) => ({
          kpi: one,
          count: each[KPI_FIELDS[one]].count,
          goal: each[KPI_FIELDS[one]].goal,
        })),
      })),
    },
    bestAsk: pack.bestAsk,
    asks: pack.mayArrange ? asks : [],
    loops: {
      thanked: loops.thanked,
      late: loops.late,
      told: loops.told.map(({ referralId, memberId, memberName, source, contactName, state, day: on }) => ({
        referralId,
        member: { id: memberId, name: memberName },
        source,
        contactName,
        state,
        day: on,
      })),
    },
    wins: wins.map(({ dealId, name, accountName, member, money: worth, source, day: on }) => ({
      dealId,
      name,
      accountName,
      member,
      money: worth,
      source,
      day: on,
    })),
    recognition: {
      praise: recognition.praise.map(({ fact, ...each }) => praiseViewOf(each, fact)),
      milestones: recognition.milestones.map(({ kind, day: on, weeks, memberId, name, fact }) => ({
        kind,
        day: on,
        weeks,
        member: { id: memberId, name },
        fact: factViewOf(fact),
      })),
    },
    drill: drillView(pack),
    next: { week: next.week, people: next.people.map(promisesOfView) },
  };
}

function promisesOfView({
  tally,
  ...rest
}: SalesMeetingPack["next"]["people"][number]): z.input<typeof promisesOf> {
  return { ...rest, kept: tally.kept, of: tally.kept + tally.missed + tally.open };
}

function drillView({ drill: found }: SalesMeetingPack): z.input<typeof drill> | null {
  if (found === null) return null;
  const { rubric, scenario, why, scenarios } = found;
  const { key, name, who, situation, opening, objections } = scenario;
  return {
    skill: rubric.key,
    skillName: rubric.name,
    points: rubric.points.map((point) => ({ key: point.key, act: point.act })),
    scenario: { key, name, who, situation, opening, objections: [...objections] },
    why,
    scenarios,
  };
}
