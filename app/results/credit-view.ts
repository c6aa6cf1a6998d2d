import { z } from "#lib/http/api.ts";
import { day, money } from "#lib/http/shapes.ts";
import { CREDIT_STATES, type DealCredit } from "./deal-credit-actions.ts";
import { VERDICTS } from "./credit-dispute.ts";
import type { CreditRule, Shape } from "./chain-credit.ts";
import type { CreditEntry } from "./credit-reader.ts";
import type { CreditRules } from "./credit-rule-actions.ts";
import { SHAPE_KINDS } from "./credit-rule.ts";
import type { DisputeRow } from "./dispute-reader.ts";

const kept = z
  .object({ part: z.int(), of: z.int() })
  .describe("What each before has of what the next one has");
const shape = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("first") }),
    z.object({ kind: z.literal("last") }),
    z.object({ kind: z.literal("split"), kept }),
  ])
  .describe("first: to whom it began with · last: to whoever introduced the buyer · split: to all of them");
export type ShapeView = z.infer<typeof shape>;

const rule = z.object({ version: z.int(), shape });

export const rulesView = z
  .object({
    now: rule,
    versions: z
      .array(
        rule.extend({
          set: z
            .object({ reason: z.string(), day, byName: z.string() })
            .nullable()
            .describe("null: it is the house's own, which holds until a leader sets another"),
        }),
      )
      .describe("The latest first"),
  })
  .openapi("CreditRules");
export type RulesView = z.infer<typeof rulesView>;

const saidShape = {
  kind: z.enum(SHAPE_KINDS),
  part: z.int().nullish().describe("Of a split: each before has so many …"),
  of: z.int().nullish().describe("… of so many parts of what the next one has"),
};
export const newRule = z.object({ ...saidShape, reason: z.string().max(10_000) });

const decision = z.object({
  id: z.uuid(),
  verdict: z.enum(VERDICTS),
  shape: shape.nullable(),
  reason: z.string(),
  day,
  byName: z.string(),
});

export const disputeView = z
  .object({
    id: z.uuid(),
    dealId: z.uuid(),
    dealName: z.string(),
    dealMemberName: z.string(),
    reason: z.string(),
    proposes: z.string().nullable(),
    day,
    byId: z.uuid(),
    byName: z.string(),
    decision: decision.nullable().describe("null: it is open"),
  })
  .openapi("CreditDispute");
export type DisputeView = z.infer<typeof disputeView>;

export const openDisputeView = disputeView
  .extend({ mayDecide: z.boolean().describe("Whether you decide it") })
  .openapi("OpenCreditDispute");
export type OpenDisputeView = z.infer<typeof openDisputeView>;

export const newDispute = z.object({
  reason: z.string().max(10_000),
  proposes: z.string().max(10_000).nullish().describe("How it should be, in one's own words"),
});

export const newDecision = z.object({
  verdict: z.enum(VERDICTS).describe("stands · shape: another shape of the rule · shares: said one by one"),
  shape: z.object(saidShape).optional(),
  shares: z
    .array(z.object({ personId: z.uuid(), minor: z.number() }))
    .max(100)
    .optional()
    .describe("With whom it began first; they add up to the deal exactly"),
  reason: z.string().max(10_000),
});

export const dealCreditView = z
  .object({
    dealId: z.uuid(),
    state: z.enum(CREDIT_STATES),
    amount: money.nullable(),
    credits: z
      .array(z.object({ sourceId: z.uuid(), name: z.string(), credited: money.nullable() }))
      .describe("The first source first"),
    rule: rule.nullable().describe("By which it is credited; null: by a decision"),
    disputes: z.array(
      disputeView.extend({
        holds: z.boolean().describe("It is credited as was decided, and not anew since"),
        mayDecide: z.boolean(),
        mayTakeBack: z.boolean(),
      }),
    ),
    mayRaise: z.boolean(),
    written: z.int().describe("So many lines of it were ever written: its credit entries"),
  })
  .openapi("DealCredit");
export type DealCreditView = z.infer<typeof dealCreditView>;

export const creditEntryView = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    why: z.enum(["won", "taken-back", "decided", "decision-taken-back"]),
    byName: z.string().nullable(),
    sourceName: z.string(),
    credited: money.nullable(),
    takesBack: z.boolean(),
  })
  .openapi("CreditEntry");
export type CreditEntryView = z.infer<typeof creditEntryView>;

export function rulesViewOf({ now, set }: CreditRules, house: CreditRule): z.input<typeof rulesView> {
  const versions = set.map(({ version, shape: own, reason, day: on, byName }) => ({
    version,
    shape: own,
    set: { reason, day: on, byName },
  }));
  return {
    now: { version: now.version, shape: now.shape },
    versions: [{ ...house, set: null }, ...versions].toReversed(),
  };
}

export function disputeViewOf(row: DisputeRow): z.input<typeof disputeView> {
  const { id, dealId, dealName, dealMemberName, reason, proposes, day: on, byId, byName } = row;
  return {
    id,
    dealId,
    dealName,
    dealMemberName,
    reason,
    proposes,
    day: on,
    byId,
    byName,
    decision: row.decision && decisionViewOf(row.decision),
  };
}

export function dealCreditViewOf(credit: DealCredit): z.input<typeof dealCreditView> {
  const { dealId, state, amount, credits, rule: by, mayRaise, written } = credit;
  return {
    dealId,
    state,
    amount,
    credits,
    mayRaise,
    written,
    rule: by && { version: by.version, shape: by.shape },
    disputes: credit.disputes.map((row) => ({
      ...disputeViewOf(row),
      holds: row.holds,
      mayDecide: row.mayDecide,
      mayTakeBack: row.mayTakeBack,
    })),
  };
}

export function creditEntryViewOf(entry: CreditEntry): z.input<typeof creditEntryView> {
  const { id, at, why, byName, sourceName, minor, currency, undoes } = entry;
  return {
    id,
    at: at.toISOString(),
    why,
    byName,
    sourceName,
    credited: currency === null ? null : { minor, currency },
    takesBack: undoes !== null,
  };
}

function decisionViewOf({
  id,
  verdict,
  kind,
  part,
  of,
  reason,
  day: on,
  byName,
}: NonNullable<DisputeRow["decision"]>): z.input<typeof decision> {
  const said: Shape | null =
    kind === null ? null : kind === "split" ? { kind, kept: { part: part ?? 0, of: of ?? 1 } } : { kind };
  return { id, verdict, shape: said, reason, day: on, byName };
}
