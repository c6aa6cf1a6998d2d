import { z } from "#lib/http/api.ts";
import { day, pageOf, rate } from "#lib/http/shapes.ts";
import { COUNTED } from "#commitments/promise.ts";
import { period } from "#scorecard/scorecard-view.ts";
import { found, teamName } from "./barrier-view.ts";
import { CHANGES } from "./barrier.ts";

const count = z.int();
export const leadingView = z
  .object({
    team: teamName.nullable().describe("Null: the company"),
    teams: z.array(teamName).describe("That you may look at"),
    mayCompany: z.boolean(),
    month: period,
    introductions: z.object({
      count,
      fromClients: count.describe("Of them, those whose source worked at a client on that day"),
      towardsGoal: count.describe("Of those, the reps': what the goal is measured by"),
      goal: z.number().nullable().describe("Introductions from clients: the sum of the reps' goals"),
      asked: count.describe("People asked in the same month"),
      before: count.describe("Introductions in the month before"),
      beforeMonth: period,
    }),
    coached: z.object({
      talks: count,
      reps: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          talks: z.array(
            z.object({
              id: z.uuid(),
              day,
              coachName: z.string().nullable(),
              skill: z.string().nullable(),
              number: z.object({ measure: z.enum(COUNTED), count }).nullable(),
            }),
          ),
        }),
      ),
    }),
    meetings: found.extend({ rate, before: found, change: z.enum(CHANGES) }),
  })
  .openapi("Leading");
export type LeadingView = z.infer<typeof leadingView>;

export const heldMeetingView = z
  .object({
    id: z.uuid(),
    day,
    memberName: z.string(),
    personName: z.string(),
    accountName: z.string().nullable(),
    sourceName: z.string().nullable().describe("Who introduced; null: it came in another way"),
  })
  .openapi("HeldMeeting");
export type HeldMeetingView = z.infer<typeof heldMeetingView>;
export const heldMeetingsView = pageOf(heldMeetingView);
