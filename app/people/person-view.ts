import { ACCOUNT_KINDS } from "#accounts/account.ts";
import { z } from "#lib/http/api.ts";
import { phoneText } from "#lib/kernel/phone-key.ts";
import type { PersonRow } from "./person-store.ts";

export const personView = z
  .object({
    id: z.uuid(),
    fullName: z.string(),
    givenName: z.string().nullable(),
    familyName: z.string().nullable(),
    title: z.string().nullable(),
    accountId: z.uuid().nullable(),
    accountName: z.string().nullable(),
    accountKind: z.enum(ACCOUNT_KINDS).nullable(),
    emails: z.array(z.string()),
    phones: z.array(z.string()),
    phonesShown: z.array(z.string()).describe("The same in groups, as one reads them"),
    linkedinUrl: z.string().nullable(),
    city: z.string().nullable(),
    country: z.string().nullable(),
    note: z.string().nullable(),
    holderId: z.uuid().nullable(),
    holderName: z.string().nullable(),
    createdAt: z.iso.datetime(),
  })
  .openapi("Person");
export type PersonView = z.infer<typeof personView>;

export const originView = z
  .object({
    id: z.uuid(),
    cameFrom: z.enum(["typed", "import", "api", "referral", "mail", "demo"]),
    detail: z.string().nullable(),
    basis: z.string(),
    at: z.iso.datetime(),
    byName: z.string().nullable(),
  })
  .openapi("Origin");
export type OriginView = z.infer<typeof originView>;

export function viewOf(row: PersonRow): PersonView {
  return { ...row, phonesShown: row.phones.map(phoneText), createdAt: row.createdAt.toISOString() };
}
