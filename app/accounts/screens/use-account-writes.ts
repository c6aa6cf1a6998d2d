import { write } from "#lib/web/api.ts";
import { useGo } from "#lib/web/go.tsx";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { AccountView } from "../account-view.ts";
import type { AccountFacts } from "../account.ts";

/** Readings that an account changes. */
const ACCOUNT_READS = [
  "/accounts",
  "/people",
  "/search",
  "/timeline",
  "/merges",
  "/asks",
  "/referrals",
  "/meetings",
  "/deals",
];

export type SaidAccount = Partial<AccountFacts> & { name: string };

/** Adds an account, with the way back. */
export function useAddAccount(done: (account: AccountView) => void): Writing<SaidAccount, AccountView> {
  const say = useUndo();
  const go = useGo();
  const undo = useWrite((id: string, gesture) => write("DELETE", `/accounts/${id}`, undefined, gesture), {
    refresh: ACCOUNT_READS,
    done: () => go("/accounts", { instead: true }),
  });
  return useWrite((said: SaidAccount, gesture) => write<AccountView>("POST", "/accounts", said, gesture), {
    refresh: ACCOUNT_READS,
    done: (account) => {
      say(`${account.name} is added.`, () => undo.sendNow(account.id));
      done(account);
    },
  });
}

/** Changes what is known, with the way back to what was known before. */
export function useChangeAccount(
  before: AccountView,
  done: () => void,
): Writing<Partial<AccountFacts>, AccountView> {
  const say = useUndo();
  const change = (said: Partial<AccountFacts>, gesture: string) =>
    write<AccountView>("PATCH", `/accounts/${before.id}`, said, gesture);
  const undo = useWrite(change, { refresh: ACCOUNT_READS });
  return useWrite(change, {
    refresh: ACCOUNT_READS,
    done: (_after, said) => {
      const fields = Object.keys(said) as (keyof AccountFacts)[];
      const back = Object.fromEntries(fields.map((field) => [field, before[field]]));
      say(`${before.name}: changed.`, () => undo.sendNow(back));
      done();
    },
  });
}

/** Puts an account on the pursuit list, or takes it off. */
export function useNameAccount(account: AccountView): Writing<boolean, AccountView> {
  const say = useUndo();
  const name = (named: boolean, gesture: string) =>
    write<AccountView>(named ? "PUT" : "DELETE", `/accounts/${account.id}/named`, undefined, gesture);
  const undo = useWrite(name, { refresh: ACCOUNT_READS });
  return useWrite(name, {
    refresh: ACCOUNT_READS,
    done: (_after, named) =>
      say(
        named ? `${account.name} is on the pursuit list.` : `${account.name} is off the pursuit list.`,
        () => undo.sendNow(!named),
      ),
  });
}

/** Makes two accounts one, with the way back. The merge itself is the people room's. */
export function useMergeAccounts(kept: AccountView, done: () => void): Writing<string, Merged> {
  const say = useUndo();
  const undo = useWrite((id: string, gesture) => write("DELETE", `/merges/${id}`, undefined, gesture), {
    refresh: ACCOUNT_READS,
  });
  return useWrite(
    (mergedId: string, gesture) =>
      write<Merged>("POST", "/merges", { kind: "account", keptId: kept.id, mergedId }, gesture),
    {
      refresh: ACCOUNT_READS,
      done: (merge) => {
        say(`${merge.mergedName} is one with ${kept.name} now.`, () => undo.sendNow(merge.id));
        done();
      },
    },
  );
}

interface Merged {
  id: string;
  mergedName: string;
}

/** Takes an account off the lists, with the way back. */
export function useRemoveAccount(account: AccountView): Writing<void, void> {
  const say = useUndo();
  const go = useGo();
  const restore = useWrite(
    (_: void, gesture) => write<AccountView>("PUT", `/accounts/${account.id}/restored`, undefined, gesture),
    { refresh: ACCOUNT_READS, done: () => go(`/accounts/${account.id}`) },
  );
  return useWrite((_: void, gesture) => write("DELETE", `/accounts/${account.id}`, undefined, gesture), {
    refresh: ACCOUNT_READS,
    done: () => {
      go("/accounts", { instead: true });
      say(`${account.name} is off the lists.`, () => restore.sendNow());
    },
  });
}
