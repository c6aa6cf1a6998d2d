import { lazy, Suspense } from "react";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { callName } from "#people/call-name.ts";
import { tallyText } from "../promise-words.ts";
import type { MyWeekView, WeekView } from "../week-view.ts";
import { PromiseLine } from "./promise-line.tsx";
import { useAskHowItWent, useMyWeek } from "./use-week.ts";
import { invitationWords } from "./week-words.ts";
import css from "./week.module.css";

const MOST_OPEN = 3;

/** Seldom there. */
const PartnerNews = lazy(async () => ({ default: (await import("./partner-news.tsx")).PartnerNews }));

/** On Today: what today is the day for, what of the week is open still, and who waits for whom. */
export function WeekToday() {
  const mine = useMyWeek().data;
  if (mine === undefined) return null;
  const { invitation, week, asked, missing, partners } = mine;
  const isShown = week.plan !== null && week.checkIn === null;
  const hasNews = partners.wanted.length > 0 || partners.lost !== null || partners.unpaired > 0;
  if (invitation === null && asked === null && missing.length === 0 && !isShown && !hasNews) return null;
  return (
    <Section title="Promised this week" aside={<Go to="/week">My week</Go>}>
      <Card>
        <Invited invitation={invitation} asked={asked} />
        {isShown && <OpenPromises week={week} />}
        {missing.map((each) => (
          <Missing key={each.id} partner={each} />
        ))}
        {hasNews && (
          <Suspense>
            <PartnerNews news={partners} />
          </Suspense>
        )}
      </Card>
    </Section>
  );
}

function Invited({ invitation, asked }: Pick<MyWeekView, "invitation" | "asked">) {
  const to = invitation ?? (asked && { to: "check-in" as const, week: asked.week });
  if (to === null) return null;
  const { says, does } = invitationWords(to.to);
  return (
    <div className={css.between}>
      <div className={css.said}>
        <p className={css.what}>{says}</p>
        {asked !== null && (
          <p className={css.soft}>{asked.byNames.map(callName).join(" and ")} asked: how did it go?</p>
        )}
      </div>
      <GoButton to={`/week?week=${to.week}`}>{does}</GoButton>
    </div>
  );
}

function OpenPromises({ week }: { week: WeekView }) {
  const open = week.promises.filter(({ state }) => state === "open");
  return (
    <>
      <p className={css.quiet}>{tallyText(week.tally) ?? "What you promised fell away."}</p>
      {open.length > 0 && (
        <ul className={css.lines}>
          {open.slice(0, MOST_OPEN).map((promise) => (
            <PromiseLine key={promise.id} promise={promise} />
          ))}
        </ul>
      )}
      {open.length > MOST_OPEN && <Go to="/week">{`${open.length - MOST_OPEN} more`}</Go>}
    </>
  );
}

function Missing({ partner: { id, name, week, nudgeId } }: { partner: MyWeekView["missing"][number] }) {
  const first = callName(name);
  const nudge = useAskHowItWent(first);
  return (
    <div className={css.between}>
      <p className={css.quiet}>{first} has not told how the week went.</p>
      <Button
        busy={nudge.busy}
        disabled={nudgeId !== null}
        onClick={() => nudge.send({ memberId: id, week })}
      >
        {nudgeId === null ? `Ask ${first} how it went` : "Asked"}
      </Button>
      <FormError problem={nudge.problem} />
    </div>
  );
}
