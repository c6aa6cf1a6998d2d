import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { WHY_FIXED } from "./pairing.ts";
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
    standing: z.array(
      partnershipView.extend({
        fixed: z
          .enum(WHY_FIXED)
          .nullable()
          .describe("Why pairing leaves them as they are: of several teams, or chosen by themselves"),
      }),
    ),
    before: groups.describe("Of the quarter before"),
    proposed: groups,
  })
  .openapi("Pairing");
export type PairingView = z.infer<typeof pairingView>;

export const wantedPairs = z.object({
  day: day.optional().describe("Any day of the quarter; today's when it is not said"),
  groups: groups.max(500).describe("Those that change; pairs that are not named stay"),
  apart: z.array(z.uuid()).max(500).default([]).describe("Partnerships to end without others in their place"),
});

export const pairedView = z.object({
  made: z.array(z.uuid()),
  ended: z.array(z.uuid()).describe("Of partnerships; for the undo of it"),
});
export type PairedView = z.infer<typeof pairedView>;

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
    standing: standing.map((row) => ({ ...partnershipOf(row), fixed: row.fixed })),
    before: before.map((group) => [...group]),
    proposed: proposed.map((group) => [...group]),
  };
}
