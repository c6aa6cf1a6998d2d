import { z } from "#lib/http/api.ts";
import { ACCOUNT_KINDS } from "./account.ts";
import type { AccountRow } from "./account-store.ts";

export const accountView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(ACCOUNT_KINDS),
    industry: z.string().nullable(),
    employees: z.number().int().nullable(),
    website: z.string().nullable(),
    phone: z.string().nullable(),
    city: z.string().nullable(),
    country: z.string().nullable(),
    note: z.string().nullable(),
    holderId: z.uuid().nullable(),
    holderName: z.string().nullable(),
    clientSince: z.iso.date().nullable(),
    namedSince: z.iso.date().nullable(),
    createdAt: z.iso.datetime(),
  })
  .openapi("Account");
export type AccountView = z.infer<typeof accountView>;

export function viewOf(row: AccountRow): AccountView {
  return { ...row, createdAt: row.createdAt.toISOString() };
}
