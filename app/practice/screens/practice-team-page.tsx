import { useState } from "react";
import { shortDay } from "#lib/kernel/day-words.ts";
import { write } from "#lib/web/api.ts";
import { Card, Column } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FactTable, type Column as TableColumn } from "#lib/web/fact-table.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead, useReadAll, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { capital, counted } from "#lib/web/words.ts";
import { mayLead, mayManageTeam } from "#team/member.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { TeamView } from "#team/team-view.ts";
import { MOST_REQUIRED } from "../practice-week.ts";
import type { PractiserView, PracticeWeekView, RuleView } from "../practice-view.ts";
import { PracticeBesideAsks } from "./practice-beside-asks.tsx";
import { PRACTICE_READS } from "./use-practice-writes.ts";
import css from "./practice.module.css";

const EVERYBODY = "";

/** How often each of a team rehearsed: the numbers, and nothing of what was said. */
export function PracticeTeamPage() {
  const me = useMe();
  const teams = useReadAll<TeamView>("/teams");
  if (teams.problem) return <Trouble problem={teams.problem} again={teams.again} />;
  if (me === undefined || teams.data === undefined) return <Loading />;
  const mine = teams.data.filter(({ id, closedOn }) => closedOn === null && mayManageTeam(me, id));
  if (mine.length === 0 && !mayLead(me))
    return (
      <Empty>How often somebody rehearses is theirs and their manager's to see. You manage no team.</Empty>
    );
  return <Team me={me} teams={mine} />;
}

function Team({ me, teams }: { me: Me; teams: readonly TeamView[] }) {
  const leads = mayLead(me);
  const [teamId, setTeamId] = useState(leads ? EVERYBODY : (teams[0]?.id ?? EVERYBODY));
  const people = useRead<{ items: PractiserView[] }>(
    "/practice-weeks",
    teamId === EVERYBODY ? {} : { team: teamId },
    { keep: true },
  );
  const options = [
    ...(leads ? [{ value: EVERYBODY, label: "Everybody" }] : []),
    ...teams.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Column>
      <PageHeading below="Numbers alone. What was said, scored or recorded stays with whoever rehearsed and whom they asked.">
        {headingFor(people.data?.items)}
      </PageHeading>
      {options.length > 1 && (
        <ChoiceField label="Whose" name="team" value={teamId} options={options} onChange={setTeamId} />
      )}
      {people.problem ? (
        <Trouble problem={people.problem} again={people.again} />
      ) : people.data === undefined ? (
        <Loading lines={4} />
      ) : (
        <Card>
          <FactTable<PractiserView>
            caption="Practice sessions a week"
            columns={COLUMNS}
            rows={people.data.items}
            rowKey={({ id }) => id}
          />
        </Card>
      )}
      <Beside key={teamId} teamId={teamId} people={people.data?.items ?? []} me={me} />
      <Rule mayChange={leads} today={me.today} />
    </Column>
  );
}

/** Practice beside real asks, of all of them or of one. */
function Beside({ teamId, people, me }: { teamId: string; people: readonly PractiserView[]; me: Me }) {
  const [memberId, setMemberId] = useState("");
  const team = teamId === EVERYBODY ? "all" : teamId;
  return (
    <>
      <ChoiceField
        label="Practice and real asks of"
        name="member"
        value={memberId}
        options={[
          { value: "", label: teamId === EVERYBODY ? "Everybody" : "The whole team" },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={setMemberId}
      />
      <PracticeBesideAsks of={memberId === "" ? { team } : { member: memberId }} today={me.today} />
    </>
  );
}

const COLUMNS: readonly TableColumn<PractiserView>[] = [
  { key: "name", head: "name", main: true, render: ({ name }) => name, width: "30%" },
  {
    key: "now",
    head: "this week",
    render: ({ weeks }) => <WeekNumber week={weeks.at(-1)} />,
    width: "22%",
  },
  {
    key: "kept",
    head: "weeks kept before",
    number: true,
    render: ({ weeks }) => keptBefore(weeks),
    width: "20%",
  },
  {
    key: "before",
    head: "sessions, latest week last",
    number: true,
    // Not as bars: each row would have its own scale.
    render: ({ weeks }) => (
      <span className={css.soft}>
        {weeks
          .slice(0, -1)
          .map(({ held }) => held)
          .join(" · ") || "–"}
      </span>
    ),
  },
];

/** "4 of 6", without the weeks in which nothing was required. */
function keptBefore(weeks: readonly PracticeWeekView[]): string {
  const asked = weeks.slice(0, -1).filter(({ state }) => state !== "neither");
  const kept = asked.filter(({ state }) => state === "kept").length;
  return asked.length === 0 ? "–" : `${kept} of ${asked.length}`;
}

function WeekNumber({ week }: { week: PracticeWeekView | undefined }) {
  if (week === undefined) return <>–</>;
  const { held, required, state } = week;
  if (state === "neither") return <span className={css.soft}>{held > 0 ? `${held}, away` : "away"}</span>;
  const tone = state === "kept" ? "good" : state === "missed" ? "late" : "quiet";
  return (
    <Pill tone={tone}>
      {held} of {required}
      {state === "open" ? "" : ` ${state}`}
    </Pill>
  );
}

function headingFor(people: readonly PractiserView[] | undefined): string {
  if (people === undefined) return "Who practises";
  const asked = people.filter(({ weeks }) => (weeks.at(-1)?.required ?? 0) > 0);
  const kept = asked.filter(({ weeks }) => weeks.at(-1)?.state === "kept").length;
  if (asked.length === 0) return "Nothing is required this week";
  if (kept === 0) return `None of ${counted(asked.length, "person", "people")} is through with practice yet`;
  return `${capital(counted(kept, "person", "people"))} of ${asked.length} practised enough this week`;
}

/** How often everybody rehearses; a leader changes it from this week on. */
function Rule({ mayChange, today }: { mayChange: boolean; today: string }) {
  const say = useUndo();
  const rule = useRead<RuleView>("/practice-rule");
  const refresh = [...PRACTICE_READS, "/practice-rule"];
  const back = useWrite(
    (id: string, gesture) => write("DELETE", `/practice-rules/${id}`, undefined, gesture),
    {
      refresh,
    },
  );
  const change = useWrite(
    (sessions: number, gesture) => write<RuleView>("PUT", "/practice-rule", { sessions }, gesture),
    {
      refresh,
      done: ({ said }) =>
        say("From this week on.", async () => {
          if (said !== null) await back.sendNow(said.id);
        }),
    },
  );
  if (rule.data === undefined) return null;
  const { sessions, said } = rule.data;
  const options = Array.from({ length: MOST_REQUIRED + 1 }, (_, many) => ({
    value: String(many),
    label: many === 0 ? "None" : String(many),
  }));
  return (
    <Card
      title="How often everybody practises"
      below={
        said === null
          ? "Three times a week, leaders too: so every workspace begins."
          : `${said.byName} said so from the week of ${shortDay(said.fromDay, today)} on.`
      }
    >
      {mayChange ? (
        <ChoiceField
          label="Sessions a week"
          name="sessions"
          hint="Never more than one for each day somebody works. Who is away owes none."
          value={String(sessions)}
          options={options}
          onChange={(next) => change.send(Number(next))}
        />
      ) : (
        <p className={css.soft}>{sessions} sessions a week.</p>
      )}
      <FormError problem={change.problem} />
    </Card>
  );
}
