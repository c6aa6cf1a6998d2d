import { useState } from "react";
import type { MomentView } from "#asks/moment-view.ts";
import { MOMENT_WORDS } from "#asks/screens/ask-words.ts";
import { momentLines } from "#asks/moment-words.ts";
import { personAt } from "#asks/moment.ts";
import { WhyNot } from "#asks/screens/why-not.tsx";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Quote } from "#lib/web/card.tsx";
import { Go } from "#lib/web/go.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { shortDay } from "#lib/kernel/day-words.ts";
import type { Me } from "#team/me-view.ts";
import { CallButton } from "./call-button.tsx";
import { workplace } from "./workplace.ts";

/** A moment of the sales process that is due at an account of mine, with what was said there early. */
export function DueMoment({ came, me }: { came: MomentView; me: Me }) {
  const [why, setWhy] = useState(false);
  const [seed] = came.seeds;
  const personId = personAt(came);
  const name = came.personName ?? seed?.personName ?? came.accountName;
  const { why: whyNow, say } = momentLines(came);
  const to = personId === null ? `/accounts/${came.accountId}` : `/people/${personId}`;
  return (
    <Card
      title={<Go to={to}>{name}</Go>}
      below={personId === null ? undefined : workplace(came.personTitle, came.accountName)}
      aside={<Pill tone="due">{MOMENT_WORDS[came.moment]}</Pill>}
      actions={
        <>
          {personId === null ? (
            <GoButton tone="primary" to={to}>
              Whom to ask there
            </GoButton>
          ) : (
            <>
              <CallButton personId={personId} name={name} />
              <GoButton to={`/people/${personId}/ask?moment=${came.moment}`}>
                What to say<span className="only-heard"> to {name}</span>
              </GoButton>
            </>
          )}
          {!why && (
            <Button onClick={() => setWhy(true)}>
              Let it go<span className="only-heard">: {name}</span>
            </Button>
          )}
        </>
      }
    >
      <p>{whyNow}</p>
      {seed?.words ? (
        <>
          <p>Said early, {seed.day === me.today ? "today" : `on ${shortDay(seed.day, me.today)}`}:</p>
          <Quote>{seed.words}</Quote>
        </>
      ) : (
        <Quote>{say}</Quote>
      )}
      {why && (
        <WhyNot
          path="/moments"
          id={came.id}
          name={name}
          issueOf={personId === null ? `/accounts/${came.accountId}` : `/people/${personId}`}
          me={me}
        />
      )}
    </Card>
  );
}
