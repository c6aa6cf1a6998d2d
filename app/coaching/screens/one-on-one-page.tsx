import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import { Button } from "#lib/web/button.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { FactsSheet, type Opened } from "#scorecard/screens/facts-sheet.tsx";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { MOST_WEEKS } from "../one-on-one.ts";
import type { CoachingPageView } from "../coaching-page-view.ts";
import { CoachingTabs } from "./coaching-tabs.tsx";
import { DUE_TONES, dueText, pageHeading, rhythmText } from "./coaching-words.ts";
import { AheadForm } from "./ahead-form.tsx";
import { HeldBefore } from "./held-before.tsx";
import { LastTime } from "./last-time.tsx";
import {
  KpisCard,
  MilestonesCard,
  NotAskedCard,
  OwedCard,
  PracticeCard,
  PromisesCard,
  SourcesCard,
} from "./member-facts.tsx";
import { OneOnOnePaper } from "./one-on-one-paper.tsx";
import { PrivateNote } from "./private-note.tsx";
import { useCoachingPage, useRhythm } from "./use-coaching.ts";
import { WhatHolds } from "./what-holds.tsx";
import css from "./coaching.module.css";

/** All that a coach and somebody they lead talk about over, made from what is written down; and one sheet of paper. */
export function OneOnOnePage() {
  const me = useMe();
  const memberId = usePathPart("memberId");
  const page = useCoachingPage(memberId);
  if (page.problem) return <Trouble problem={page.problem} again={page.again} />;
  if (page.data === undefined || me === undefined) return <Loading lines={8} />;
  return <OneOnOne key={memberId} page={page.data} me={me} again={page.again} />;
}

function OneOnOne({ page, me, again }: { page: CoachingPageView; me: Me; again: () => void }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const { member, due, last } = page;
  const isOwn = me.member.id === member.id;
  const below = [
    isOwn ? (member.coachName === null ? null : `With ${member.coachName}`) : member.teamName,
    last === null ? "not held yet" : `last on ${dayText(last.agreed.heldOn ?? "", me.today)}`,
  ];
  return (
    <>
      <div className={css.screen}>
        <CoachingTabs />
        <PageHeading
          action={
            <div className={css.headActs}>
              <Rhythm page={page} />
              <Button onClick={() => window.print()}>Print</Button>
            </div>
          }
          below={below.filter((part) => part !== null).join(" · ")}
        >
          {pageHeading(member.name, isOwn)}
        </PageHeading>
        <div>
          <Pill tone={DUE_TONES[due.standing]}>{dueText(due, me.today)}</Pill>
        </div>
        <div className={css.talk}>
          {last !== null && (
            <div className={css.since}>
              <LastTime last={last} page={page} me={me} />
            </div>
          )}
          <div className={css.ahead}>
            <AheadForm page={page} me={me} again={again} />
            <PrivateNote memberId={member.id} note={page.note ?? ""} />
            <HeldBefore page={page} me={me} />
          </div>
          <div className={css.over}>
            <MilestonesCard page={page} me={me} />
            <WhatHolds page={page} isOwn={isOwn} />
            <KpisCard page={page} me={me} onOpen={setOpened} />
            <PromisesCard page={page} me={me} />
            <NotAskedCard page={page} me={me} />
            <OwedCard page={page} me={me} />
            <PracticeCard page={page} me={me} />
            <SourcesCard page={page} />
          </div>
        </div>
      </div>
      <OneOnOnePaper page={page} me={me} />
      <FactsSheet opened={opened} me={me} onClose={() => setOpened(null)} />
    </>
  );
}

function Rhythm({ page: { member, mayCoach } }: { page: CoachingPageView }) {
  const change = useRhythm(member.id, member.everyWeeks);
  if (member.coachId === null) return null;
  if (!mayCoach) return <span className={css.soft}>{rhythmText(member.everyWeeks)}</span>;
  return (
    <>
      <ChoiceField
        label="You meet"
        name="everyWeeks"
        value={String(member.everyWeeks)}
        options={Array.from({ length: MOST_WEEKS }, (_, at) => ({
          value: String(at + 1),
          label: rhythmText(at + 1),
        }))}
        onChange={(weeks) => change.send(Number(weeks))}
      />
      <FormError problem={change.problem} />
    </>
  );
}
