import { z } from "#lib/http/api.ts";
import { rate } from "#lib/http/shapes.ts";
import { MOMENTS } from "#asks/ask.ts";
import { PARTS, type Part } from "#asks/talk-part.ts";
import type { WhatWorks, WordsPractice } from "./best-practice-actions.ts";
import type { ProposalRow } from "./best-practice-store.ts";

const practice = z.object({
  key: z.string(),
  asks: z.int(),
  introductions: z.int().describe("Of those asks, the ones that brought an introduction"),
  rate,
  members: z.int().describe("By how many reps"),
  beside: z
    .object({ value: z.number(), low: z.number(), high: z.number(), others: z.int() })
    .nullable()
    .describe(
      "Beside the same reps' other asks, with its 95 % interval; null: too early, or nobody did both",
    ),
});

const words = practice.extend({
  part: z.enum(PARTS),
  text: z.string(),
  wordingId: z.uuid().nullable().describe("Null: one that every workspace begins with"),
  teamName: z.string().nullable(),
  memberName: z.string().nullable(),
  memberTeamId: z.uuid().nullable(),
  inLibrary: z.boolean().describe("A team's, or everybody's"),
  everybodys: z.boolean(),
});
export type WordsView = z.infer<typeof words>;
export type PracticeView = z.infer<typeof practice>;

export const whatWorksView = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    reps: z.int(),
    asks: z.int(),
    introductions: z.int(),
    moments: z.array(practice.extend({ moment: z.enum(MOMENTS) })),
    reasons: z.array(practice.extend({ sentence: z.string(), byName: z.string() })),
    wordings: z.array(words).nullable().describe("Null: they are too many people; ask for a team"),
  })
  .openapi("WhatWorks");
export type WhatWorksView = z.infer<typeof whatWorksView>;

export const proposalView = z
  .object({
    id: z.uuid(),
    wordingId: z.uuid(),
    text: z.string(),
    part: z.enum(PARTS),
    teamId: z.uuid().nullable().describe("Null: for everybody's library"),
    teamName: z.string().nullable(),
    why: z.string().nullable(),
    day: z.iso.date(),
    by: z.object({ id: z.uuid(), name: z.string() }),
    ownerName: z.string().nullable(),
    decision: z.enum(["accepted", "refused"]).nullable().describe("Null: it waits"),
    decidedOn: z.iso.date().nullable(),
    decidedBy: z.string().nullable(),
    decidedWhy: z.string().nullable(),
  })
  .openapi("ProposedWords");
export type ProposalView = z.infer<typeof proposalView>;

export const wantedProposal = z.object({
  wordingId: z.uuid(),
  teamId: z.uuid().nullable().describe("Null: for everybody's library"),
  why: z.string().nullable().default(null),
});
export const wantedDecision = z.object({
  accepts: z.boolean(),
  why: z.string().nullable().default(null).describe("Needed where it is refused"),
});

export function whatWorksOf(found: WhatWorks): z.input<typeof whatWorksView> {
  return {
    ...found,
    reasons: found.reasons.map(({ reason, ...rest }) => ({
      ...rest,
      sentence: reason.sentence,
      byName: reason.byName,
    })),
    wordings: found.wordings?.map(wordsOf) ?? null,
  };
}

function wordsOf({ wording, ...rest }: WordsPractice): z.input<typeof words> {
  return {
    ...rest,
    wordingId: wording?.id ?? null,
    teamName: wording?.teamName ?? null,
    memberName: wording?.memberName ?? null,
    memberTeamId: wording?.memberTeamId ?? null,
    everybodys: wording === null || (wording.teamId === null && wording.memberId === null),
  };
}

export function proposalOf(row: ProposalRow): z.input<typeof proposalView> {
  const { id, wordingId, text, teamId, teamName, why, day, by, ownerName } = row;
  const { decision, decidedOn, decidedBy, decidedWhy } = row;
  return {
    id,
    wordingId,
    text,
    part: row.part as Part,
    teamId,
    teamName,
    why,
    day,
    by,
    ownerName,
    decision,
    decidedOn,
    decidedBy,
    decidedWhy,
  };
}
