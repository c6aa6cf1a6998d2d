import { useState } from "react";
import { ORIGIN_LABELS } from "#referrals/origin-words.ts";
import { LogAskSheet } from "#asks/screens/log-ask-sheet.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { Me } from "#team/me-view.ts";
import { mayChangeFor } from "#team/member.ts";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Button } from "#lib/web/button.tsx";
import { Card, Column, Section } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go, useGo, usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Parts } from "#lib/web/parts.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { capital, moneyText } from "#lib/web/words.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { DealView } from "../deal-view.ts";
import { ChangeDealSheet } from "./change-deal-sheet.tsx";
import { DealPill } from "./deal-pill.tsx";
import { EndedSheet } from "./ended-sheet.tsx";
import { HandOverWon } from "./hand-over-won.tsx";
import { useOpenDealAgain, useReopenDeal, useTakeBackDeal } from "./use-deal-writes.ts";
import css from "./deal-page.module.css";

export function DealPage() {
  const me = useMe();
  const deal = useRead<DealView>(`/deals/${usePathPart("dealId")}`);
  if (deal.problem) return <Trouble problem={deal.problem} again={deal.again} />;
  if (deal.data === undefined || me === undefined) return <Loading />;
  return <Deal deal={deal.data} me={me} />;
}

function Deal({ deal, me }: { deal: DealView; me: Me }) {
  const mine = mayChangeFor(me, { memberId: deal.memberId, teamId: deal.memberTeamId });
  return (
    <Column>
      <PageHeading below={<Whom deal={deal} />}>{deal.name}</PageHeading>
      <Standing deal={deal} me={me} mine={mine} />
      {mine && <NextStep deal={deal} />}
      {mine && deal.outcome === "won" && <HandOverWon deal={deal} me={me} />}
      <Facts deal={deal} me={me} />
      {deal.note !== null && (
        <Section title="Note">
          <p className={css.note}>{deal.note}</p>
        </Section>
      )}
      <Parts on="deal" id={deal.id} />
    </Column>
  );
}

function Whom({ deal }: { deal: DealView }) {
  return (
    <>
      <Go to={`/accounts/${deal.accountId}`}>{deal.accountName}</Go>
      {deal.personId !== null && (
        <>
          {", with "}
          <Go to={`/people/${deal.personId}`}>{deal.personName}</Go>
        </>
      )}
    </>
  );
}

interface PartProps {
  deal: DealView;
  me: Me;
  mine: boolean;
}

/** How it stands, and the next thing to do. */
function Standing({ deal, me, mine }: PartProps) {
  const [ending, setEnding] = useState<"won" | "lost" | null>(null);
  const [changing, setChanging] = useState(false);
  const open = deal.outcome === "open";
  return (
    <Card
      title={deal.amount === null ? "No amount yet" : moneyText(deal.amount)}
      below={capital(standingText(deal, me.today))}
      aside={<DealPill deal={deal} />}
      actions={
        mine && (
          <>
            {open && (
              <Button tone="primary" onClick={() => setEnding("won")}>
                Won …
              </Button>
            )}
            {open && <Button onClick={() => setEnding("lost")}>Lost …</Button>}
            <Button onClick={() => setChanging(true)}>Change …</Button>
            <More deal={deal} />
          </>
        )
      }
    >
      {deal.lostReason !== null && <p className={css.reason}>{deal.lostReason}</p>}
      <EndedSheet deal={deal} me={me} outcome={ending} onClose={() => setEnding(null)} />
      <ChangeDealSheet deal={deal} me={me} opened={changing} onClose={() => setChanging(false)} />
    </Card>
  );
}

function standingText(deal: DealView, today: string): string {
  const opened = `opened on ${dayText(deal.openedOn, today)}`;
  if (deal.closedOn !== null) return `${deal.outcome} on ${dayText(deal.closedOn, today)}, ${opened}`;
  return deal.expectedOn === null ? opened : `${opened}, expected by ${dayText(deal.expectedOn, today)}`;
}

/** Won or lost, there is somebody to ask. What its sources are owed stands below. */
function NextStep({ deal }: { deal: DealView }) {
  const [asking, setAsking] = useState(false);
  if (deal.outcome === "open" || deal.personId === null) return null;
  return (
    <div className={css.advice}>
      <p>
        {deal.outcome === "lost"
          ? `${deal.personName} did not buy, and may still know somebody who will. Ask.`
          : `Once they say it was worth it, ask ${deal.personName} whom they know.`}
      </p>
      <Button onClick={() => setAsking(true)}>I asked {deal.personName} …</Button>
      <LogAskSheet
        opened={asking}
        onClose={() => setAsking(false)}
        source={{ id: deal.personId, label: deal.personName ?? "" }}
      />
    </div>
  );
}

function Facts({ deal, me }: { deal: DealView; me: Me }) {
  return (
    <Section title="Where it came from">
      <p>
        {ORIGIN_LABELS[deal.origin]}
        {deal.referralId !== null && deal.sourceId !== null && (
          <>
            {": "}
            <Go to={`/people/${deal.sourceId}`}>{deal.sourceName}</Go> made the{" "}
            <Go to={`/referrals/${deal.referralId}`}>introduction</Go>
          </>
        )}
        {deal.originText !== null && <span className={css.soft}>, brought in as “{deal.originText}”</span>}
        {deal.memberId !== me.member.id && <span className={css.soft}>. {deal.memberName}'s deal.</span>}
      </p>
    </Section>
  );
}

/** What is seldom wanted: the ways back. */
function More({ deal }: { deal: DealView }) {
  const go = useGo();
  const say = useUndo();
  const reopen = useReopenDeal(deal);
  const again = useOpenDealAgain(deal);
  const takeBack = useTakeBackDeal(() => {
    say(`${deal.name} is taken back.`, () => again.sendNow(null));
    go("/deals", { instead: true });
  });
  const problem = reopen.problem ?? takeBack.problem;
  const open = { label: "Open it again", run: () => reopen.send(null) };
  return (
    <>
      <ActionMenu
        actions={[
          ...(deal.outcome === "open" ? [] : [open]),
          { label: "Take the deal back", run: () => takeBack.send(deal.id) },
        ]}
      >
        More
      </ActionMenu>
      {problem && <FormError problem={problem} />}
    </>
  );
}
