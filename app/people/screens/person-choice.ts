import type { Choice } from "#lib/web/picker.tsx";
import type { FoundPerson } from "../search-view.ts";

export interface PersonChoice extends Choice {
  title: string | null;
  accountId: string | null;
  accountName: string | null;
}

/** A person as a Picker shows them. */
export function personChoice({ id, fullName, title, accountId, accountName }: FoundPerson): PersonChoice {
  const hint = [title, accountName].filter(Boolean).join(", ");
  return { id, label: fullName, hint: hint === "" ? undefined : hint, title, accountId, accountName };
}
