import { z } from "#lib/http/api.ts";
import { day, dayAsked, money } from "#lib/http/shapes.ts";
import { dayIn, type Day } from "#lib/kernel/days.ts";
import { periodOf } from "#lib/kernel/fiscal.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { fact } from "#scorecard/scorecard-view.ts";
import type { MemberLooks } from "./spiff-look-actions.ts";
import { MONTH_STATES } from "./spiff-month.ts";
import { ENTRY_KINDS, totalsOf } from "./spiff-pay.ts";
import type { Month, MonthStatements, Statement } from "./spiff-statement-actions.ts";
import type { SpiffRow, VersionRow } from "./spiff-store.ts";
import { writtenOf } from "./spiff-written.ts";
import { HOLDS_FROM, LONGEST_NAME, SPIFF_MEASURES, SPIFF_PERIODS, SPIFF_ROLES, versionFor } from "./spiff.ts";

const amount = z.int().min(1);
const pay = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("each"), minor: amount }),
  z.object({
    kind: z.literal("steps"),
    steps: z
      .array(z.object({ at: z.int().min(1), minor: amount }))
      .min(1)
      .max(10)
      .describe("Each comes on top of those before"),
  }),
]);

const version = z
  .object({
    id: z.uuid(),
    number: z.int(),
    name: z.string(),
    levels: z.array(z.int()).nullable().describe("Of introductions, those that count; null: all"),
    holdsFrom: day.describe("The first day of the first period that it holds for"),
    fromDay: day,
    untilDay: day.nullable(),
    pay,
    repCap: z.int().nullable().describe("Minor units, for one rep and period"),
    allCap: z
      .int()
      .nullable()
      .describe("For everybody together and period; above it each keeps the same share"),
    roles: z.array(z.enum(SPIFF_ROLES)),
    teamIds: z.array(z.uuid()).describe("None: every team"),
    byName: z.string(),
    at: z.iso.datetime(),
  })
  .openapi("SpiffVersion");
export type VersionView = z.infer<typeof version>;

export const SPIFF_STATES = ["coming", "running", "over"] as const;

export const spiffView = z
  .object({
    id: z.uuid(),
    measure: z.enum(SPIFF_MEASURES),
    period: z.enum(SPIFF_PERIODS),
    currency: z.string(),
    state: z.enum(SPIFF_STATES),
    now: version.describe("What holds in the period that runs, or the first to come"),
    next: version.nullable().describe("What holds from a later period on"),
    versions: z.array(version).describe("All that stand, the latest first"),
  })
  .openapi("Spiff");
export type SpiffView = z.infer<typeof spiffView>;

export const spiffsView = z.object({ items: z.array(spiffView), nextCursor: z.null() });

const terms = {
  name: z.string().max(4 * LONGEST_NAME),
  levels: z.array(z.int()).max(10).nullish(),
  fromDay: dayAsked.optional().describe("Today, where it is not said"),
  untilDay: dayAsked.nullish(),
  pay,
  repCap: z.int().nullish(),
  allCap: z.int().nullish(),
  roles: z
    .array(z.string().max(20))
    .max(10)
    .default(["rep"])
    .describe("rep, manager; never a source: a SPIFF is no bounty"),
  teamIds: z.array(z.uuid()).max(500).default([]),
};

export const newSpiff = z.object({
  measure: z.enum(SPIFF_MEASURES),
  period: z.enum(SPIFF_PERIODS),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "must be a three-letter code such as EUR")
    .optional(),
  ...terms,
});

export const changedSpiff = z.object({
  ...terms,
  holds: z.enum(HOLDS_FROM).default("next-period"),
});

const month = z.object({
  start: day,
  end: day,
  state: z
    .enum(MONTH_STATES)
    .describe("to-sign: it is over and comes next. waits: an earlier month is signed first"),
  signed: z
    .object({
      byName: z.string(),
      at: z.iso.datetime(),
      hash: z.string().describe("SHA-256 of what was signed"),
      mayTakeBack: z.boolean(),
    })
    .nullable(),
});

export const monthView = month.openapi("SpiffMonth");
export type MonthView = z.infer<typeof monthView>;
export const monthsView = z.object({ items: z.array(monthView), nextCursor: z.null() });

const member = z.object({
  id: z.uuid(),
  name: z.string(),
  teamName: z.string().nullable(),
});

export const monthStatementsView = month
  .extend({
    statements: z.array(
      z.object({
        member,
        facts: z.int(),
        counted: z
          .array(z.object({ measure: z.enum(SPIFF_MEASURES), count: z.int() }))
          .describe("What the facts are"),
        own: z.array(money).describe("What was done in the month"),
        corrected: z.array(money).describe("What corrects months that were signed"),
        carried: z
          .array(money)
          .describe("What is put off to the next statement, or taken off for the one before"),
        totals: z.array(money).describe("What it comes to, by currency"),
      }),
    ),
    totals: z.array(money),
    seen: z.string().nullable().describe("Hand it back to sign what you have read"),
  })
  .openapi("SpiffStatements");
export type MonthStatementsView = z.infer<typeof monthStatementsView>;

const entry = z.object({
  kind: z.enum(ENTRY_KINDS),
  count: z.int().describe("-1: a fact that was taken back since"),
  minor: z.int(),
  step: z.int().nullable(),
  level: z.int().nullable(),
  fact: fact.nullable(),
  levelFrom: day
    .nullable()
    .describe("For which day the level was said anew; null: it is the one said at first"),
  writtenOn: day.nullable().describe("When it was written down, or the level that it is paid for"),
  takenBackOn: day.nullable().describe("Since, where the statement was signed before"),
});

export const statementView = month
  .extend({
    member,
    groups: z
      .array(
        z.object({
          corrects: z
            .object({ start: day, end: day })
            .nullable()
            .describe("The signed month that it corrects"),
          spiff: z
            .object({
              versionId: z.uuid(),
              number: z.int(),
              name: z.string(),
              measure: z.enum(SPIFF_MEASURES),
              period: z.enum(SPIFF_PERIODS),
              levels: z.array(z.int()).nullable(),
              pay,
              repCap: z.int().nullable(),
              allCap: z.int().nullable(),
            })
            .nullable()
            .describe("null: what is carried"),
          fromDay: day.nullable(),
          untilDay: day.nullable(),
          sum: money,
          entries: z.array(entry),
        }),
      )
      .describe("A group for each rule and period"),
    totals: z.array(money),
  })
  .openapi("SpiffStatement");
export type StatementView = z.infer<typeof statementView>;

const share = { high: z.int(), of: z.int() };
const changes = z.array(
  z.object({
    referralId: z.uuid(),
    contactName: z.string(),
    day: day.describe("For which it was said"),
    writtenOn: day,
    from: z.int(),
    to: z.int(),
    lowered: z.object({ day, to: z.int() }).nullable(),
  }),
);
const look = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("written-late"),
    late: z.int(),
    of: z.int(),
    longest: z.int().describe("Days"),
    usualDays: z.int().describe("Nine of ten are written down within so many days"),
    usual: z.object({ whose: z.enum(["own", "team", "nobody"]), n: z.int() }),
  }),
  z.object({
    kind: z.literal("higher-levels"),
    now: z.object(share),
    against: z.object({ whose: z.enum(["own", "team"]), ...share }),
    more: z.object({ low: z.number(), high: z.number() }).describe("The 95 % interval of the difference"),
  }),
  z.object({ kind: z.literal("raised-at-the-end"), changes }),
  z.object({ kind: z.literal("raised-back"), changes }),
  z.object({
    kind: z.literal("circle"),
    referralId: z.uuid(),
    sourceName: z.string(),
    contactName: z.string(),
    other: z.object({
      kind: z.enum(["back", "given", "round"]),
      id: z.uuid(),
      day,
      via: z
        .object({ referralId: z.uuid(), name: z.string() })
        .nullable()
        .describe("round: whom the contact introduced, and who introduced the source"),
    }),
  }),
  z.object({
    kind: z.literal("own-colleague"),
    referralId: z.uuid(),
    sourceName: z.string(),
    memberName: z.string(),
    by: z.enum(["address", "name"]),
  }),
]);
export type LookView = z.infer<typeof look>;

export const looksView = z
  .object({ items: z.array(z.object({ member, looks: z.array(look) })), nextCursor: z.null() })
  .openapi("SpiffLooks");
export type LooksView = z.infer<typeof looksView>;

export function looksViewOf(all: readonly MemberLooks[]): z.input<typeof looksView> {
  return {
    items: all.map(({ member: whose, looks }) => ({ member: memberOf(whose), looks })),
    nextCursor: null,
  };
}

export function spiffViewOf({ id, core, versions }: SpiffRow, actor: Actor): z.input<typeof spiffView> {
  const running = periodOf(actor.today, core.period, actor.workspace.calendar);
  const first = versions[0] as VersionRow;
  const now = versionFor(versions, running) ?? first;
  const last = versions.at(-1) as VersionRow;
  const over = last.untilDay !== null && last.untilDay < actor.today;
  return {
    id,
    ...core,
    state: over ? "over" : now.fromDay > actor.today ? "coming" : "running",
    now: versionView(now),
    next: last === now ? null : versionView(last),
    versions: versions.toReversed().map(versionView),
  };
}

function versionView({ byId: _byId, at, ...row }: VersionRow): z.input<typeof version> {
  const { levels, roles, teamIds, pay: paid } = row;
  return {
    ...row,
    levels: levels === null ? null : [...levels],
    roles: [...roles],
    teamIds: [...teamIds],
    pay: paid.kind === "each" ? paid : { kind: "steps", steps: [...paid.steps] },
    at: at.toISOString(),
  };
}

export function monthViewOf({ start, end, state, signed }: Month): z.input<typeof monthView> {
  return { start, end, state, signed: signed && { ...signed, at: signed.at.toISOString() } };
}

export function monthStatementsViewOf(of: MonthStatements): z.input<typeof monthStatementsView> {
  return {
    ...monthViewOf(of),
    statements: of.statements.map(({ member: whose, ...row }) => ({ member: memberOf(whose), ...row })),
    totals: of.totals,
    seen: of.seen,
  };
}

export function statementViewOf(statement: Statement, timeZone: string): z.input<typeof statementView> {
  const { entries, rules, lines, corrected } = statement;
  const keyOf = (each: (typeof entries)[number]) =>
    [each.correctsId, each.versionId, each.fromDay, each.currency].join(" ");
  const byGroup = [...Map.groupBy(entries, keyOf).values()].toSorted(
    (a, b) => placeOf(a[0]!) - placeOf(b[0]!),
  );
  const groups = byGroup.map((own) => {
    const first = own[0] as (typeof entries)[number];
    const rule = rules.find(({ id }) => id === first.versionId);
    return {
      corrects: first.correctsId === null ? null : (corrected.get(first.correctsId) ?? null),
      spiff: rule
        ? {
            versionId: rule.id,
            number: rule.number,
            name: rule.name,
            measure: rule.measure,
            period: rule.period,
            levels: rule.levels === null ? null : [...rule.levels],
            pay: rule.pay.kind === "each" ? rule.pay : { kind: "steps" as const, steps: [...rule.pay.steps] },
            repCap: rule.repCap,
            allCap: rule.allCap,
          }
        : null,
      fromDay: first.fromDay,
      untilDay: first.untilDay,
      sum: { minor: own.reduce((sum, { minor }) => sum + minor, 0), currency: first.currency },
      entries: own.map(({ kind, count, minor, step, level, lineId }) => {
        const line = lineId === null ? undefined : lines.get(lineId);
        const written = line && writtenOf(line, level, statement.signed?.at ?? null);
        return {
          kind,
          count,
          minor,
          step,
          level,
          fact: line?.fact ?? null,
          levelFrom: written?.levelFrom ?? null,
          writtenOn: dayOf(written?.at, timeZone),
          takenBackOn: dayOf(line?.takenBackAt, timeZone),
        };
      }),
    };
  });
  return {
    ...monthViewOf(statement),
    member: memberOf(statement.member),
    groups,
    totals: totalsOf(entries),
  };
}

/** What was done in the month, what corrects earlier ones, what is left over: in the order in which it comes about. */
function placeOf({ versionId, correctsId }: { versionId: string | null; correctsId: string | null }): number {
  return versionId === null ? 2 : correctsId === null ? 0 : 1;
}

function dayOf(at: Date | null | undefined, timeZone: string): Day | null {
  return at ? dayIn(at, timeZone) : null;
}

function memberOf({ id, name, teamName }: Statement["member"]): z.input<typeof member> {
  return { id, name, teamName };
}
