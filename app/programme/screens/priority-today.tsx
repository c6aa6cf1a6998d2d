import type { ReactNode } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import { periodOf } from "#lib/kernel/fiscal.ts";
import { GoButton } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { periodText } from "#scorecard/screens/period-words.ts";
import type { Me } from "#team/me-view.ts";
import { mayLead } from "#team/member.ts";
import { useMe } from "#team/screens/use-me.ts";
import { mayAnswer } from "../poll.ts";
import type { PollsView } from "../poll-view.ts";
import type { AreasView } from "../priority-view.ts";
import type { MonthView } from "../spiff-view.ts";
import { AREA_WORDS, STATE_WORDS } from "./alignment-words.ts";
import css from "./priority.module.css";

/** On Today: what of the programme waits for oneself: areas that are due, an open poll, a month to be signed. */
export function PriorityToday() {
  const me = useMe();
  return me === undefined ? null : <Waiting me={me} />;
}

function Waiting({ me }: { me: Me }) {
  const areas = useRead<AreasView>("/my-alignment").data?.items ?? [];
  const polls = useRead<PollsView>(mayAnswer(me) ? "/polls" : undefined).data?.items ?? [];
  const months = useRead<{ items: MonthView[] }>(mayLead(me) ? "/spiff-months" : undefined).data?.items ?? [];
  const poll = polls.find(({ state, answered }) => state === "open" && !answered);
  const month = months.find(({ state }) => state === "to-sign");
  if (areas.length === 0 && poll === undefined && month === undefined) return null;
  return (
    <Section title="Yours in the programme">
      <Card>
        <ul className={css.lines}>
          {poll && (
            <Line
              name="What would you rather do?"
              below={`A poll of a minute, without a name, until ${dayText(poll.lastDay, me.today)}.`}
              go={<GoButton to="/programme/poll">Answer</GoButton>}
            />
          )}
          {month && (
            <Line
              name={`SPIFFs of ${periodText(periodOf(month.start, "month", me.workspace.calendar), me.workspace.calendar, me.today)}`}
              below="The month is over: it is paid once you have signed it."
              go={<GoButton to={`/programme/spiffs?month=${month.start}`}>Look and sign</GoButton>}
            />
          )}
          {areas.map(({ area, state, dueOn }) => (
            <Line
              key={area}
              name={
                <>
                  {AREA_WORDS[area].name}{" "}
                  <Pill tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].word}</Pill>
                </>
              }
              below={`${dueOn === null ? "" : `By ${dayText(dueOn, me.today)}. `}${AREA_WORDS[area].means}`}
              go={<GoButton to={`/programme?area=${area}`}>Say what shows it</GoButton>}
            />
          ))}
        </ul>
      </Card>
    </Section>
  );
}

function Line({ name, below, go }: { name: ReactNode; below: string; go: ReactNode }) {
  return (
    <li className={css.line}>
      <div className={css.about}>
        <p className={css.name}>{name}</p>
        <p className={css.soft}>{below}</p>
      </div>
      {go}
    </li>
  );
}
