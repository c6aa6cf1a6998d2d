import { useState } from "react";
import { callAddress } from "#lib/kernel/call-address.ts";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { Column, Section } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Parts } from "#lib/web/parts.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { counted } from "#lib/web/words.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { AccountView } from "../account-view.ts";
import { mayBeHandedOver } from "../handover.ts";
import { ChangeAccountForm } from "./account-form.tsx";
import { KIND_WORDS } from "./account-words.ts";
import { HandoverSection } from "./handover-section.tsx";
import { SameAccountForm } from "./same-account-form.tsx";
import { useNameAccount, useRemoveAccount } from "./use-account-writes.ts";
import css from "./accounts-page.module.css";

export function AccountPage() {
  const me = useMe();
  const account = useRead<AccountView>(`/accounts/${usePathPart("accountId")}`);
  if (account.problem) return <Trouble problem={account.problem} again={account.again} />;
  if (account.data === undefined || me === undefined) return <Loading />;
  return <Account key={account.data.id} account={account.data} me={me} />;
}

function Account({ account, me }: { account: AccountView; me: Me }) {
  const [sheet, setSheet] = useState<"change" | "same" | null>(null);
  const name = useNameAccount(account);
  const remove = useRemoveAccount(account);
  const named = account.namedSince !== null;
  const close = () => setSheet(null);
  return (
    <Column>
      <PageHeading
        below={<Standing account={account} me={me} />}
        action={
          <>
            <Button onClick={() => setSheet("change")}>Change</Button>
            <ActionMenu
              label={`More for ${account.name}`}
              actions={[
                {
                  label: named ? "Take off the pursuit list" : "Put on the pursuit list",
                  run: () => name.send(!named),
                },
                { label: "Is the same as …", run: () => setSheet("same") },
                { label: "Take off the lists", run: () => remove.send() },
              ]}
            >
              …
            </ActionMenu>
          </>
        }
      >
        {account.name}
      </PageHeading>
      <FormError problem={name.problem ?? remove.problem} />
      <Reach account={account} />
      {account.note !== null && (
        <Section title="Note">
          <p className={css.note}>{account.note}</p>
        </Section>
      )}
      {mayBeHandedOver(account) && <HandoverSection account={account} me={me} />}
      <Parts on="account" id={account.id} />
      <Sheet title={account.name} opened={sheet === "change"} onClose={close}>
        <ChangeAccountForm account={account} onChanged={close} />
      </Sheet>
      <Sheet title={`${account.name} is the same as …`} opened={sheet === "same"} onClose={close}>
        <SameAccountForm account={account} onDone={close} />
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
    account.employees !== null && counted(account.employees, "employee", "employees"),
    [account.city, account.country].filter(Boolean).join(", "),
    holds,
  ];
  return <>{words.filter(Boolean).join(" · ")}</>;
}

function Reach({ account }: { account: AccountView }) {
  const { website, phone } = account;
  if (website === null && phone === null) return null;
  const address = website && (/^https?:\/\//i.test(website) ? website : `https://${website}`);
  const call = phone && callAddress(phone);
  return (
    <div className={css.reach}>
      {phone !== null &&
        (call ? (
          <LinkButton href={call} tone="primary">
            Call {phone}
          </LinkButton>
        ) : (
          phone
        ))}
      {address && <LinkButton href={address}>{address.replace(/^https?:\/\/(www\.)?|\/$/g, "")}</LinkButton>}
    </div>
  );
}
