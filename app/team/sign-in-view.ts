import { z } from "#lib/http/api.ts";

export const signedInView = z
  .object({
    workspace: z
      .object({ id: z.uuid(), name: z.string() })
      .nullable()
      .describe("The workspace that is open now; null when you are in none any more."),
  })
  .openapi("SignedIn");
export type SignedInView = z.infer<typeof signedInView>;

/** Whatever a browser's navigator.credentials answers; checked by the passkey flow itself. */
export const credentialShape = z.record(z.string(), z.unknown());
