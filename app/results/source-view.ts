import { z } from "#lib/http/api.ts";
import { day, money } from "#lib/http/shapes.ts";
import { stretchView, whoseView } from "./results-view.ts";

export const sourceDeals = z
  .enum(["begun", "credited"])
  .describe("begun: that begin with the source; credited: all in whose chain they stand");
export type SourceDeals = z.infer<typeof sourceDeals>;

const amounts = z.array(money).describe("A sum a currency; they are never added up");

const numbers = {
  sourceId: z.uuid(),
  name: z.string(),
  accountName: z.string().nullable(),
  people: z.int().describe("Who grew from them down the chain, whenever and through whomever"),
  begun: amounts.describe("The full amount of won deals whose chain begins with them"),
  credited: amounts.describe("What the rule credits them with, of every deal in whose chain they stand"),
};

const source = z
  .object({ ...numbers, deals: z.int().describe("Won deals whose chain begins with them") })
  .openapi("Source");
export type SourceView = z.infer<typeof source>;

export const sourcesView = z
  .object({
    whose: whoseView,
    stretch: stretchView,
    sources: z.int().describe("On all pages"),
    deals: z.int().describe("Won deals that begin with one of them"),
    byReferral: z.int().describe("All deals won by referral; of the rest nobody is known to have begun them"),
    behind: z.boolean().describe("Deals that were brought in since last night are not all in these numbers"),
    items: z.array(source),
    nextCursor: z.string().nullable(),
  })
  .openapi("Sources");
export type SourcesView = z.infer<typeof sourcesView>;

const deal = z
  .object({
    dealId: z.uuid(),
    dealName: z.string(),
    accountName: z.string(),
    memberName: z.string(),
    day: day.describe("On which it was won"),
    amount: money.nullable(),
    credited: money.nullable(),
    begun: z.boolean().describe("Its chain begins with them"),
    sources: z.int().describe("How many sources its chain has"),
  })
  .openapi("SourceDeal");
export type SourceDealView = z.infer<typeof deal>;

export const sourceOpenedView = z
  .object({
    whose: whoseView,
    stretch: stretchView,
    source: z.object(numbers),
    items: z.array(deal),
    nextCursor: z.string().nullable(),
  })
  .openapi("SourceOpened");
export type SourceOpenedView = z.infer<typeof sourceOpenedView>;
