import { z } from "#lib/http/api.ts";
import { author } from "./ideal-client-view.ts";
import { TARGET_KINDS } from "./target.ts";

export const targetView = z
  .object({
    id: z.uuid().nullable().describe("null: an account on the pursuit list of which nobody wrote why"),
    kind: z.enum(TARGET_KINDS),
    personId: z.uuid().nullable(),
    personName: z.string().nullable(),
    personTitle: z.string().nullable(),
    accountId: z.uuid().nullable().describe("The account itself, or where the person works now"),
    accountName: z.string().nullable(),
    why: z.string().nullable(),
    day: z.iso.date(),
    by: author.nullable(),
    holderIds: z.array(z.uuid()).describe("Who holds the relationship: they may drop it"),
  })
  .openapi("Target");
export type TargetView = z.infer<typeof targetView>;

export const wantedTarget = z.object({
  personId: z.uuid().nullable().optional(),
  accountId: z.uuid().nullable().optional(),
  why: z.string().nullable().optional(),
});
