import { z } from "#lib/http/api.ts";

const exchange = z.object({ given: z.int(), received: z.int() });
const spans = z.object({ ever: exchange, year: exchange.describe("The last 365 days") });

export const balanceView = z
  .object({
    of: z.object({
      kind: z.enum(["person", "account", "member"]),
      id: z.uuid(),
      name: z.string().nullable(),
    }),
    mine: spans.describe("What the caller gave and received; of a member, what they did"),
    all: spans.describe("What all of us did"),
  })
  .openapi("Balance");
export type BalanceView = z.infer<typeof balanceView>;

export const introductionWish = z
  .object({
    personId: z.uuid(),
    askFirst: z.boolean().describe("They want to be asked before they are introduced to anybody"),
  })
  .openapi("IntroductionWish");
export type IntroductionWishView = z.infer<typeof introductionWish>;
