import { z } from "#lib/http/api.ts";
import { consentView, contactLawView, doNotWriteView } from "#people/consent-view.ts";
import { mayBeWrittenTo, WRITING_STATES } from "#people/consent.ts";
import type { AnswerLetterRow } from "./answer-letter-store.ts";
import { LETTER_STATES, letterStateOf } from "./answer-letter.ts";
import { LETTER_LANGUAGES } from "./letter-languages/letter-language.ts";
import type { Draft } from "./first-response-actions.ts";

const letterLanguage = z.enum(LETTER_LANGUAGES);

const letterDraft = z
  .object({
    language: letterLanguage,
    subject: z.string(),
    text: z.string().describe("The whole letter"),
    thanks: z
      .string()
      .nullable()
      .describe("Its first paragraph, to the source; leave it out when they get no copy"),
    movedToBcc: z.string().describe("Part of the thanks; refused where the source gets no copy"),
    notice: z
      .array(z.string())
      .describe("The sentences of its last paragraph: a letter without them is refused"),
  })
  .openapi("LetterDraft");

export const firstResponseView = z
  .object({
    to: z.string().nullable(),
    bcc: z.string().nullable().describe("The source"),
    subject: z.string(),
    text: z.string(),
    language: letterLanguage.describe("What the subject and the text are in: what is written where they are"),
    drafts: z.array(letterDraft).describe("The same, one a language"),
    reason: z.string().nullable().describe("Why they should talk, as it was noted: it is not translated"),
    law: contactLawView,
    contactId: z.uuid(),
    contactName: z.string(),
    contactPhone: z.string().nullable(),
    sourceName: z.string(),
    writing: z.object({
      state: z.enum(WRITING_STATES),
      mayBeWrittenTo: z.boolean().describe("By what they said and, where they said nothing, by the law"),
      consent: consentView.nullable(),
      stop: doNotWriteView.nullable(),
    }),
    mail: z.boolean().describe("Whether this installation can send it"),
  })
  .openapi("FirstResponse");
export type FirstResponseView = z.infer<typeof firstResponseView>;

export function firstResponseViewOf(
  { law, writing, drafts, ...draft }: Draft,
  mail: boolean,
): FirstResponseView {
  const { name, knows, consentFirst, says } = law;
  const likely = drafts.find(({ language }) => language === draft.language);
  return {
    ...draft,
    subject: likely?.subject ?? "",
    text: likely?.text ?? "",
    drafts: drafts.map((each) => ({ ...each, notice: [...each.notice] })),
    law: { name, knows, consentFirst, says },
    writing: { ...writing, mayBeWrittenTo: mayBeWrittenTo(writing, law) },
    mail,
  };
}

export const answerLetterView = z
  .object({
    id: z.uuid(),
    referralId: z.uuid(),
    contactId: z.uuid(),
    contactName: z.string(),
    sourceId: z.uuid(),
    memberId: z.uuid(),
    memberName: z.string(),
    to: z.string(),
    copyTo: z.string().nullable().describe("The source, in bcc"),
    subject: z.string(),
    text: z.string(),
    state: z
      .enum(LETTER_STATES)
      .describe(
        "sent: the mail server took it; failed: it has not left; doubtful: broken off on the way, nobody knows; it is never sent again by itself",
      ),
    askedAt: z.iso.datetime(),
    sentAt: z.iso.datetime().nullable(),
    failure: z.string().nullable().describe("Why it has not left"),
    copyFailure: z.string().nullable().describe("Why the source did not get theirs"),
  })
  .openapi("AnswerLetter");
export type AnswerLetterView = z.infer<typeof answerLetterView>;

export function answerLetterViewOf(letter: AnswerLetterRow): AnswerLetterView {
  return {
    id: letter.id,
    referralId: letter.referralId,
    contactId: letter.contactId,
    contactName: letter.contactName,
    sourceId: letter.sourceId,
    memberId: letter.memberId,
    memberName: letter.memberName,
    to: letter.toAddress,
    copyTo: letter.copyAddress,
    subject: letter.subject,
    text: letter.text,
    state: letterStateOf(letter),
    askedAt: letter.askedAt.toISOString(),
    sentAt: letter.acceptedAt?.toISOString() ?? null,
    failure: letter.failure,
    copyFailure: letter.copyFailure,
  };
}
