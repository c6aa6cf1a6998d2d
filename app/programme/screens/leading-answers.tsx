import { useState } from "react";
import { dayText, shortDay } from "#lib/kernel/day-words.ts";
import type { Page } from "#lib/kernel/page.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead, type Reading } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Toggle } from "#lib/web/toggle.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital, counted, inWords, rateText } from "#lib/web/words.ts";
import { FactsSheet, type Opened } from "#scorecard/screens/facts-sheet.tsx";
import { KPI_LINES } from "#scorecard/screens/kpi-words.ts";
import { periodText } from "#scorecard/screens/period-words.ts";
import type { Me } from "#team/me-view.ts";
import type { HeldMeetingView, LeadingView } from "../leading-view.ts";
import { CHANGE_WORDS } from "./barrier-words.ts";
import { fromClientsText } from "./leading-words.ts";
import css from "./priority.module.css";

const MONTHS = [
  { value: "last", label: "Last month" },
  { value: "this", label: "This month so far" },
] as const;
type WhichMonth = (typeof MONTHS)[number]["value"];

export interface Chosen {
  month: WhichMonth;
  team: string;
}

export function useLeading(chosen: Chosen | null): Reading<LeadingView> {
  const query = { month: chosen?.month, team: chosen?.team || undefined };
  return useRead<LeadingView>(chosen === null ? undefined : "/leading", query, { keep: true });
}

/** A leader's three questions; each figure opens to what it is counted from. */
export function LeadingAnswers({
  me,
  chosen,
  onChoose,
}: {
  me: Me;
  chosen: Chosen;
  onChoose: (some: Partial<Chosen>) => void;
}) {
  const leading = useLeading(chosen);
  if (leading.problem) return <Trouble problem={leading.problem} again={leading.again} />;
  if (leading.data === undefined) return <Loading lines={5} />;
  const { data } = leading;
  const month = periodText(data.month, me.workspace.calendar, me.today);
  return (
    <Section title={`Three answers for ${data.team?.name ?? me.workspace.name}, ${month}`}>
      <div className={css.filters}>
        <Toggle
          label="Month"
          value={chosen.month}
          options={MONTHS}
          onChange={(which) => onChoose({ month: which })}
        />
        <WhoseField data={data} company={me.workspace.name} onChange={(team) => onChoose({ team })} />
      </div>
      <div className={css.answers} aria-busy={leading.stale}>
        <Introductions data={data} me={me} month={month} />
        <Coached data={data} me={me} month={month} />
        <Meetings data={data} me={me} month={month} />
      </div>
    </Section>
  );
}

/** The company or one of the teams; nothing to choose where there is one. */
export function WhoseField({
  data,
  company,
  onChange,
}: {
  data: Pick<LeadingView, "team" | "teams" | "mayCompany">;
  company: string;
  onChange: (team: string) => void;
}) {
  const teams = data.teams.map(({ id, name }) => ({ value: id, label: name }));
  const options = data.mayCompany ? [{ value: "", label: company }, ...teams] : teams;
  if (options.length < 2) return null;
  return (
    <ChoiceField label="Of" name="team" value={data.team?.id ?? ""} options={options} onChange={onChange} />
  );
}

interface AnswerProps {
  data: LeadingView;
  me: Me;
  month: string;
}

function Introductions({ data, me, month }: AnswerProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const { count, asked, before, beforeMonth } = data.introductions;
  const whose = data.team === null ? {} : { team: data.team.id };
  const open = (kpi: "referrals-received" | "people-asked", { start, end } = data.month) => {
    const line = KPI_LINES.find((each) => each.kpi === kpi);
    if (line)
      setOpened({
        line,
        about: `${data.team?.name ?? me.workspace.name}, ${month}`,
        from: start,
        to: end,
        whose,
      });
  };
  return (
    <Card>
      <p className={css.question}>How many introductions?</p>
      <p className={css.figure}>
        <button type="button" className={css.open} onClick={() => open("referrals-received")}>
          {count.toLocaleString("en-GB")}
          <span className="only-heard"> introductions, {month}</span>
        </button>
      </p>
      {fromClientsText(data.introductions) !== null && (
        <p className={css.plain}>{fromClientsText(data.introductions)}</p>
      )}
      <p className={css.plain}>
        <button type="button" className={css.open} onClick={() => open("people-asked")}>
          {asked === 0 ? "nobody asked" : `${counted(asked, "person", "people")} asked`}
        </button>
      </p>
      <p className={css.soft}>
        {before.toLocaleString("en-GB")} in {periodText(beforeMonth, me.workspace.calendar, me.today)}.
      </p>
      <FactsSheet opened={opened} me={me} onClose={() => setOpened(null)} />
    </Card>
  );
}

function Coached({ data, me, month }: AnswerProps) {
  const [opened, setOpened] = useState(false);
  const { reps, talks } = data.coached;
  const coached = reps.filter((rep) => rep.talks.length > 0);
  const without = reps.filter((rep) => rep.talks.length === 0);
  return (
    <Card>
      <p className={css.question}>Who was coached?</p>
      <p className={css.figure}>
        {reps.length === 0 ? (
          "No rep was here"
        ) : (
          <button type="button" className={css.open} onClick={() => setOpened(true)}>
            {coached.length} of {reps.length} {reps.length === 1 ? "rep" : "reps"}
          </button>
        )}
      </p>
      <p className={css.plain}>{talksText(talks)}</p>
      {reps.length > 0 && <p className={css.soft}>{withoutText(without.map(({ name }) => name))}</p>}
      <Sheet title={`Who was coached, ${month}`} opened={opened} onClose={() => setOpened(false)}>
        {reps.length === 0 && <Empty>No rep was here in this time.</Empty>}
        <ul className={css.lines}>
          {[...coached, ...without].map((rep) => (
            <li key={rep.id} className={css.line}>
              <div className={css.about}>
                <p className={css.name}>
                  <Go to={`/coaching/${rep.id}`} onClick={() => setOpened(false)}>
                    {rep.name}
                  </Go>
                </p>
                {rep.talks.length === 0 && <p className={css.soft}>no 1:1</p>}
                {rep.talks.map((talk) => (
                  <p key={talk.id} className={css.soft}>
                    {talkText(talk, me.today)}
                  </p>
                ))}
              </div>
            </li>
          ))}
        </ul>
      </Sheet>
    </Card>
  );
}

function talksText(talks: number): string {
  if (talks === 0) return "No 1:1 was held.";
  return talks === 1 ? "One 1:1 was held." : `${capital(inWords(talks))} 1:1s were held.`;
}

const MOST_NAMED = 3;

/** "Not yet: Tariq Aziz and 4 others." */
function withoutText(names: readonly string[]): string {
  if (names.length === 0) return "Everybody had one.";
  const more = names.length - MOST_NAMED;
  return `Not: ${names.slice(0, MOST_NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
}

function talkText(
  { day, coachName, skill, number }: LeadingView["coached"]["reps"][number]["talks"][number],
  today: string,
) {
  const line = KPI_LINES.find(({ kpi }) => kpi === number?.measure);
  return [
    shortDay(day, today),
    coachName,
    skill,
    number && line ? `agreed on: ${number.count} ${number.count === 1 ? line.one : line.many}` : null,
  ]
    .filter((part) => part !== null)
    .join(" · ");
}

function Meetings({ data, me, month }: AnswerProps) {
  const [opened, setOpened] = useState(false);
  const { count, of, rate, before, change } = data.meetings;
  return (
    <Card>
      <p className={css.question}>What share of meetings came from introductions?</p>
      <p className={css.figure}>
        <button type="button" className={css.open} onClick={() => setOpened(true)}>
          {(count ?? 0).toLocaleString("en-GB")} of {(of ?? 0).toLocaleString("en-GB")}
          <span className="only-heard"> meetings held, {month}</span>
        </button>
      </p>
      <p className={css.plain}>{of === 0 ? "No meeting was held." : rateText(count ?? 0, rate)}</p>
      <p className={css.soft}>
        {before.count ?? 0} of {before.of ?? 0} in{" "}
        {periodText(data.introductions.beforeMonth, me.workspace.calendar, me.today)}: {CHANGE_WORDS[change]}.
      </p>
      <Sheet title={`Meetings held, ${month}`} opened={opened} onClose={() => setOpened(false)}>
        {opened && <MeetingList data={data} me={me} onGo={() => setOpened(false)} />}
      </Sheet>
    </Card>
  );
}

function MeetingList({
  data,
  me,
  onGo,
  cursor,
}: {
  data: LeadingView;
  me: Me;
  onGo: () => void;
  cursor?: string;
}) {
  const [more, setMore] = useState(false);
  const { start: from, end: to } = data.month;
  const query = { from, to, team: data.team?.id, limit: 50, cursor };
  const meetings = useRead<Page<HeldMeetingView>>("/leading/meetings", query, { keep: true });
  if (meetings.problem) return <Trouble problem={meetings.problem} again={meetings.again} />;
  if (meetings.data === undefined) return <Loading lines={3} />;
  const { items, nextCursor } = meetings.data;
  if (items.length === 0 && cursor === undefined) return <Empty>No meeting took place in this time.</Empty>;
  return (
    <>
      <ul className={css.lines}>
        {items.map(({ id, day, personName, accountName, memberName, sourceName }) => (
          <li key={id} className={css.line}>
            <div className={css.about}>
              <p className={css.name}>
                <Go to={`/meetings/${id}`} onClick={onGo}>
                  {personName}
                </Go>
              </p>
              <p className={css.soft}>
                {[dayText(day, me.today), accountName, memberName]
                  .filter((part) => part !== null)
                  .join(" · ")}
              </p>
              <p className={css.plain}>
                {sourceName === null ? "without an introduction" : `introduced by ${sourceName}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {nextCursor !== null && !more && <Button onClick={() => setMore(true)}>Show more</Button>}
      {nextCursor !== null && more && <MeetingList data={data} me={me} onGo={onGo} cursor={nextCursor} />}
    </>
  );
}
