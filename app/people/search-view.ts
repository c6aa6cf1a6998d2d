import { ACCOUNT_KINDS } from "#accounts/account.ts";
import { z } from "#lib/http/api.ts";

const foundPerson = z.object({
  id: z.uuid(),
  fullName: z.string(),
  title: z.string().nullable(),
  accountId: z.uuid().nullable(),
  accountName: z.string().nullable(),
});
const foundAccount = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(ACCOUNT_KINDS),
  city: z.string().nullable(),
});
export const found = z
  .object({ people: z.array(foundPerson), accounts: z.array(foundAccount) })
  .openapi("Found");
export type Found = z.infer<typeof found>;
export type FoundPerson = z.infer<typeof foundPerson>;
