import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Column, Section } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Parts } from "#lib/web/parts.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { dayText } from "#lib/web/words.ts";
import type { Me } from "#team/me-routes.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { AccountView } from "../account-view.ts";
import { ChangeAccountForm } from "./account-form.tsx";
import { KIND_WORDS } from "./account-words.ts";
import { useNameAccount } from "./use-account-writes.ts";
import css from "./accounts-page.module.css";

export function AccountPage() {
  const me = useMe();
  const account = useRead<AccountView>(`/accounts/${usePathPart("accountId")}`);
  if (account.problem) return <Trouble problem={account.problem} again={account.again} />;
  if (account.data === undefined || me === undefined) return <Loading />;
  return <Account key={account.data.id} account={account.data} me={me} />;
}

function Account({ account, me }: { account: AccountView; me: Me }) {
  const [changing, setChanging] = useState(false);
  const name = useNameAccount(account);
  const named = account.namedSince !== null;
  return (
    <Column>
      <PageHeading
        below={<Standing account={account} me={me} />}
        action={<Button onClick={() => setChanging(true)}>Change</Button>}
      >
        {account.name}
      </PageHeading>
      <Reach account={account} />
      <div>
        <Button busy={name.busy} onClick={() => name.send(!named)}>
          {named ? "Take off the pursuit list" : "Put on the pursuit list"}
        </Button>
        <FormError problem={name.problem} />
      </div>
      {account.note !== null && (
        <Section title="Note">
          <p className={css.note}>{account.note}</p>
        </Section>
      )}
      <Parts on="account" id={account.id} />
      <Sheet title={account.name} opened={changing} onClose={() => setChanging(false)}>
        <ChangeAccountForm account={account} onChanged={() => setChanging(false)} />
      </Sheet>
    </Column>
  );
}

/** "Client since March 2025 · named account · Mia Sommer holds the relationship" */
function Standing({ account, me }: { account: AccountView; me: Me }) {
  const holds =
    account.holderId === me.member.id
      ? "you hold the relationship"
      : account.holderName && `${account.holderName} holds the relationship`;
  const kind = KIND_WORDS[account.kind];
  const words = [
    account.kind === "client" && account.clientSince
      ? `${kind} since ${dayText(account.clientSince, me.today)}`
      : kind,
    account.namedSince && "named account",
    account.industry,
    [account.city, account.country].filter(Boolean).join(", "),
    holds,
  ];
  return <>{words.filter(Boolean).join(" · ")}</>;
}

function Reach({ account }: { account: AccountView }) {
  if (!account.website && !account.phone) return null;
  const address =
    account.website &&
    (/^https?:\/\//i.test(account.website) ? account.website : `https://${account.website}`);
  return (
    <p className={css.facts}>
      {address && (
        <a href={address} rel="noreferrer" target="_blank">
          {account.website}
        </a>
      )}
      {account.phone && <a href={`tel:${account.phone.replaceAll(/[^+\d]/g, "")}`}>{account.phone}</a>}
    </p>
  );
}
