import { z } from "#lib/http/api.ts";
import { LEVELS } from "#referrals/referral.ts";
import type { MailWithAll } from "./mail-actions.ts";
import { MAIL_STATES, ROLES, WHY, WHY_ASKED } from "./member-mail.ts";

const who = z.object({ id: z.uuid(), name: z.string() });

export const mailDoorView = z
  .object({
    address: z
      .string()
      .nullable()
      .describe("Where your own mail is logged from; null: you have asked for none yet"),
    opens: z.boolean().describe("Whether mail comes in at all: the administrator has to have set it up"),
    keepsWords: z.boolean().describe("Whether the words of your mail are kept"),
  })
  .openapi("MailAddress");
export type MailDoorView = z.infer<typeof mailDoorView>;

export const arrivedMailView = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime().describe("When it came"),
    sender: z.string(),
    subject: z.string(),
    writtenAt: z.iso.datetime().describe("When it, or what it forwards, was written"),
    byMember: z.boolean().describe("Whether what it tells of was written by us"),
    named: z.array(
      z.object({
        role: z.enum(ROLES),
        name: z.string(),
        address: z.string(),
        person: who.nullable().describe("Who that is"),
        mayBe: z.array(who).describe("Who it may be, where an address is shared"),
      }),
    ),
    words: z.string().nullable(),
    state: z.enum(MAIL_STATES),
    why: z.enum(WHY).nullable().describe("Why it is a question, or was ignored"),
    effects: z
      .array(
        z.object({
          kind: z.enum(["touch", "answer", "person", "introduction"]),
          subjectId: z.uuid(),
          personId: z.uuid(),
          personName: z.string(),
          takenBack: z.boolean(),
        }),
      )
      .describe("What it brought about"),
    shares: z
      .array(
        z.object({
          personId: z.uuid(),
          personName: z.string(),
          touchId: z.uuid(),
          subject: z.string().nullable().describe("Of the mail with which it counts; null: of none"),
        }),
      )
      .describe("With whom it is one contact with what was logged of that day already"),
  })
  .openapi("ArrivedMail");
export type ArrivedMailView = z.infer<typeof arrivedMailView>;

export const openedAgainBody = z.object({ ids: z.array(z.uuid()).min(1).max(10_000) });

export const settledMailView = z.object({ ids: z.array(z.uuid()) }).openapi("SettledMail");
export type SettledMailView = z.infer<typeof settledMailView>;

export const mailQuestionsView = z.object({ waiting: z.int() }).openapi("MailQuestions");
export type MailQuestionsView = z.infer<typeof mailQuestionsView>;

export const additionBody = z.object({
  address: z.string().max(320).describe("One of those that the message names"),
  fullName: z
    .string()
    .max(200)
    .optional()
    .describe("Somebody new, of that name; not said: as the message calls them"),
  personId: z.uuid().optional().describe("Somebody known, who has this address too"),
  introducedBy: z
    .object({ sourceId: z.uuid(), level: z.literal(LEVELS).default(1) })
    .optional()
    .describe("Who introduces them with this message"),
});

export function arrivedMailOf(mail: MailWithAll): ArrivedMailView {
  const { id, sender, subject, byMember, named, words, state } = mail;
  const letBe = state === "ignored" && mail.why !== null && WHY_ASKED.includes(mail.why);
  const why = letBe ? "by-member" : mail.why;
  return {
    id,
    sender,
    subject,
    byMember,
    named,
    words,
    state,
    why,
    at: mail.at.toISOString(),
    writtenAt: mail.writtenAt.toISOString(),
    effects: mail.effects.map(({ kind, subjectId, personId, personName, takenBack }) => ({
      kind,
      subjectId,
      personId,
      personName,
      takenBack,
    })),
    shares: mail.shares,
  };
}
