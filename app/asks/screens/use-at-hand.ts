import { useMemo, useState } from "react";
import { read } from "#lib/web/api.ts";
import { useFound } from "#lib/web/found.ts";
import { useRead } from "#lib/web/queries.ts";
import type { KnownAccount, KnownPerson } from "#people/name-match.ts";
import { RECENT } from "#people/screens/find-people.ts";
import type { Found } from "#people/search-view.ts";
import type { Me } from "#team/me-view.ts";

interface AtHand {
  /** The people dealt with last, then the rep's own, then those found since. */
  people: readonly KnownPerson[];
  accounts: readonly KnownAccount[];
  /** Ids of those who were at hand before anybody was looked for. */
  near: ReadonlySet<string>;
  learn: (more: Partial<Learnt>) => void;
}

interface Learnt {
  people: readonly KnownPerson[];
  accounts: readonly KnownAccount[];
}

const NOBODY: readonly KnownPerson[] = [];

/** Whom a typed line may name: kept on the device while the bar is open, so that a line is understood as it is typed. */
export function useAtHand(me: Me | undefined): AtHand {
  const [learnt, setLearnt] = useState<Learnt>({ people: NOBODY, accounts: [] });
  const recent = useRead<Found>("/search", RECENT);
  const own = useRead<{ items: KnownPerson[] }>(me && "/people", { holder: me?.member.id, limit: 100 });
  const near = recent.data?.people ?? NOBODY;
  const held = own.data?.items ?? NOBODY;
  return useMemo(() => {
    const people = new Map([...learnt.people, ...held, ...near].map((person) => [person.id, person]));
    const order = new Set([...near, ...held, ...learnt.people].map(({ id }) => id));
    const inOrder = [...order].flatMap((id) => people.get(id) ?? []);
    const companies = inOrder.flatMap(({ accountId, accountName }) =>
      accountId !== null && accountName !== null ? [{ id: accountId, name: accountName }] : [],
    );
    return {
      people: inOrder,
      accounts: [
        ...new Map([...companies, ...learnt.accounts].map((account) => [account.id, account])).values(),
      ],
      near: new Set([...near, ...held].map(({ id }) => id)),
      learn: ({ people = [], accounts = [] }: Partial<Learnt>) =>
        setLearnt((before) => ({
          people: [...before.people, ...people],
          accounts: [...before.accounts, ...accounts],
        })),
    };
  }, [learnt, near, held]);
}

/** Looks for names that nobody at hand has; whoever is found is at hand from then on. True while it looks. */
export function useLookFor(hand: AtHand, people: readonly string[], accounts: readonly string[]): boolean {
  const wanted = JSON.stringify([people, accounts]);
  const looked = useFound<never>(
    async (_typed, signal) => {
      const ask = async (q: string, only: "people" | "accounts") =>
        await read<Found>("/search", { q, only, limit: 10 }, signal);
      const found = await Promise.all([
        ...people.map(async (name) => await ask(name, "people")),
        ...accounts.map(async (name) => await ask(name, "accounts")),
      ]);
      const more = {
        people: found.flatMap((each) => each.people),
        accounts: found.flatMap((each) => each.accounts),
      };
      if (more.people.length + more.accounts.length > 0) hand.learn(more);
      return [];
    },
    wanted,
    people.length + accounts.length > 0,
  );
  return looked.busy;
}
