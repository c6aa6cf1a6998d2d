import { z } from "#lib/http/api.ts";

export const resetLinkView = z
  .object({
    link: z.string().describe("Sets a new password once. Shown in this answer only."),
    expiresAt: z.iso.datetime(),
  })
  .openapi("ResetLink");
export type ResetLinkView = z.infer<typeof resetLinkView>;

export const token = z.string().min(1).max(200);
