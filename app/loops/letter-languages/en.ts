import { fullDay } from "#lib/kernel/day-words.ts";
import { callName } from "#people/call-name.ts";
import type { LetterLanguage, Time } from "./letter-language.ts";

const movedToBcc = "I move you to bcc, so that our messages do not fill your day.";

export const english: LetterLanguage = {
  code: "en",
  subject: ({ sourceName, repName, workspaceName }) =>
    `Introduced by ${sourceName}: ${repName}, ${workspaceName}`,
  thanks: ({ sourceName }) => `${callName(sourceName)}, thank you for introducing us. ${movedToBcc}`,
  movedToBcc,
  thought: ({ contactName, sourceName }, why) =>
    `${callName(contactName)}, ${sourceName} thought that we should talk${why === null ? "" : `: ${why}`}.`,
  times: (first, second) =>
    `Would ${said(first)} or ${said(second)} suit you, for twenty minutes on the phone? If not, tell me what does.`,
  notice: {
    source: ({ sourceName }) =>
      `I have your name and address from ${sourceName}, and keep them to write to you about this.`,
    referral: ({ sourceName }) => `I write to you because ${sourceName} referred you to me.`,
    address: ({ workspaceName, postalAddress }) => `${workspaceName}, ${postalAddress}.`,
    objection: () =>
      "If you would rather not hear from me, say so: I will not write again, and delete what I have.",
  },
};

/** "Thursday 19 November at 10:00" */
function said({ day, at, today }: Time): string {
  return `${fullDay(day, today)} at ${at}`;
}
