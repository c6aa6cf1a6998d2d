import { getAccount } from "#accounts/account-actions.ts";
import { countryCode } from "#lib/kernel/country.ts";
import { phoneCountry } from "#lib/kernel/phone-key.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { PersonRow } from "./person-store.ts";

/**
 * In which country somebody is to be reached, as ISO 3166: as it is noted with them, or else with their company, or else that of
 * their first phone number. Null where none of these says so.
 */
export async function countryOfContact(
  tx: Tx,
  person: Pick<PersonRow, "country" | "accountId" | "phones">,
): Promise<string | null> {
  const own = countryCode(person.country);
  if (own !== null) return own;
  const account = person.accountId === null ? null : await getAccount(tx, person.accountId);
  const [phone] = person.phones;
  return countryCode(account?.country ?? null) ?? (phone === undefined ? null : phoneCountry(phone));
}
