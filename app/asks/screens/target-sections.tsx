import type { AccountView } from "#accounts/account-view.ts";
import type { Page } from "#lib/kernel/page.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { useRead } from "#lib/web/queries.ts";
import type { PersonView } from "#people/person-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { TargetView } from "../target-view.ts";
import { TargetLine } from "./target-line.tsx";
import { useChooseTarget } from "./use-target-writes.ts";
import css from "./pictures.module.css";

const SHOWN = 12;

/** On a person's page: whether we want to meet them, one tap away. */
export function PersonAsTarget({ id }: { id: string }) {
  const person = useRead<PersonView>(`/people/${id}`).data;
  const targets = useRead<Page<TargetView>>("/targets", { person: id, limit: 1 }).data;
  const first = person?.givenName ?? person?.fullName ?? "them";
  return (
    <AsTarget
      targets={targets?.items}
      chosen={targets?.items.length !== 0}
      said={{ personId: id }}
      label={`Make ${first} a target`}
    />
  );
}

/** On an account's page: whether we pursue it, and whom there. */
export function AccountAsTarget({ id }: { id: string }) {
  const account = useRead<AccountView>(`/accounts/${id}`).data;
  const targets = useRead<Page<TargetView>>("/targets", { account: id, limit: SHOWN }).data;
  const pursued = targets === undefined || targets.items.some(({ kind }) => kind === "account");
  return (
    <AsTarget
      targets={targets?.items}
      chosen={pursued}
      said={{ accountId: id }}
      label={`Make ${account?.name ?? "it"} a target`}
    />
  );
}

interface AsTargetProps {
  targets: readonly TargetView[] | undefined;
  /** It is one already, or that is not known yet. */
  chosen: boolean;
  said: { personId: string } | { accountId: string };
  label: string;
}

function AsTarget({ targets, chosen, said, label }: AsTargetProps) {
  const me = useMe();
  const choose = useChooseTarget();
  if (targets === undefined || me === undefined) return null;
  return (
    <Section title="Whom we want to meet">
      {targets.length > 0 && (
        <ul className={css.lines}>
          {targets.map((target) => (
            <li key={target.personId ?? target.accountId}>
              <TargetLine target={target} me={me} />
            </li>
          ))}
        </ul>
      )}
      {!chosen && (
        <div>
          <Button busy={choose.busy} onClick={() => choose.send(said)}>
            {label}
          </Button>
        </div>
      )}
      <FormError problem={choose.problem} />
    </Section>
  );
}
