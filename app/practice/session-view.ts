import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { language } from "./practice-view.ts";
import { differences, MOST_SECONDS, WAYS } from "./session.ts";
import type { SeenSession } from "./session-actions.ts";

const kept = z.record(z.string().max(60), z.boolean()).describe("Yes or no for each point, by its key");

export const saidScore = z.object({ kept, note: z.string().nullable().optional() });

export const wantedSession = saidScore.extend({
  scenario: z.string().max(60).describe("Its key"),
  language: language.default("en"),
  way: z.enum(WAYS),
  day: day.optional(),
  seconds: z.int().min(0).max(MOST_SECONDS),
  askIds: z.array(z.uuid()).max(10).optional().describe("Colleagues who are asked to score it, too"),
  id: z
    .uuidv7()
    .optional()
    .describe("The id that it is to have, where a device ties takes to it before it is sent"),
  takeIds: z
    .array(z.uuid())
    .max(20)
    .optional()
    .describe("Takes of it that you share: whoever may see them is asked to score it, too"),
});

export const sessionView = z
  .object({
    id: z.uuid(),
    memberId: z.uuid(),
    memberName: z.string(),
    scenario: z.string(),
    scenarioName: z.string(),
    skill: z.string().describe("The key of its rubric"),
    points: z.array(z.object({ key: z.string(), act: z.string(), why: z.string() })),
    language,
    way: z.enum(WAYS),
    day,
    seconds: z.int(),
    scores: z
      .array(
        z.object({
          id: z.uuid(),
          scorerId: z.uuid().nullable().describe("Null: somebody who is no member"),
          scorerName: z.string().nullable(),
          guest: z.string().nullable(),
          kept,
          note: z.string().nullable(),
        }),
      )
      .describe("Empty until you have scored it"),
    differences: z.array(z.string()).describe("The points on which those who scored do not agree"),
    waitsFor: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .openapi("PracticeSession");
export type SessionView = z.infer<typeof sessionView>;

export function sessionOf({ session, scores, waitsFor }: SeenSession): SessionView {
  const { at: _at, ...rest } = session;
  return {
    ...rest,
    scores: scores.map(({ id, scorerId, scorerName, guest, kept: said, note }) => ({
      id,
      scorerId,
      scorerName,
      guest,
      kept: said ?? {},
      note,
    })),
    differences: differences(session.points, scores),
    waitsFor,
  };
}
