import { useState } from "react";
import type { AccountView } from "#accounts/account-view.ts";
import type { Page } from "#lib/kernel/page.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { CheckField } from "#lib/web/choice-fields.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import type { PersonView } from "#people/person-view.ts";
import { callName } from "#people/call-name.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { balanceCount, balanceSentence } from "../balance.ts";
import type { BalanceView, IntroductionWishView } from "../balance-view.ts";
import type { GivenView } from "../given-view.ts";
import { GivenLine } from "./given-line.tsx";
import { LogGivenSheet } from "./log-given-sheet.tsx";
import { NeedsOf } from "./needs-of.tsx";
import css from "./giving.module.css";

const SHOWN = 10;

/** On a person's page: what they need and offer, what went each way, and whom we introduced them to. */
export function GivingWithPerson({ id }: { id: string }) {
  const me = useMe();
  const person = useRead<PersonView>(`/people/${id}`);
  const [logging, setLogging] = useState(false);
  if (me === undefined || person.data === undefined) return <Loading lines={3} />;
  const name = callName(person.data.fullName);
  return (
    <>
      <Section title={`What ${name} needs and offers`}>
        <NeedsOf of={{ kind: "person", id, name }} me={me} />
      </Section>
      <Section
        title={`Given to ${name}`}
        aside={<Button onClick={() => setLogging(true)}>I introduced {name} …</Button>}
      >
        <Balance of={{ person: id }} name={name} me={me} />
        <Given of={{ person: id }} me={me} />
        <AskedFirst id={id} name={name} />
      </Section>
      <LogGivenSheet
        opened={logging}
        onClose={() => setLogging(false)}
        to={{ id: person.data.id, label: person.data.fullName }}
      />
    </>
  );
}

/** On an account's page: the same of everybody who works there. */
export function GivingAtAccount({ id }: { id: string }) {
  const me = useMe();
  const account = useRead<AccountView>(`/accounts/${id}`);
  if (me === undefined || account.data === undefined) return <Loading lines={3} />;
  const { name } = account.data;
  return (
    <>
      <Section title={`What ${name} needs and offers`}>
        <NeedsOf of={{ kind: "account", id, name }} me={me} />
      </Section>
      <Section title={`Given to people at ${name}`}>
        <Balance of={{ account: id }} name={name} me={me} />
        <Given of={{ account: id }} me={me} />
      </Section>
    </>
  );
}

/** Before names are joined, or not: their wish, as everybody may note it. */
function AskedFirst({ id, name }: { id: string; name: string }) {
  const wish = useRead<IntroductionWishView>(`/people/${id}/introduction-wish`);
  const change = useWrite(
    (askFirst: boolean, gesture) =>
      write<IntroductionWishView>("PUT", `/people/${id}/introduction-wish`, { askFirst }, gesture),
    { refresh: [`/people/${id}/introduction-wish`, "/should-meet", "/timeline"] },
  );
  const [said, setSaid] = useState<boolean | null>(null);
  if (wish.data === undefined) return null;
  const value = (change.problem === null ? said : null) ?? wish.data.askFirst;
  return (
    <>
      <CheckField
        label={`Ask ${name} first`}
        hint="Before names are joined, whoever is to meet them."
        name="askFirst"
        value={value}
        onChange={(askFirst) => {
          setSaid(askFirst);
          change.send(askFirst);
        }}
      />
      <FormError problem={change.problem} />
    </>
  );
}

interface OfProps {
  of: { person: string } | { account: string };
  me: Me;
}

/** "You gave Anna 2 and received 5", the same of all of us, and on how many that stands. */
function Balance({ of, name }: OfProps & { name: string }) {
  const balance = useRead<BalanceView>("/balance", of);
  if (balance.problem) return <Trouble problem={balance.problem} again={balance.again} />;
  if (balance.data === undefined) return <Loading lines={1} />;
  const { mine, all } = balance.data;
  const alone = all.ever.given === mine.ever.given && all.ever.received === mine.ever.received;
  return (
    <div>
      <p className={css.balance}>{balanceSentence(name, mine.ever)}</p>
      {!alone && <p>{balanceSentence(name, all.ever, "All of us")}</p>}
      <p className={css.soft}>{balanceCount(all)}</p>
    </div>
  );
}

function Given({ of, me }: OfProps) {
  const given = useRead<Page<GivenView>>("/given", { ...of, limit: SHOWN });
  if (given.problem) return <Trouble problem={given.problem} again={given.again} />;
  if (given.data === undefined) return <Loading lines={2} />;
  if (given.data.items.length === 0) return null;
  return (
    <ul className={css.lines}>
      {given.data.items.map((each) => (
        <GivenLine key={each.id} given={each} me={me} named={each.memberId !== me.member.id} />
      ))}
    </ul>
  );
}
