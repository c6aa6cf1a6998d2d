import { useState } from "react";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { nextWeek, weekOf } from "#lib/kernel/weeks.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { day } from "#lib/web/filters.ts";
import { Go, useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { useDealtWith } from "#lib/web/use-outbox.ts";
import { callName } from "#people/call-name.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { WeekView } from "../week-view.ts";
import { CheckInForm } from "./check-in-form.tsx";
import { PartnerWeeks } from "./partner-weeks.tsx";
import { planDraftKey, readPlanDraft } from "./plan-draft.ts";
import { PlanEditor } from "./plan-editor.tsx";
import { PromisesCard } from "./promises-card.tsx";
import { checkInAbout, planAbout, useMyWeek, usePartnerships, useWeek } from "./use-week.ts";
import { WeekHistory } from "./week-history.tsx";
import { weekHeading, weekName } from "./week-words.ts";
import css from "./week.module.css";

const weekFilters = { week: day() };

/** What one promises for a week, how it went, and what one's partner promised. */
export function WeekPage() {
  const me = useMe();
  return me === undefined ? <Loading /> : <Weeks me={me} />;
}

function Weeks({ me }: { me: Me }) {
  const [filters] = useFilters(weekFilters);
  const { firstDay } = me.workspace.calendar;
  const week = weekOf(filters.week ?? me.today, firstDay);
  const thisWeek = weekOf(me.today, firstDay);
  const read = useWeek(week);
  if (read.problem) return <Trouble problem={read.problem} again={read.again} />;
  if (read.data === undefined) return <Loading />;
  return (
    <div className={css.page}>
      <PageHeading
        below={weekName(week, me.today)}
        action={me.member.role === "rep" ? undefined : <Go to="/week/team">The team’s promises</Go>}
      >
        {weekHeading(read.data, week > thisWeek)}
      </PageHeading>
      <p className={css.between}>
        <Go to={`/week?week=${addDays(week, -7)}`}>The week before</Go>
        {week !== thisWeek && <Go to="/week">This week</Go>}
        {week <= thisWeek && <Go to={`/week?week=${nextWeek(week)}`}>The week after</Go>}
      </p>
      <div className={css.sides}>
        <Section title="Mine">
          <OneWeek key={week} week={read.data} me={me} thisWeek={thisWeek} />
        </Section>
        <PartnerWeeks week={week} me={me} />
      </div>
      {week === thisWeek && <WeekHistory today={me.today} />}
    </div>
  );
}

function OneWeek({ week, me, thisWeek }: { week: WeekView; me: Me; thisWeek: Day }) {
  const [doing, setDoing] = useState<"plan" | "tell" | "read" | null>(() =>
    week.plan !== null && readPlanDraft(planDraftKey(me.member.id, week.week)) !== null ? "plan" : null,
  );
  const mine = useMyWeek();
  const partners = usePartnerships();
  const invited = mine.data?.invitation;
  const isInvited = invited?.to === "check-in" && invited.week === week.week;
  const mayPlan = week.week >= thisWeek && week.checkIn === null;
  const mayTell = week.plan !== null && week.tellFrom <= me.today && week.toldUntil >= me.today;
  const read = () => setDoing("read");
  const onDevice = useDealtWith();
  if (onDevice.has(planAbout(week.week)) || onDevice.has(checkInAbout(week.week)))
    return <Empty>What you said of this week waits on this device and goes out by itself.</Empty>;
  if (week.plan === null && !mayPlan)
    return <Empty>Nothing was promised for this week. Who promises a name asks it.</Empty>;
  if (week.plan === null) return <PlanEditor week={week} me={me} onDone={read} />;
  if (doing === "plan" && mayPlan) return <PlanEditor week={week} me={me} onDone={read} onLeave={read} />;
  if (mayTell && (doing === "tell" || (doing === null && isInvited)))
    return (
      <CheckInForm
        week={week}
        partners={(partners.data?.items ?? [])
          .filter(({ agreed }) => agreed)
          .flatMap(({ members }) => members.filter(({ id }) => id !== me.member.id))
          .map(({ name }) => callName(name))}
        onDone={read}
        onLeave={read}
      />
    );
  return (
    <>
      <PromisesCard
        week={week}
        title={week.checkIn === null ? "I promised" : "I promised, and told how it went"}
        mine
        actions={
          mayTell || mayPlan ? (
            <>
              {mayTell && (
                <Button tone={isInvited ? "primary" : "plain"} onClick={() => setDoing("tell")}>
                  {week.checkIn === null ? "Tell how it went" : "Tell it anew"}
                </Button>
              )}
              {mayPlan && <Button onClick={() => setDoing("plan")}>Change the plan</Button>}
            </>
          ) : undefined
        }
      />
      {invited?.to === "plan-next" && week.week === thisWeek && (
        <p>
          <Go to={`/week?week=${invited.week}`}>Promise for next week while you remember this one</Go>
        </p>
      )}
    </>
  );
}
