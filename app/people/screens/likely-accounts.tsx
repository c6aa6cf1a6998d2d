import { useRead } from "#lib/web/queries.ts";
import type { AccountView } from "#accounts/account-view.ts";
import { KIND_WORDS } from "#accounts/screens/account-words.ts";
import type { LikeAccount } from "../merge-view.ts";
import { Likely } from "./likely-people.tsx";

/** On an account's page: which other account may be the same company, and why. */
export function LikelyAccounts({ id }: { id: string }) {
  const account = useRead<AccountView>(`/accounts/${id}`).data;
  const likely = useRead<{ items: LikeAccount[] }>(`/accounts/${id}/duplicates`).data?.items ?? [];
  if (account === undefined) return null;
  return likely
    .slice(0, 1)
    .map(({ account: other, reasons }) => (
      <Likely
        key={other.id}
        kind="account"
        mine={{ id: account.id, name: account.name }}
        other={{ id: other.id, name: other.name, to: `/accounts/${other.id}` }}
        about={[KIND_WORDS[other.kind], other.city].filter(Boolean).join(", ")}
        reasons={reasons}
      />
    ));
}
