import { useState } from "react";
import type { ReactNode } from "react";
import { useMe } from "#team/screens/use-me.ts";
import type { Me } from "#team/me-view.ts";
import type { PersonView } from "#people/person-view.ts";
import type { Page } from "#lib/kernel/page.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead, type Reading } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import type { ChainView, ReferralView } from "../referral-view.ts";
import { agoText } from "#asks/answer-words.ts";
import { callName } from "#people/call-name.ts";
import { ChainLine } from "./chain-line.tsx";
import { LogReferralSheet } from "./log-referral-sheet.tsx";
import { LEVEL_WORDS } from "./referral-words.ts";
import { StatePill } from "./state-pill.tsx";
import css from "./referrals-of.module.css";

const SHOWN = 10;

/** On a person's page: how we came to know them, and whom they introduced. */
export function ReferralsOfPerson({ id }: { id: string }) {
  const me = useMe();
  const [logging, setLogging] = useState(false);
  const person = useRead<PersonView>(`/people/${id}`);
  const chain = useRead<ChainView>(`/people/${id}/chain`);
  const made = useRead<Page<ReferralView>>("/referrals", { source: id, limit: SHOWN });
  const name = callName(person.data?.fullName ?? "them");
  const source = person.data && { id: person.data.id, label: person.data.fullName };
  const log = <Button onClick={() => setLogging(true)}>{name} introduced …</Button>;
  return (
    <>
      {me !== undefined && chain.data !== undefined && chain.data.items.length > 0 && (
        <Section title={`How we came to know ${name}`}>
          <ChainLine links={chain.data.items} today={me.today} />
        </Section>
      )}
      <Section title={`Introductions ${name} made`} aside={(made.data?.items.length ?? 0) > 0 && log}>
        <Known
          reading={made}
          me={me}
          naming="contact"
          empty={
            <Empty action={log}>None yet. An introduction by {name} opens a door that no call opens.</Empty>
          }
        />
      </Section>
      {source && <LogReferralSheet opened={logging} onClose={() => setLogging(false)} source={source} />}
    </>
  );
}

/** On an account's page: who introduced us to people there. */
export function ReferralsAtAccount({ id }: { id: string }) {
  const me = useMe();
  const received = useRead<Page<ReferralView>>("/referrals", { account: id, limit: SHOWN });
  return (
    <Section title="Introductions to people here">
      <Known
        reading={received}
        me={me}
        naming="both"
        empty={
          <Empty>Nobody has introduced us here. Who among our clients knows somebody at this company?</Empty>
        }
      />
    </Section>
  );
}

/** On an ask's page: what came of it. */
export function ReferralsOfAsk({ id }: { id: string }) {
  const me = useMe();
  const came = useRead<Page<ReferralView>>("/referrals", { ask: id, limit: SHOWN });
  if (came.data?.items.length === 0) return null;
  return (
    <Section title="What came of it">
      <Known reading={came} me={me} naming="contact" empty={null} />
    </Section>
  );
}

interface KnownProps {
  reading: Reading<Page<ReferralView>>;
  me: Me | undefined;
  naming: "contact" | "both";
  empty: ReactNode;
}

function Known({ reading, me, naming, empty }: KnownProps) {
  if (reading.problem) return <Trouble problem={reading.problem} again={reading.again} />;
  if (reading.data === undefined || me === undefined) return <Loading lines={2} />;
  if (reading.data.items.length === 0) return empty;
  return (
    <ul className={css.referrals}>
      {reading.data.items.map((each) => (
        <li key={each.id} className={css.referral}>
          <span>
            <Go to={`/referrals/${each.id}`} className={css.name}>
              {each.contactName}
            </Go>
            {naming === "both" && (
              <>
                {" by "}
                <Go to={`/people/${each.sourceId}`}>{each.sourceName}</Go>
              </>
            )}
            <span className={css.soft}>
              {" "}
              {agoText(each.day, me.today)}, {LEVEL_WORDS[each.level]}
            </span>
          </span>
          <StatePill state={each.state} />
        </li>
      ))}
    </ul>
  );
}
