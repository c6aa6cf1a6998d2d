import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { WHY_APART } from "./apart.ts";
import type { Proposal } from "./meet-actions.ts";

const side = z.object({
  personId: z.uuid(),
  name: z.string(),
  title: z.string().nullable(),
  accountId: z.uuid().nullable(),
  accountName: z.string().nullable(),
  city: z.string().nullable(),
  email: z.string().nullable(),
  askFirst: z.boolean().describe("They want to be asked before they are introduced"),
});
export type ProposedSide = z.infer<typeof side>;

export const proposalView = z
  .object({
    to: side.describe("Who gets the introduction, whose need it meets"),
    whom: side,
    reasons: z.array(z.string()).min(1).max(3),
  })
  .openapi("Proposal");
export type ProposalView = z.infer<typeof proposalView>;

export const apartView = z
  .object({
    id: z.uuid(),
    oneId: z.uuid(),
    otherId: z.uuid(),
    why: z.enum(WHY_APART),
    words: z.string().nullable(),
    day,
    untilDay: day.nullable(),
    byId: z.uuid(),
    byName: z.string(),
    byTeamId: z.uuid().nullable(),
  })
  .openapi("KeptApart");
export type ApartView = z.infer<typeof apartView>;

export function proposalOf({ to, whom, reasons }: Proposal): ProposalView {
  return { to: sideOf(to), whom: sideOf(whom), reasons };
}

function sideOf({
  mine: _mine,
  industry: _industry,
  country: _country,
  ...rest
}: Proposal["to"]): ProposedSide {
  return rest;
}
