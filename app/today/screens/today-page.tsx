import { useEffect, useState } from "react";
import { timeOfDayIn, type Day } from "#lib/kernel/days.ts";
import type { Page } from "#lib/kernel/page.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import { Column, Section } from "#lib/web/card.tsx";
import { Parts } from "#lib/web/parts.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { SharedRoom } from "#lib/web/shared-room.tsx";
import { useDealtWith } from "#lib/web/use-outbox.ts";
import { useKeepPeople } from "#people/screens/find-people.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import type { AskLine } from "#asks/ask-view.ts";
import type { DueReminderView } from "#asks/coverage-view.ts";
import type { PlanView } from "#asks/plan-view.ts";
import { PlanCard } from "#asks/screens/plan-card.tsx";
import { PlannedLine } from "#asks/screens/planned-line.tsx";
import { useDueMoments } from "#asks/screens/use-waiting.ts";
import type { MeetingView } from "#meetings/meeting-view.ts";
import type { ReferralView } from "#referrals/referral-view.ts";
import type { CardsTodayView } from "#reviews/report-view.ts";
import type { Me } from "#team/me-view.ts";
import type { DutyView } from "#loops/duty-view.ts";
import { GiftsWaiting, useGiftsWaiting } from "#loops/screens/gifts-waiting.tsx";
import { useMe, useNow } from "#team/screens/use-me.ts";
import { dealCard, hasRoom, isOver, waitingFrom, withoutDone, type Waiting } from "../card.ts";
import { furtherShown } from "../further.ts";
import type { SuggestionsView, SuggestionView } from "../suggestion-view.ts";
import { AskSheet } from "./ask-sheet.tsx";
import { keepDealt, readDealt } from "./dealt.ts";
import { DemoProgress } from "./demo-progress.tsx";
import { DueMoment } from "./due-moment.tsx";
import { DueReminder } from "./due-reminder.tsx";
import { FirstNames } from "./first-names.tsx";
import { MeetingsToday } from "./meetings-today.tsx";
import { NewIntroduction } from "./new-introduction.tsx";
import { Owed } from "./owed.tsx";
import { RefusedOffer } from "./refused-offer.tsx";
import { ReturnedAsk } from "./returned-ask.tsx";
import { SuggestedAsk } from "./suggested-ask.tsx";
import { endingFor, headingFor } from "./today-words.ts";
import { useOthersWaiting } from "./use-others-waiting.ts";
import { useKeepSuggestions, useSuggestions } from "./use-suggestions.ts";
import css from "./today-page.module.css";

/** More than a card holds: what is done is not replaced, so what waits behind it must be known. */
const READ = 20;

/** The one screen a rep opens, and closes again. */
export function TodayPage() {
  const me = useMe();
  return me === undefined ? <Loading /> : <Today me={me} />;
}

function Today({ me }: { me: Me }) {
  const mine = { member: me.member.id, limit: READ };
  const toAsk = { ...mine, askable: true };
  const introductions = useRead<Page<ReferralView>>("/referrals", { ...mine, unanswered: true });
  const returned = useRead<Page<AskLine>>("/asks", { ...toAsk, returning: true });
  const meetings = useRead<Page<MeetingView>>("/meetings", { ...mine, stage: "due" });
  const moments = useDueMoments({ member: me.member.id, askable: true });
  const reminders = useRead<{ items: DueReminderView[] }>("/handover-reminders", { member: me.member.id });
  const plans = useRead<Page<PlanView>>("/plans", { ...toAsk, state: "planned" });
  const duties = useRead<{ items: DutyView[] }>("/duties", {
    responsible: me.member.id,
    elsewhere: true,
  });
  const now = useNow();
  const readings = [introductions, returned, meetings, moments, reminders, plans, duties];
  const failed = readings.find((reading) => reading.problem);
  if (failed?.problem)
    return <Trouble problem={failed.problem} again={() => readings.forEach((each) => each.again())} />;
  if (!introductions.data || !returned.data || !meetings.data || !moments.data) return <Loading />;
  if (!reminders.data || !plans.data || !duties.data) return <Loading />;
  const waiting = waitingFrom(
    {
      introductions: introductions.data.items,
      returned: returned.data.items,
      meetings: meetings.data.items,
      moments: moments.data.items,
      reminders: reminders.data.items,
      plans: plans.data.items,
      duties: duties.data.items,
    },
    {
      memberId: me.member.id,
      thisWeek: weekOf(me.today, me.workspace.calendar.firstDay),
      now,
      timeZone: me.workspace.timeZone,
    },
  );
  return <WithSuggestions waiting={waiting} me={me} />;
}

/** Whom one might ask is worked out only for places that the others leave. */
function WithSuggestions({ waiting, me }: { waiting: Omit<Waiting, "suggestions">; me: Me }) {
  const now = { today: me.today, time: timeOfDayIn(useNow(), me.workspace.timeZone) };
  // Who has just said how glad they are of us comes also where there is no room.
  const glad = useRead<CardsTodayView>("/report-cards-today").data?.talk ?? null;
  const wanted = glad !== null || hasRoom(waiting, readDealt(me.member.id, me.today), now);
  const suggestions = useSuggestions(wanted);
  if (suggestions.problem) return <Trouble problem={suggestions.problem} again={suggestions.again} />;
  if (wanted && !suggestions.data) return <Loading />;
  const items = suggestions.data?.items ?? [];
  return (
    <DaysCard waiting={{ ...waiting, suggestions: items }} suggestions={suggestions.data} now={now} me={me} />
  );
}

interface DaysCardProps {
  waiting: Waiting;
  suggestions: SuggestionsView | undefined;
  now: { today: Day; time: string };
  me: Me;
}

function DaysCard({ waiting, suggestions, now, me }: DaysCardProps) {
  const [refused, setRefused] = useState<SuggestionView | null>(null);
  const { today } = now;
  const card = dealCard(waiting, readDealt(me.member.id, today), now);
  const { people, owed, more, dealt } = withoutDone(card, useDealtWith());
  useKeepPeople(me.member.id);
  const gifts = useGiftsWaiting(me).decide;
  const others = useOthersWaiting();
  const left = people.length + owed.length + gifts + (others ?? 0);
  useEffect(() => keepDealt(me.member.id, today, dealt));
  useKeepSuggestions(
    people.some(({ kind }) => kind === "suggestion"),
    suggestions,
  );
  return (
    <Column>
      <PageHeading>{headingFor(people.length, owed.length, gifts, others)}</PageHeading>
      <LogBar />
      <PlannedLine me={me} />
      {me.workspace.story === "demo" && <DemoProgress />}
      <MeetingsToday meetings={meetingsAhead(waiting.meetings, now)} />
      <Parts on="today first" id={me.member.id} seldom />
      {people.length > 0 && (
        <Section title="Talk to">
          {people.map((each) =>
            each.kind === "answer" ? (
              <NewIntroduction key={each.id} referral={each.referral} me={me} />
            ) : each.kind === "ask" ? (
              <ReturnedAsk key={each.id} ask={each.ask} today={today} />
            ) : each.kind === "moment" ? (
              <DueMoment key={each.id} came={each.moment} me={me} />
            ) : each.kind === "reminder" ? (
              <DueReminder key={each.id} reminder={each.reminder} me={me} />
            ) : each.kind === "suggestion" ? (
              <SuggestedAsk
                key={each.personId}
                suggestion={each.suggestion}
                onRefused={(one) => setRefused(one.offer === null ? null : one)}
              />
            ) : (
              <PlanCard
                key={each.id}
                plan={each.plan}
                me={me}
                thisWeek={weekOf(today, me.workspace.calendar.firstDay)}
                mine
              />
            ),
          )}
        </Section>
      )}
      {owed.length > 0 && (
        <Section title="Owed">
          <Owed duties={owed} me={me} />
        </Section>
      )}
      <SharedRoom share={furtherShown}>
        <Parts on="today last" id={me.member.id} />
      </SharedRoom>
      <GiftsWaiting me={me} />
      <RefusedOffer refused={refused} me={me} onClose={() => setRefused(null)} />
      {left === 0 && me.workspace.story !== "demo" && <FirstNames />}
      <Parts on="today end" id={me.member.id} seldom />
      <p className={css.end}>{endingFor(left, more)}</p>
    </Column>
  );
}

/** Of today, and not over yet; the next one first. */
function meetingsAhead(meetings: readonly MeetingView[], now: DaysCardProps["now"]): MeetingView[] {
  return meetings
    .filter((meeting) => meeting.day === now.today && !isOver(meeting, now))
    .toSorted((a, b) => (a.time ?? "").localeCompare(b.time ?? ""));
}

/** Looks like a line to type in; opens the sheet that logs an ask. */
function LogBar() {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button type="button" className={css.bar} onClick={() => setOpened(true)}>
        <span>I asked … for an introduction</span>
        <span className={css.plus} aria-hidden="true">
          +
        </span>
      </button>
      <AskSheet opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}
