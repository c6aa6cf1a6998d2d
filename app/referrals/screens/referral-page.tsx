import { useState } from "react";
import { callAddress } from "#lib/kernel/call-address.ts";
import type { PersonView } from "#people/person-view.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { write } from "#lib/web/api.ts";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { Card, Column, Section } from "#lib/web/card.tsx";
import { Go, useGo, usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Parts } from "#lib/web/parts.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { capital } from "#lib/web/words.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { counts, isClosed, mayChange, STATE_WORDS } from "../referral.ts";
import type { ChainView, ReferralView } from "../referral-view.ts";
import { agoText } from "#asks/answer-words.ts";
import { callName } from "#people/call-name.ts";
import { ChainLine } from "./chain-line.tsx";
import { LevelSheet } from "./level-sheet.tsx";
import { SaidOfIt } from "./said-of-it.tsx";
import { levelSentence } from "./referral-words.ts";
import { REFERRAL_READS, useChangeState } from "./use-referral-writes.ts";
import css from "./referral-page.module.css";

export function ReferralPage() {
  const me = useMe();
  const referral = useRead<ReferralView>(`/referrals/${usePathPart("referralId")}`);
  if (referral.problem) return <Trouble problem={referral.problem} again={referral.again} />;
  if (referral.data === undefined || me === undefined) return <Loading />;
  return <Referral referral={referral.data} me={me} />;
}

interface ReferralProps {
  referral: ReferralView;
  me: Me;
}

function Referral({ referral, me }: ReferralProps) {
  const mine = mayChange(me, { memberId: referral.memberId, teamId: referral.memberTeamId });
  const verb = counts(referral.level) ? "introduced" : "named";
  const whom = referral.memberId === me.member.id ? "you" : referral.memberName;
  return (
    <Column>
      <PageHeading below={<Whom referral={referral} />}>
        {counts(referral.level)
          ? `${referral.sourceName} ${verb} ${whom} to ${referral.contactName}`
          : `${referral.sourceName} ${verb} ${referral.contactName}`}
      </PageHeading>
      <Standing referral={referral} me={me} mine={mine} />
      <SaidOfIt referral={referral} mine={mine} />
      <Effort referral={referral} me={me} mine={mine} />
      <Parts on="referral" id={referral.id} />
      <Chain referral={referral} me={me} />
      {referral.note !== null && (
        <Section title="Note">
          <p className={css.note}>{referral.note}</p>
        </Section>
      )}
    </Column>
  );
}

function Whom({ referral }: { referral: ReferralView }) {
  const { contactId, contactName, contactTitle, accountId, accountName } = referral;
  return (
    <>
      <Go to={`/people/${contactId}`}>{contactName}</Go>
      {contactTitle !== null && `, ${contactTitle}`}
      {accountId !== null && accountName !== null && (
        <>
          {" at "}
          <Go to={`/accounts/${accountId}`}>{accountName}</Go>
        </>
      )}
    </>
  );
}

/** Where it stands, and the next thing to do. */
function Standing({ referral, me, mine }: ReferralProps & { mine: boolean }) {
  const [raising, setRaising] = useState(false);
  const change = useChangeState(referral);
  const { state, level } = referral;
  const waits = state === "introduced";
  const person = useRead<PersonView>(`/people/${referral.contactId}`);
  const number = person.data?.phones.map(callAddress).find((address) => address !== null);
  return (
    <Card
      title={capital(STATE_WORDS[state])}
      below={adviceOn(referral, me)}
      aside={mine && <Lesser referral={referral} />}
      actions={
        <>
          {mine && level === 0 && !isClosed(state) && (
            <Button tone="primary" onClick={() => setRaising(true)}>
              Turn this name into an introduction
            </Button>
          )}
          {number && !isClosed(state) && !waits && (
            <LinkButton href={number}>Call {callName(referral.contactName)}</LinkButton>
          )}
          {mine && !isClosed(state) && (
            <Button disabled={change.busy} onClick={() => change.send({ state: "lost" })}>
              It came to nothing
            </Button>
          )}
        </>
      }
    >
      {waits && <Parts on="referral answer" id={referral.id} />}
      {change.problem && <p role="alert">{change.problem.reason}</p>}
      <LevelSheet referral={referral} me={me} opened={raising} onClose={() => setRaising(false)} />
    </Card>
  );
}

function adviceOn({ state, day, stateDay, sourceName, contactName }: ReferralView, me: Me): string {
  const since = `since ${dayText(stateDay, me.today)}`;
  if (state === "named")
    return `Named ${agoText(day, me.today)}. Ask ${callName(sourceName)} to tell ${callName(contactName)} to expect you.`;
  if (state === "introduced") return `Arrived ${agoText(stateDay, me.today)}.`;
  if (state === "lost") return `${capital(since)}. Somebody who did not buy may still know somebody.`;
  return capital(since);
}

/** What the source did. */
function Effort({ referral, me, mine }: ReferralProps & { mine: boolean }) {
  const [changing, setChanging] = useState(false);
  const { level, countsFrom, day, askId } = referral;
  const sentence = `${callName(referral.sourceName)} ${levelSentence(level, callName(referral.contactName))}`;
  return (
    <Section
      title="What the source did"
      aside={
        mine && (
          <Button tone="quiet" onClick={() => setChanging(true)}>
            Change
          </Button>
        )
      }
    >
      <p className={css.sentence}>
        {sentence}, {agoText(day, me.today)}.
      </p>
      <p className={css.soft}>
        Level {level}.{" "}
        {countsFrom === null ? "A name is not counted yet." : `Counts from ${dayText(countsFrom, me.today)}.`}{" "}
        {askId === null ? "It came unprompted." : <Go to={`/asks/${askId}`}>It came of an ask.</Go>}
      </p>
      <LevelSheet referral={referral} me={me} opened={changing} onClose={() => setChanging(false)} />
    </Section>
  );
}

function Chain({ referral, me }: ReferralProps) {
  const chain = useRead<ChainView>(`/referrals/${referral.id}/chain`);
  return (
    <Section title={`How we came to ${callName(referral.contactName)}`}>
      {chain.problem ? (
        <Trouble problem={chain.problem} again={chain.again} />
      ) : chain.data === undefined ? (
        <Loading lines={2} />
      ) : (
        <ChainLine links={chain.data.items} today={me.today} here={referral.id} />
      )}
    </Section>
  );
}

function Lesser({ referral }: { referral: ReferralView }) {
  const go = useGo();
  const say = useUndo();
  const restore = useWrite(
    (id: string, gesture) => write<ReferralView>("DELETE", `/referrals/${id}/state`, undefined, gesture),
    { refresh: REFERRAL_READS, done: ({ state }) => say(`Back to: ${STATE_WORDS[state]}.`) },
  );
  const takeBack = useWrite(
    (id: string, gesture) => write("DELETE", `/referrals/${id}`, undefined, gesture),
    {
      refresh: REFERRAL_READS.filter((path) => path !== "/referrals"),
      done: () => {
        say(`The introduction to ${referral.contactName} is taken back and no longer counts.`);
        go("/referrals", { instead: true });
      },
    },
  );
  const problem = restore.problem ?? takeBack.problem;
  const moved = referral.state !== "named" && referral.state !== "introduced";
  const back = { label: `Not yet “${STATE_WORDS[referral.state]}”`, run: () => restore.send(referral.id) };
  return (
    <>
      <ActionMenu
        label="More"
        actions={[
          ...(moved ? [back] : []),
          { label: "Take the introduction back", run: () => takeBack.send(referral.id) },
        ]}
      >
        More
      </ActionMenu>
      {problem && (
        <p role="alert" className={css.problem}>
          {problem.reason}
        </p>
      )}
    </>
  );
}
