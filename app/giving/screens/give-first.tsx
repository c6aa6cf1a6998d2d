import { Go } from "#lib/web/go.tsx";
import { useRead } from "#lib/web/queries.ts";
import type { PersonView } from "#people/person-view.ts";
import { callName } from "#people/call-name.ts";
import { balanceSentence, giveFirst } from "../balance.ts";
import type { BalanceView } from "../balance-view.ts";
import type { NeedView } from "../need-view.ts";
import css from "./giving.module.css";

/** Where one asks, or says that one did: what went each way, and what they need. Nothing while that cannot be seen. */
export function GiveFirst({ id }: { id: string }) {
  const person = useRead<PersonView>(`/people/${id}`);
  const balance = useRead<BalanceView>("/balance", { person: id });
  const lines = useRead<{ items: NeedView[] }>("/needs-and-offers", { person: id });
  if (person.data === undefined || balance.data === undefined) return null;
  const name = callName(person.data.fullName);
  const { ever } = balance.data.mine;
  const needs = (lines.data?.items ?? []).filter(({ open, what }) => open && what === "need").slice(0, 2);
  return (
    <p className={css.first}>
      {giveFirst(name, ever) ?? balanceSentence(name, ever)}
      {needs.length > 0 && ` ${name} needs ${needs.map(({ line }) => `“${line}”`).join(" and ")}.`}{" "}
      <Go to="/giving">Look whom you could introduce</Go>
    </p>
  );
}
