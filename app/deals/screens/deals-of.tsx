import { useState } from "react";
import { ORIGIN_LABELS } from "#referrals/origin-words.ts";
import type { AccountView } from "#accounts/account-view.ts";
import type { PersonView } from "#people/person-view.ts";
import type { ReferralView } from "#referrals/referral-view.ts";
import type { Page } from "#lib/kernel/page.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import type { DealView } from "../deal-view.ts";
import { DealPill } from "./deal-pill.tsx";
import type { KnownOfDeal } from "./log-deal-form.tsx";
import { LogDealSheet } from "./log-deal-sheet.tsx";
import css from "./deals-of.module.css";
import { moneyText } from "#lib/web/words.ts";

const SHOWN = 6;

/** On a person's page. */
export function DealsWithPerson({ id }: { id: string }) {
  const { data } = useRead<PersonView>(`/people/${id}`);
  const known = data && {
    person: { id: data.id, label: data.fullName },
    ...(data.accountId !== null && { account: { id: data.accountId, label: data.accountName ?? "" } }),
  };
  return <DealsOf query={{ person: id }} known={known} empty="No deal with them yet." />;
}

/** On an account's page. */
export function DealsAtAccount({ id }: { id: string }) {
  const { data } = useRead<AccountView>(`/accounts/${id}`);
  const known = data && { account: { id: data.id, label: data.name } };
  return <DealsOf query={{ account: id }} known={known} empty="No deal here yet." />;
}

/** On an introduction's page: the deals that came of it. */
export function DealsOfReferral({ id }: { id: string }) {
  const { data } = useRead<ReferralView>(`/referrals/${id}`);
  const known = data && {
    referralId: id,
    person: { id: data.contactId, label: data.contactName },
    ...(data.accountId !== null && { account: { id: data.accountId, label: data.accountName ?? "" } }),
  };
  return <DealsOf query={{ referral: id }} known={known} empty="No deal came of it yet." />;
}

function DealsOf({
  query,
  known,
  empty,
}: {
  query: Record<string, string>;
  known: KnownOfDeal | undefined;
  empty: string;
}) {
  const [logging, setLogging] = useState(false);
  const deals = useRead<Page<DealView>>("/deals", { ...query, limit: SHOWN });
  const add = known && <Button onClick={() => setLogging(true)}>Open a deal</Button>;
  return (
    <Section title="Deals" aside={(deals.data?.items.length ?? 0) > 0 && add}>
      {deals.problem ? (
        <Trouble problem={deals.problem} again={deals.again} />
      ) : deals.data === undefined ? (
        <Loading lines={2} />
      ) : deals.data.items.length === 0 ? (
        <Empty action={add}>{empty}</Empty>
      ) : (
        <ul className={css.deals}>
          {deals.data.items.map((deal) => (
            <li key={deal.id} className={css.deal}>
              <span>
                <Go to={`/deals/${deal.id}`} className={css.what}>
                  {deal.name}
                </Go>
                <span className={css.from}>
                  {" · "}
                  {deal.sourceName === null ? ORIGIN_LABELS[deal.origin] : `introduced by ${deal.sourceName}`}
                </span>
              </span>
              <span className={css.end}>
                {deal.amount !== null && moneyText(deal.amount)}
                <DealPill deal={deal} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {known && <LogDealSheet opened={logging} onClose={() => setLogging(false)} {...known} />}
    </Section>
  );
}
