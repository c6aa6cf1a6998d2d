import { write } from "#lib/web/api.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { AccountView } from "../account-view.ts";
import type { AccountFacts } from "../account.ts";

/** Readings that an account changes. */
const ACCOUNT_READS = ["/accounts", "/people", "/search", "/timeline"];

export type SaidAccount = Partial<AccountFacts> & { name: string };

export function useAddAccount(done: (account: AccountView) => void): Writing<SaidAccount, AccountView> {
  return useWrite((said: SaidAccount, gesture) => write<AccountView>("POST", "/accounts", said, gesture), {
    refresh: ACCOUNT_READS,
    done,
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
