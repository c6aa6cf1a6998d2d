import { z } from "#lib/http/api.ts";

export const passkeyView = z
  .object({ id: z.string(), name: z.string(), addedAt: z.iso.datetime().nullable() })
  .openapi("Passkey");
export type PasskeyView = z.infer<typeof passkeyView>;

export const passkeyName = z.string().trim().min(1).max(120);
export const passkeyId = z.object({ id: z.string().max(100) });
