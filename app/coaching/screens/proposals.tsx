import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Quote, Section } from "#lib/web/card.tsx";
import { LongTextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Form } from "#lib/web/form.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { PART_WORDS } from "#asks/screens/talk-words.ts";
import type { Me } from "#team/me-view.ts";
import { mayDecide } from "../best-practice.ts";
import type { ProposalView } from "../best-practice-view.ts";
import { useAnswerProposal, useProposals, useTakeBackProposal } from "./use-best-practices.ts";
import css from "./praise.module.css";

/** Words that wait for a yes or no, and those that were answered lately. */
export function Proposals({ me }: { me: Me }) {
  const items = useProposals().data?.items ?? [];
  const waiting = items.filter(({ decision }) => decision === null);
  const answered = items.filter(({ decision }) => decision !== null);
  return (
    <>
      {waiting.length > 0 && (
        <Section title="Proposed for a library">
          {waiting.map((each) => (
            <Waiting key={each.id} proposal={each} me={me} />
          ))}
        </Section>
      )}
      {answered.length > 0 && (
        <Section title="Answered in the last quarter">
          <ul className={css.lines}>
            {answered.map((each) => (
              <Answered key={each.id} proposal={each} me={me} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Waiting({ proposal, me }: { proposal: ProposalView; me: Me }) {
  const { id, text, part, by, ownerName, teamName, why, day } = proposal;
  const [refusing, setRefusing] = useState(false);
  const answer = useAnswerProposal(id, () => setRefusing(false));
  const takeBack = useTakeBackProposal(proposal);
  const decides = mayDecide(me, proposal);
  return (
    <Card
      title={PART_WORDS[part]}
      below={`${by.name} proposed ${ownerName === null ? "these words" : `${ownerName}’s words`} for ${teamName === null ? "everybody’s library" : `the library of ${teamName}`}, ${dayText(day, me.today)}.`}
      actions={
        <>
          {decides && !refusing && (
            <>
              <Button
                tone="primary"
                busy={answer.busy}
                onClick={() => answer.send({ accepts: true, why: null })}
              >
                Put them in
              </Button>
              <Button onClick={() => setRefusing(true)}>Not these</Button>
            </>
          )}
          {by.id === me.member.id && (
            <Button tone="quiet" busy={takeBack.busy} onClick={() => takeBack.send(id)}>
              Take back
            </Button>
          )}
        </>
      }
    >
      <Quote>
        <p className={css.words}>{text}</p>
      </Quote>
      {why !== null && <p className={css.soft}>Why: {why}</p>}
      {refusing && <Refuse answer={answer} name={by.name} onCancel={() => setRefusing(false)} />}
      {!refusing && <FormError problem={answer.problem ?? takeBack.problem} />}
    </Card>
  );
}

function Refuse({
  answer,
  name,
  onCancel,
}: {
  answer: ReturnType<typeof useAnswerProposal>;
  name: string;
  onCancel: () => void;
}) {
  const [why, setWhy] = useState("");
  return (
    <Form
      problem={answer.problem}
      onSubmit={() => answer.send({ accepts: false, why })}
      actions={
        <>
          <Button tone="primary" submit busy={answer.busy}>
            Refuse
          </Button>
          <Button tone="quiet" onClick={onCancel}>
            Cancel
          </Button>
        </>
      }
    >
      <LongTextField label={`Why not: ${name} reads it`} name="why" value={why} onChange={setWhy} lines={2} />
    </Form>
  );
}

function Answered({ proposal, me }: { proposal: ProposalView; me: Me }) {
  const { text, decision, decidedBy, decidedOn, decidedWhy, by, teamName } = proposal;
  return (
    <li className={css.line}>
      <div className={css.between}>
        <p className={css.words}>“{text}”</p>
        <Pill tone={decision === "accepted" ? "good" : "quiet"}>
          {decision === "accepted" ? "in the library" : "refused"}
        </Pill>
      </div>
      <p className={css.soft}>
        {by.name} proposed them for {teamName ?? "everybody"};{" "}
        {decision === "accepted" ? "put in" : "refused"} by {decidedBy}
        {decidedOn !== null && `, ${dayText(decidedOn, me.today)}`}
        {decidedWhy !== null && `: ${decidedWhy}`}
      </p>
    </li>
  );
}
