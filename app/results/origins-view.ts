import { z } from "#lib/http/api.ts";
import { day, money, rate } from "#lib/http/shapes.ts";
import { REPORTED } from "./origin.ts";
import { asOf, stretchView, whoseView } from "./results-view.ts";

export const timeView = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("too-early"), n: z.int(), closed: z.int() }),
    z.object({
      kind: z.literal("median"),
      n: z.int(),
      closed: z.int(),
      value: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
    }),
  ])
  .describe(
    "Days until half are won or lost, with the 95 % interval (Kaplan-Meier): `n` deals, of which `closed`; open ones count for as long as they have been. Null: not reached yet",
  );

const early = z.object({ kind: z.literal("too-early"), n: z.int() });
const median = z.object({
  kind: z.literal("median"),
  n: z.int(),
  value: z.int(),
  low: z.int(),
  high: z.int(),
});
export const sizeView = z
  .discriminatedUnion("kind", [early, median])
  .describe("Median of the amounts in minor units, with a 95 % interval (bootstrap)");

const part = z.object({ count: z.int(), share: rate });
const amounts = z.array(money.extend({ share: z.number().nullable() }));
const currency = z.string();

const lineView = z.object({
  meetingsHeld: part,
  opened: part.describe("Deals opened in the weeks"),
  open: part.describe("Deals open at the end of the weeks"),
  openAmounts: amounts.describe("As the amounts stand today"),
  won: part,
  lost: z.int(),
  revenue: amounts,
  winRate: rate.describe("Of the deals that ended in the weeks"),
  timeToClose: timeView.describe("Of the deals opened in the weeks"),
  sizes: z.array(z.discriminatedUnion("kind", [early.extend({ currency }), median.extend({ currency })])),
});

export const originsView = z
  .object({
    whose: whoseView,
    stretch: stretchView,
    asOf,
    items: z.array(lineView.extend({ origin: z.enum(REPORTED) })),
    introductions: lineView,
    all: lineView,
  })
  .openapi("Origins");
export type OriginsView = z.infer<typeof originsView>;
export type OriginLineView = z.infer<typeof lineView>;

export const originFactView = z
  .object({
    id: z.uuid(),
    kind: z.enum(["meeting", "deal"]),
    day: day.describe("Held, opened, won or lost"),
    origin: z.enum(REPORTED),
    name: z.string().nullable().describe("The deal's name, or with whom the meeting was"),
    accountName: z.string().nullable(),
    memberName: z.string(),
    outcome: z.string(),
    amount: money.nullable(),
  })
  .openapi("OriginFact");
export type OriginFactView = z.infer<typeof originFactView>;
