import { personNameKey } from "#people/person-key.ts";
import type { KnownByAddress } from "./known-reader.ts";
import type { Named } from "./member-mail.ts";

/** Somebody in a message, and who of our people it is; where an address is shared, who it may be. */
export interface Matched extends Named {
  person: { id: string; name: string } | null;
  mayBe: { id: string; name: string }[];
}

/** Who shares a mailbox is told apart by the name beside the address. */
export function matchNamed(named: readonly Named[], known: readonly KnownByAddress[]): Matched[] {
  return named.map((each) => {
    const there = known
      .filter(({ address }) => address === each.address)
      .map(({ id, name }) => ({ id, name }));
    const called = there.filter(({ name }) => personNameKey(name) === personNameKey(each.name));
    const [only, ...others] = called.length > 0 ? called : there;
    return only && others.length === 0
      ? { ...each, person: only, mayBe: [] }
      : { ...each, person: null, mayBe: there };
  });
}
