import { z } from "#lib/http/api.ts";
import { KEY_SCOPES } from "./key.ts";

export const keyView = z
  .object({
    id: z.uuid(),
    memberId: z.uuid(),
    name: z.string(),
    lastFour: z.string(),
    scopes: z.array(z.enum(KEY_SCOPES)),
    createdAt: z.iso.datetime(),
    usedOn: z.iso.date().nullable(),
    expiresAt: z.iso.datetime().nullable(),
  })
  .openapi("Key");
export type KeyView = z.infer<typeof keyView>;

export const madeKey = keyView.extend({ text: z.string() }).openapi("MadeKey");
export type MadeKey = z.infer<typeof madeKey>;
