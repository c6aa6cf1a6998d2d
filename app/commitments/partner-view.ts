import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import type { Pairing } from "./partner-actions.ts";
import type { PartnershipRow } from "./partner-store.ts";

export const partnershipView = z
  .object({
    id: z.uuid(),
    fromDay: day.describe("Of the quarter"),
    untilDay: day,
    byId: z.uuid().describe("Who chose or paired"),
    agreed: z.boolean().describe("false: it waits until the other says yes"),
    members: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .openapi("Partnership");
export type PartnershipView = z.infer<typeof partnershipView>;

const groups = z.array(z.array(z.uuid())).describe("Two, or three where one is left over");

export const pairingView = z
  .object({
    fromDay: day.describe("Of the quarter"),
    untilDay: day,
    reps: z.array(z.object({ id: z.uuid(), name: z.string(), teamName: z.string().nullable() })),
    standing: z.array(partnershipView),
    before: groups.describe("Of the quarter before"),
    proposed: groups,
  })
  .openapi("Pairing");
export type PairingView = z.infer<typeof pairingView>;

export const wantedPairs = z.object({
  day: day.optional().describe("Any day of the quarter; today's when it is not said"),
  groups: groups.max(500),
});

export function partnershipOf({
  id,
  fromDay,
  untilDay,
  byId,
  agreed,
  members,
}: PartnershipRow): PartnershipView {
  return {
    id,
    fromDay,
    untilDay,
    byId,
    agreed,
    members: members.map((member) => ({ id: member.id, name: member.name })),
  };
}

export function pairingViewOf({ quarter, reps, standing, before, proposed }: Pairing): PairingView {
  return {
    fromDay: quarter.start,
    untilDay: quarter.end,
    reps: reps.map(({ id, name, teamName }) => ({ id, name, teamName })),
    standing: standing.map(partnershipOf),
    before: before.map((group) => [...group]),
    proposed: proposed.map((group) => [...group]),
  };
}
