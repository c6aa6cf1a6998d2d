import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { ORIGINS } from "#referrals/origin.ts";
import { MEETING_OUTCOMES } from "./meeting.ts";

export const meetingView = z
  .object({
    id: z.uuid(),
    memberId: z.uuid(),
    memberName: z.string(),
    /** The member's team today. */
    memberTeamId: z.uuid().nullable(),
    personId: z.uuid(),
    personName: z.string(),
    accountId: z.uuid().nullable(),
    accountName: z.string().nullable(),
    referralId: z.uuid().nullable(),
    sourceId: z.uuid().nullable(),
    sourceName: z.string().nullable(),
    origin: z.enum(ORIGINS).nullable().describe("How it came about; null: not said"),
    scheduledOn: day,
    day,
    time: z.string().nullable(),
    about: z.string().nullable(),
    note: z.string().nullable(),
    outcome: z.enum(MEETING_OUTCOMES).nullable(),
    outcomeDay: day.nullable(),
    createdAt: z.iso.datetime(),
  })
  .openapi("Meeting");
export type MeetingView = z.infer<typeof meetingView>;

export const toldMeetingView = meetingView
  .extend({
    settled: z.boolean().describe("An appointment that stood was settled; false: it was written down anew"),
    already: z.boolean().describe("It stands so already: nothing new is counted, further words are noted"),
  })
  .openapi("ToldMeeting");
export type ToldMeetingView = z.infer<typeof toldMeetingView>;

export const agreed = {
  referralId: z.uuid().nullable().optional(),
  origin: z
    .enum(ORIGINS)
    .nullable()
    .optional()
    .describe("With an introduction a referral, without one at a client's an existing client, unless said"),
  time: z.string().nullable().optional(),
  scheduledOn: day.optional(),
  about: z.string().nullable().optional(),
  note: z.string().nullable().optional(),
  memberId: z.uuid().optional(),
};
