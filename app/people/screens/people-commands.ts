import { KIND_WORDS } from "#accounts/screens/account-words.ts";
import { read } from "#lib/web/api.ts";
import type { CommandSource } from "#lib/web/page.ts";
import type { Found } from "../search-view.ts";

/** People and accounts in the command bar; for nothing typed the people dealt with last. */
export const peopleCommands: readonly CommandSource[] = [
  {
    name: "People",
    find: async (q, signal) =>
      (await read<Found>("/search", { q, only: "people" }, signal)).people.map((person) => ({
        id: person.id,
        label: person.fullName,
        hint: [person.title, person.accountName].filter(Boolean).join(", "),
        to: `/people/${person.id}`,
      })),
  },
  {
    name: "Accounts",
    find: async (q, signal) =>
      (await read<Found>("/search", { q, only: "accounts" }, signal)).accounts.map((account) => ({
        id: account.id,
        label: account.name,
        hint: [KIND_WORDS[account.kind], account.city].filter(Boolean).join(", "),
        to: `/accounts/${account.id}`,
      })),
  },
];
