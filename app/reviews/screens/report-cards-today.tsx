import { useState } from "react";
import { addDays } from "#lib/kernel/days.ts";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { useRead } from "#lib/web/queries.ts";
import { useSharedRoom } from "#lib/web/shared-room.tsx";
import { callName } from "#people/call-name.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { OCCASION_WORDS } from "../questionnaire.ts";
import { WHY_NO_TALK, WHY_NO_TALK_WORDS } from "../report-card.ts";
import type { CardStandingView, CardsTodayView, ReportCardView } from "../report-view.ts";
import { lookDueText } from "./look-due.ts";
import { ReportLine } from "./report-line.tsx";
import { SendCard } from "./send-card.tsx";
import { useLookAt, usePutOffCard, useRefuseTalk } from "./use-report-writes.ts";
import { whoSeesText } from "./report-words.ts";
import css from "./reports.module.css";

/** On Today: low numbers to look at, and at most one card to send. Nothing where there is none. A high one is a reason to ask, on the card. */
export function ReportCardsToday() {
  const me = useMe();
  const { data } = useRead<CardsTodayView>("/report-cards-today");
  const count = data === undefined ? 0 : data.low.length + Number(data.due !== null);
  const shown = useSharedRoom("report-cards", count);
  if (me === undefined || data === undefined || shown === 0) return null;
  const { low, due } = data;
  const lines = [
    ...low.map((card) => (
      <li key={card.id}>
        <Low card={card} me={me} />
      </li>
    )),
    due !== null && (
      <li key="due">
        <Due standing={due} me={me} />
      </li>
    ),
  ].filter((line) => line !== false);
  return (
    <Section title="What clients say" aside={<Go to="/report-cards">All</Go>}>
      <Card>
        <ul className={css.lines}>{lines.slice(0, shown)}</ul>
      </Card>
    </Section>
  );
}

function Low({ card, me }: { card: CardsTodayView["low"][number]; me: Me }) {
  const look = useLookAt(card);
  const who = card.ownerId === me.member.id ? "" : ` ${whoSeesText(card)}`;
  return (
    <>
      <ReportLine card={card} today={me.today} of="person">
        {card.mayHandle && (
          <Button
            busy={look.busy}
            label={`I saw to it: ${card.personName ?? "report card"}`}
            onClick={() => look.send({})}
          >
            I saw to it
          </Button>
        )}
      </ReportLine>
      {card.why !== null && <blockquote className={css.why}>“{card.why}”</blockquote>}
      <p className={card.late ? css.late : css.soft}>
        {lookDueText(card.lookDue, card.late, me)}
        {who} Nobody there is asked while the issue is open.
      </p>
      <FormError problem={look.problem} />
    </>
  );
}

/** On the page of a card. */
export function Talk({ card, me }: { card: ReportCardView; me: Me }) {
  const refuse = useRefuseTalk(card);
  const name = card.personName === null ? "them" : callName(card.personName);
  return (
    <>
      <ReportLine card={card} today={me.today} of="person">
        <GoButton to={`/people/${card.personId}`}>Talk to {name}</GoButton>
        {card.mayHandle && (
          <ActionMenu
            label={`No talk with ${name}`}
            actions={WHY_NO_TALK.map((why) => ({
              label: `No: ${WHY_NO_TALK_WORDS[why]}`,
              run: () => refuse.send({ why }),
            }))}
          >
            …
          </ActionMenu>
        )}
      </ReportLine>
      <p className={css.soft}>
        {name} gave {card.score} of 10 and would recommend you: thank them, and ask while they are glad of
        you.
      </p>
      <FormError problem={refuse.problem} />
    </>
  );
}

function Due({ standing, me }: { standing: CardStandingView; me: Me }) {
  const [sending, setSending] = useState(false);
  const putOff = usePutOffCard(standing, me.today);
  const { personName, accountName, personTitle, card } = standing;
  const name = callName(personName);
  const later = (label: string, days: number) => ({
    label,
    run: () => putOff.send({ untilDay: addDays(me.today, days) }),
  });
  return (
    <>
      <div className={css.line}>
        <div className={css.words}>
          <p className={css.name}>
            <Go to={`/people/${standing.personId}`}>{personName}</Go>
          </p>
          <p className={css.soft}>{[personTitle, accountName].filter(Boolean).join(", ")}</p>
          <p>
            A report card is due{card === null ? "" : ` ${OCCASION_WORDS[card.occasion]}`}: two minutes, and
            you know what {name} expects.
          </p>
        </div>
        <div className={css.acts}>
          <Button onClick={() => setSending(true)}>Send {name} a card</Button>
          <ActionMenu
            label={`Put off the report card to ${personName}`}
            actions={[
              later("Not now: in a week", 7),
              later("Not now: in a month", 30),
              later("In half a year", 182),
            ]}
          >
            …
          </ActionMenu>
        </div>
      </div>
      <FormError problem={putOff.problem} />
      <SendCard
        whom={standing}
        occasion={card?.occasion ?? "half-yearly"}
        opened={sending}
        onClose={() => setSending(false)}
      />
    </>
  );
}
