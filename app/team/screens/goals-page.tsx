import { useState } from "react";
import type { Page } from "#lib/kernel/page.ts";
import { Section } from "#lib/web/card.tsx";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { text } from "#lib/web/filters.ts";
import { Go, useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { PillButton } from "#lib/web/pill.tsx";
import { Picker, type Choice } from "#lib/web/picker.tsx";
import { useRead, useReadAll } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { read } from "#lib/web/api.ts";
import { capital } from "#lib/web/words.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { GoalScopeView, GoalView } from "../goal-view.ts";
import type { Me } from "../me-view.ts";
import type { MemberView } from "../member-view.ts";
import { mayLead, mayManageTeam } from "../member.ts";
import type { TeamView } from "../team-view.ts";
import { GoalSheet } from "./goal-sheet.tsx";
import { EVERY_WORDS, FROM_WORDS, KPI_WORDS } from "./kpi-words.ts";
import css from "./lines.module.css";
import { useMe } from "./use-me.ts";

/** What is aimed for: for every rep, and where a team or a member has goals of their own. */
export function GoalsPage() {
  const me = useMe();
  const [{ of }, setFilters] = useFilters({ of: text() });
  const team = useRead<{ items: TeamView[] }>("/teams");
  const member = useRead<MemberView>(of !== "" && !isTeam(team.data, of) ? `/members/${of}` : undefined);
  if (me === undefined || team.data === undefined) return <Loading />;
  const scope = of === "" ? null : (team.data.items.find(({ id }) => id === of) ?? member.data ?? null);
  const chosen: Choice | null = scope && { id: scope.id, label: scope.name };
  return (
    <>
      <PageHeading below="Asks come first, results follow. One goal that everybody knows beats five that nobody does.">
        {scope === null ? "What every rep aims for" : `What ${scope.name} aims for`}
      </PageHeading>
      <div className={css.filters}>
        <Picker
          label="Goals of"
          name="of"
          placeholder="Every rep"
          value={chosen}
          onChange={(choice) => setFilters({ of: choice?.id ?? "" })}
          find={(typed, signal) => findScopes(team.data?.items ?? [], typed, signal)}
        />
      </div>
      <Goals me={me} of={of} mayset={maySet(me, of, team.data.items, member.data)} />
      {of === "" && <OwnGoals />}
    </>
  );
}

function isTeam(teams: { items: TeamView[] } | undefined, id: string): boolean {
  return teams === undefined || teams.items.some((team) => team.id === id);
}

function maySet(me: Me, of: string, teams: readonly TeamView[], member: MemberView | undefined): boolean {
  if (mayLead(me)) return true;
  if (of === "") return false;
  return mayManageTeam(me, teams.some(({ id }) => id === of) ? of : (member?.teamId ?? null));
}

async function findScopes(teams: readonly TeamView[], typed: string, signal: AbortSignal): Promise<Choice[]> {
  const wanted = typed.trim().toLowerCase();
  const found = await read<Page<MemberView>>("/members", { q: typed.trim(), limit: 8 }, signal);
  const sameName = teams.filter(({ name }) => name.toLowerCase().includes(wanted));
  return [
    ...sameName.map(({ id, name }) => ({ id, label: name, hint: "team" })),
    ...found.items.map(({ id, name, email }) => ({ id, label: name, hint: email })),
  ];
}

function Goals({ me, of, mayset }: { me: Me; of: string; mayset: boolean }) {
  const goals = useRead<{ items: GoalView[] }>("/goals", { of });
  const [setting, setSetting] = useState<GoalView | null>(null);
  if (goals.problem) return <Trouble problem={goals.problem} again={goals.again} />;
  if (goals.data === undefined) return <Loading />;
  const columns: Column<GoalView>[] = [
    { key: "kpi", head: "what", main: true, render: (goal) => capital(KPI_WORDS[goal.measure]) },
    { key: "goal", head: "goal", figure: true, number: true, render: ({ holds }) => holds?.amount ?? "–" },
    {
      key: "every",
      head: "each rep",
      soft: true,
      render: ({ holds }) => (holds ? EVERY_WORDS[holds.every] : "–"),
    },
    { key: "from", head: "from", soft: true, render: (goal) => <Whence goal={goal} me={me} /> },
    {
      key: "set",
      head: "",
      spoken: "set",
      render: (goal) =>
        mayset && (
          <PillButton label={`Set the goal for ${KPI_WORDS[goal.measure]}`} onClick={() => setSetting(goal)}>
            Set
          </PillButton>
        ),
    },
  ];
  return (
    <>
      <FactTable caption="Goals" columns={columns} rows={goals.data.items} rowKey={(goal) => goal.measure} />
      {setting && (
        <Sheet title={capital(KPI_WORDS[setting.measure])} opened onClose={() => setSetting(null)}>
          <GoalSheet goal={setting} of={of} today={me.today} close={() => setSetting(null)} />
        </Sheet>
      )}
    </>
  );
}

/** Where it was set, and what is planned. */
function Whence({ goal, me }: { goal: GoalView; me: Me }) {
  const coming = goal.own.findLast(({ fromDay }) => fromDay > me.today);
  const planned = coming && (
    <small className={css.below}>
      {coming.amount === null ? "no longer set" : `${coming.amount} ${EVERY_WORDS[coming.every]}`} from{" "}
      {dayText(coming.fromDay, me.today)}
    </small>
  );
  return (
    <>
      {goal.holds ? FROM_WORDS[goal.holds.from] : "–"}
      {planned}
    </>
  );
}

function OwnGoals() {
  const scopes = useReadAll<GoalScopeView>("/goals/scopes");
  if (scopes.data === undefined || scopes.data.length === 0) return null;
  return (
    <Section title="Goals of their own">
      <ul className={css.lines}>
        {scopes.data.map(({ id, kind, name, measures }) => (
          <li key={id} className={css.line}>
            <Go to={`/settings/goals?of=${id}`}>{kind === "team" ? `Team ${name}` : name}</Go>
            <small className={css.below}>{measures.map((measure) => KPI_WORDS[measure]).join(", ")}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
