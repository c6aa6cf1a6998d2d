import { z } from "#lib/http/api.ts";
import { LETTER_LANGUAGES } from "./newsletter.ts";

/** What a letter's page shows to whoever holds its link. */
export const letterVisitView = z
  .object({
    kind: z.enum(["subscribe", "unsubscribe", "sign-up"]),
    workspaceName: z.string(),
    language: z.enum(LETTER_LANGUAGES),
    words: z.string().describe("To what they say yes"),
    subscribed: z.boolean().nullable().describe("Whether letters come as it stands; null on the public page"),
    test: z.boolean().describe("Of a copy that was sent as a test: nothing hangs on it"),
  })
  .openapi("LetterVisit");
export type LetterVisitView = z.infer<typeof letterVisitView>;

export const askedForLetters = z.object({
  name: z.string().max(500),
  email: z.string().max(500),
  language: z.enum(LETTER_LANGUAGES).default("en"),
});
