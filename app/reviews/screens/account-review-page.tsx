import { useState, type ReactNode } from "react";
import { dayText, fullDay } from "#lib/kernel/day-words.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Column } from "#lib/web/card.tsx";
import { CheckField } from "#lib/web/choice-fields.tsx";
import { DayField, TextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Go, useGo, usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { write } from "#lib/web/api.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { mayChangeFor } from "#team/member.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { POINTS, POINT_WORDS, type Point } from "../account-review.ts";
import type { AccountReviewView, AgendaView } from "../account-review-view.ts";
import { Commitments, MakeCommitment } from "./account-review-commitments.tsx";
import { Measures } from "./account-review-measures.tsx";
import { NoteAt } from "./account-review-note.tsx";
import { AgendaOnPaper } from "./account-review-paper.tsx";
import { RecapCard } from "./account-review-recap-card.tsx";
import { ReferralSlot } from "./account-review-slot.tsx";
import { deliveredLines } from "./account-review-words.ts";
import {
  REVIEW_READS,
  useChangeReview,
  useHoldReview,
  useTakeBackReview,
} from "./use-account-review-writes.ts";
import css from "./account-review.module.css";

/** Others may be writing at the same time: what they noted shows after so long. */
const ASK_AGAIN_MS = 15_000;

/** One review: what to go through, what was said, and what comes of it. */
export function AccountReviewPage() {
  const me = useMe();
  const agenda = useRead<AgendaView>(
    `/account-reviews/${usePathPart("reviewId")}`,
    {},
    { everyMs: ASK_AGAIN_MS },
  );
  if (agenda.problem) return <Trouble problem={agenda.problem} again={agenda.again} />;
  if (me === undefined || agenda.data === undefined) return <Loading />;
  return (
    <>
      <div className={css.screen}>
        <Column>
          <Head review={agenda.data.review} me={me} />
          <Points agenda={agenda.data} me={me} />
          {agenda.data.review.state !== "planned" && (
            <RecapCard agenda={agenda.data} fromName={me.member.name} />
          )}
        </Column>
      </div>
      <AgendaOnPaper agenda={agenda.data} today={me.today} />
    </>
  );
}

function Head({ review, me }: { review: AccountReviewView; me: Me }) {
  const go = useGo();
  const [sheet, setSheet] = useState<"held" | "move" | null>(null);
  const takeBack = useTakeBackReview(() => go(`/accounts/${review.accountId}`));
  const again = useWrite(
    (_: undefined, gesture) =>
      write<AccountReviewView>("DELETE", `/account-reviews/${review.id}/held`, undefined, gesture),
    { refresh: REVIEW_READS },
  );
  const mine = mayChangeFor(me, { memberId: review.memberId, teamId: review.memberTeamId });
  const { heldOn, day, time, state } = review;
  const planned = heldOn !== null && heldOn < day ? ` (planned for ${dayText(day, me.today)})` : "";
  const when =
    heldOn === null
      ? [fullDay(day, me.today), time]
      : [`Held ${dayText(heldOn, me.today)}${planned}`, planned ? null : time];
  return (
    <>
      <PageHeading
        below={
          <>
            {[...when.filter(Boolean), review.memberName].join(", ")}.{" "}
            <Go to={`/accounts/${review.accountId}`}>The account</Go>
            {review.meetingId !== null && (
              <>
                {" · "}
                <Go to={`/meetings/${review.meetingId}`}>The meeting</Go>
              </>
            )}
          </>
        }
        action={<Button onClick={() => window.print()}>Print the agenda</Button>}
      >{`Review with ${review.accountName}`}</PageHeading>
      <Card>
        <p>{peopleText(review)}</p>
        {mine && (
          <div className={css.acts}>
            {state === "held" ? (
              <Button tone="quiet" busy={again.busy} onClick={() => again.send(undefined)}>
                It was not held after all
              </Button>
            ) : (
              <>
                <Button tone={state === "unsaid" ? "primary" : "plain"} onClick={() => setSheet("held")}>
                  It was held …
                </Button>
                <Button onClick={() => setSheet("move")}>Another day …</Button>
                <Button tone="quiet" busy={takeBack.busy} onClick={() => takeBack.send(review.id)}>
                  Take it back
                </Button>
              </>
            )}
          </div>
        )}
        <FormError problem={takeBack.problem ?? again.problem} />
      </Card>
      <Sheet title="Who was there" opened={sheet === "held"} onClose={() => setSheet(null)}>
        <HeldForm review={review} today={me.today} onDone={() => setSheet(null)} />
      </Sheet>
      <Sheet title="Another day" opened={sheet === "move"} onClose={() => setSheet(null)}>
        <MoveForm review={review} onDone={() => setSheet(null)} />
      </Sheet>
    </>
  );
}

function HeldForm({
  review,
  today,
  onDone,
}: {
  review: AccountReviewView;
  today: string;
  onDone: () => void;
}) {
  const draft = useDraft({
    cameIds: review.people.map(({ personId }) => personId),
    day: review.day > today ? today : review.day,
  });
  const hold = useHoldReview(review, onDone);
  const { cameIds, day } = draft.value;
  return (
    <Form
      problem={hold.problem}
      onSubmit={() => hold.send({ cameIds, day })}
      actions={
        <Button submit tone="primary" busy={hold.busy} disabled={cameIds.length === 0}>
          It was held
        </Button>
      }
    >
      {review.people.map(({ personId, fullName }) => (
        <CheckField
          key={personId}
          name={`came-${personId}`}
          label={fullName}
          value={cameIds.includes(personId)}
          onChange={(on) =>
            draft.set({ cameIds: on ? [...cameIds, personId] : cameIds.filter((id) => id !== personId) })
          }
        />
      ))}
      <DayField label="Day" latest={today} {...draft.field("day")} />
      {day < review.day && (
        <p role="note">{`It was planned for ${dayText(review.day, today)}: this says that it was held before.`}</p>
      )}
    </Form>
  );
}

function MoveForm({ review, onDone }: { review: AccountReviewView; onDone: () => void }) {
  const draft = useDraft({ day: review.day, time: review.time ?? "" });
  const change = useChangeReview(review.id, onDone);
  return (
    <Form
      problem={change.problem}
      onSubmit={() => change.send({ day: draft.value.day, time: draft.value.time.trim() || null })}
      actions={
        <Button submit tone="primary" busy={change.busy}>
          Move it
        </Button>
      }
    >
      <DayField label="Day" {...draft.field("day")} />
      <TextField label="Time" hint="As 14:30; not needed." {...draft.field("time")} />
    </Form>
  );
}

function Points({ agenda, me }: { agenda: AgendaView; me: Me }) {
  const { review, ownPoints, notes } = agenda;
  const facts: Record<Point, ReactNode> = {
    commitments: <Promised agenda={agenda} me={me} />,
    delivered: (
      <Lines lines={deliveredLines(agenda.delivered, me.today)} since={agenda.since} today={me.today} />
    ),
    measures: <Measures items={agenda.measures} accountId={review.accountId} today={me.today} />,
    issues: <Issues agenda={agenda} today={me.today} />,
    "next-quarter": null,
    referral: <ReferralSlot agenda={agenda} today={me.today} />,
  };
  return (
    <>
      {POINTS.map((point) => (
        <Card key={point} title={POINT_WORDS[point]}>
          <div className={css.stack}>
            {facts[point]}
            <NoteAt reviewId={review.id} point={point} heading={POINT_WORDS[point]} note={notes[point]} />
          </div>
        </Card>
      ))}
      {ownPoints.map(({ id, name }) => (
        <Card key={id} title={name}>
          <div className={css.stack}>
            <NoteAt reviewId={review.id} point={id} heading={name} note={notes[id]} />
            {(notes[id]?.words ?? "") === "" && <TakeBackPoint reviewId={review.id} id={id} name={name} />}
          </div>
        </Card>
      ))}
      <OneMorePoint reviewId={review.id} />
    </>
  );
}

function Promised({ agenda, me }: { agenda: AgendaView; me: Me }) {
  const { commitments, review } = agenda;
  return (
    <>
      {commitments.length === 0 && <p className={css.soft}>Nothing is promised between us so far.</p>}
      <Commitments items={commitments} accountName={review.accountName} today={me.today} />
      <MakeCommitment review={review} me={me} />
    </>
  );
}

function Lines({ lines, since, today }: { lines: readonly string[]; since: string; today: string }) {
  if (lines.length === 0)
    return <p className={css.soft}>{`Nothing is written down since ${dayText(since, today)}.`}</p>;
  return (
    <ul className={css.facts}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Issues({ agenda, today }: { agenda: AgendaView; today: string }) {
  if (agenda.issues.length === 0) return <p className={css.soft}>Nothing serious is open.</p>;
  return (
    <ul className={css.facts}>
      {agenda.issues.map(({ id, what, day, byName, settledOn }) => (
        <li key={id}>
          {what}{" "}
          <span className={css.soft}>
            {settledOn === null
              ? `open since ${dayText(day, today)}, ${byName}`
              : `settled ${dayText(settledOn, today)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function OneMorePoint({ reviewId }: { reviewId: string }) {
  const draft = useDraft({ name: "" });
  const add = useWrite(
    (name: string, gesture) => write("POST", `/account-reviews/${reviewId}/points`, { name }, gesture),
    { refresh: REVIEW_READS, done: () => draft.reset({ name: "" }) },
  );
  return (
    <Form
      problem={add.problem}
      onSubmit={() => add.send(draft.value.name)}
      actions={
        <Button submit busy={add.busy} disabled={draft.value.name.trim() === ""}>
          Add it
        </Button>
      }
    >
      <TextField label="One more point" {...draft.field("name")} />
    </Form>
  );
}

function TakeBackPoint({ reviewId, id, name }: { reviewId: string; id: string; name: string }) {
  const takeBack = useWrite(
    (_: undefined, gesture) =>
      write("DELETE", `/account-reviews/${reviewId}/points/${id}`, undefined, gesture),
    { refresh: REVIEW_READS },
  );
  return (
    <div className={css.acts}>
      <Button tone="quiet" label={`Take back the point ${name}`} onClick={() => takeBack.send(undefined)}>
        Take back
      </Button>
      <FormError problem={takeBack.problem} />
    </div>
  );
}

function peopleText({ people, state }: AccountReviewView): string {
  const came = people.filter((each) => each.came === true).map(({ fullName }) => fullName);
  if (state === "held") return `There: ${came.join(", ")}.`;
  return `Invited: ${people.map(({ fullName }) => fullName).join(", ")}.`;
}
