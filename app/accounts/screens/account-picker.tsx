import { read, write } from "#lib/web/api.ts";
import type { FieldProps } from "#lib/web/field.tsx";
import { Picker, type Choice } from "#lib/web/picker.tsx";
import type { AccountView } from "../account-view.ts";

interface AccountPickerProps extends FieldProps<Choice | null> {
  /** Left out of what is found: the account one is on. */
  without?: string;
  /** False where only accounts that are there already may be chosen. */
  mayAdd?: boolean;
  /** Where a name is enough, and the account is added with what is saved: stands for one of that name. */
  byName?: (name: string) => Choice;
}

/** Search the accounts, or add one by its name. */
export function AccountPicker({ without, mayAdd = true, byName, ...field }: AccountPickerProps) {
  const find = async (q: string, signal: AbortSignal): Promise<Choice[]> => {
    const found = await read<FoundAccounts>("/search", { q, only: "accounts" }, signal);
    return found.accounts.filter(({ id }) => id !== without).map(choiceOf);
  };
  const create = {
    label: (typed: string) => `Add the account “${typed}”`,
    run: async (typed: string) =>
      byName?.(typed) ?? choiceOf(await write<AccountView>("POST", "/accounts", { name: typed })),
  };
  return (
    <Picker
      placeholder="Name of a company"
      {...field}
      find={find}
      create={mayAdd ? create : undefined}
      takesTyped={byName !== undefined}
    />
  );
}

interface FoundAccounts {
  accounts: { id: string; name: string; city: string | null }[];
}

function choiceOf({ id, name, city }: FoundAccounts["accounts"][number]): Choice {
  return { id, label: name, hint: city ?? undefined };
}
