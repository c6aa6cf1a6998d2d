import { dayText } from "#lib/kernel/day-words.ts";
import { GoButton } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { callName } from "#people/call-name.ts";
import type { Me } from "#team/me-view.ts";
import type { DueMemberView } from "../one-on-one-view.ts";
import { DUE_TONES, dueText, mineHeading, rhythmText } from "./coaching-words.ts";
import { HeldBefore } from "./held-before.tsx";
import { LastTime } from "./last-time.tsx";
import { useCoachingPage, useDue } from "./use-coaching.ts";
import { WhatHolds } from "./what-holds.tsx";
import css from "./coaching.module.css";

/** For somebody who is coached: when the next 1:1 is, what they agreed on, and what to practise. */
export function MyCoaching({ me }: { me: Me }) {
  const due = useDue();
  const page = useCoachingPage(me.member.id);
  const problem = due.problem ?? page.problem;
  if (problem) return <Trouble problem={problem} again={page.again} />;
  if (due.data === undefined || page.data === undefined) return <Loading lines={6} />;
  const { mine } = due.data;
  if (mine === null)
    return (
      <Empty>
        Nobody leads you here, so there is no 1:1 to prepare. Ask a leader to put you into a team.
      </Empty>
    );
  const { last } = page.data;
  return (
    <>
      <PageHeading
        below={`${rhythmText(mine.everyWeeks)}. Three questions: who, what outcomes, what about.`}
        action={
          <GoButton to={`/coaching/${me.member.id}`} tone="primary">
            Prepare it
          </GoButton>
        }
      >
        {mineHeading(mine, me.today)}
      </PageHeading>
      <div className={css.sides}>
        <div className={css.stack}>
          {last === null ? (
            <Empty
              action={<GoButton to={`/coaching/${me.member.id}`}>Write what you want to talk about</GoButton>}
            >
              You have not met yet. What you agree on will stand here, with what came of it.
            </Empty>
          ) : (
            <LastTime last={last} page={page.data} me={me} />
          )}
        </div>
        <div className={css.stack}>
          <WhatHolds page={page.data} isOwn />
          <HeldBefore page={page.data} me={me} />
        </div>
      </div>
    </>
  );
}

/** For whoever coaches and is coached themselves: their own, in one card. */
export function OwnOneOnOne({ mine, me }: { mine: DueMemberView; me: Me }) {
  return (
    <Card>
      <div className={css.between}>
        <p className={css.who}>
          Your own, with {callName(mine.coachName ?? "")}{" "}
          <Pill tone={DUE_TONES[mine.due.standing]}>{dueText(mine.due, me.today)}</Pill>{" "}
          <span className={css.soft}>
            {mine.lastOn === null ? "" : `last on ${dayText(mine.lastOn, me.today)}`}
            {mine.coachPrepared && !mine.memberPrepared ? " · they have prepared" : ""}
          </span>
        </p>
        <GoButton to={`/coaching/${mine.id}`}>{mine.memberPrepared ? "Look at it" : "Prepare it"}</GoButton>
      </div>
    </Card>
  );
}
