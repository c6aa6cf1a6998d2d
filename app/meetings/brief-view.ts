import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { level } from "#referrals/referral-view.ts";
import { WORD_KINDS } from "./brief.ts";
import { meetingView } from "./meeting-view.ts";

const who = z.object({
  id: z.uuid(),
  fullName: z.string(),
  title: z.string().nullable(),
  accountName: z.string().nullable(),
  city: z.string().nullable(),
  phones: z.array(z.string()),
  phonesShown: z.array(z.string()).describe("The same in groups, as one reads them"),
});

export const briefView = z
  .object({
    meeting: meetingView,
    contact: who,
    introduction: z
      .object({
        id: z.uuid(),
        memberId: z.uuid(),
        memberTeamId: z.uuid().nullable(),
        source: who,
        level,
        day,
        reason: z.string().nullable(),
        howKnown: z.string().nullable(),
        promised: z.string().nullable(),
        note: z.string().nullable(),
        asked: z
          .object({ day, whom: z.string().nullable(), note: z.string().nullable() })
          .nullable()
          .describe(
            "For what the source was asked, and what was written down of it last; null when it came unprompted",
          ),
        noGos: z
          .array(z.object({ what: z.string(), words: z.string().nullable() }))
          .describe("What the source has ruled out"),
        above: z
          .array(z.object({ id: z.uuid(), name: z.string() }))
          .describe("Who introduced the source, and who introduced them; the first of them first"),
      })
      .nullable(),
    lastWords: z
      .array(z.object({ kind: z.enum(WORD_KINDS), day, byName: z.string(), words: z.string().nullable() }))
      .describe("The last conversations with them, the latest first"),
  })
  .openapi("MeetingBrief");
export type BriefView = z.infer<typeof briefView>;
export type BriefIntroduction = NonNullable<BriefView["introduction"]>;
