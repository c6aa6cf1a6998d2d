import { useState } from "react";
import type { ReactNode } from "react";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import type { Column } from "#lib/web/fact-table.tsx";
import { ChoiceField, TextField } from "#lib/web/field.tsx";
import { maybeOneOf, text } from "#lib/web/filters.ts";
import { useSettled } from "#lib/web/found.ts";
import { useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { LongTable } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Pill, PillButton } from "#lib/web/pill.tsx";
import { useRead, useReadAll } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital, counted } from "#lib/web/words.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { addDays } from "#lib/kernel/days.ts";
import type { AbsenceView } from "../absence-view.ts";
import type { Me } from "../me-view.ts";
import { useMe } from "./use-me.ts";
import type { MemberView } from "../member-view.ts";
import { MEMBER_STATES } from "../member.ts";
import type { TeamView } from "../team-view.ts";
import { awayText } from "./absence-words.ts";
import { InviteSheet } from "./invite-sheet.tsx";
import css from "./lines.module.css";
import { MemberSheet } from "./member-sheet.tsx";
import { ROLE_WORDS } from "./role-words.ts";
import { TeamList } from "./team-list.tsx";

// An absence that comes is of use to others shortly before.
const SHOWN_AHEAD = 14;

const memberFilters = { q: text(), team: text(), state: maybeOneOf(...MEMBER_STATES) };

/** Who works here, in which teams, and who is still awaited. */
export function TeamPage() {
  const reading = useRead<Me>("/me");
  const me = useMe();
  const teams = useRead<{ items: TeamView[] }>("/teams");
  const [inviting, setInviting] = useState(false);
  const problem = reading.problem ?? teams.problem;
  if (problem) return <Trouble problem={problem} again={reading.problem ? reading.again : teams.again} />;
  if (me === undefined || teams.data === undefined) return <Loading />;
  const mayInvite = me.member.role === "leader" || me.leads.length > 0;
  const invite = mayInvite && (
    <Button tone="primary" onClick={() => setInviting(true)}>
      Invite somebody
    </Button>
  );
  return (
    <>
      <PageHeading action={invite || undefined}>{headingOf(teams.data.items)}</PageHeading>
      <Members me={me} teams={teams.data.items} action={invite || undefined} />
      <TeamList me={me} teams={teams.data.items} />
      <Sheet title="Invite somebody" opened={inviting} onClose={() => setInviting(false)}>
        <InviteSheet me={me} teams={teams.data.items} close={() => setInviting(false)} />
      </Sheet>
    </>
  );
}

function headingOf(teams: readonly TeamView[]): string {
  const people = teams.reduce((sum, team) => sum + team.size, 0);
  if (teams.length === 0) return "Your team begins here";
  const inTeams = counted(teams.length, "team", "teams");
  if (people === 0) return `${capital(inTeams)}, and nobody in ${teams.length === 1 ? "it" : "them"} yet`;
  return `${capital(counted(people, "person", "people"))} in ${inTeams}`;
}

interface MembersProps {
  me: Me;
  teams: readonly TeamView[];
  action: ReactNode;
}

function Members({ me, teams, action }: MembersProps) {
  const [filters, setFilters] = useFilters(memberFilters);
  const [changing, setChanging] = useState<MemberView | null>(null);
  const q = useSettled(filters.q);
  const absences = useReadAll<AbsenceView>("/absences", { to: addDays(me.today, SHOWN_AHEAD) });
  const plain = q === "" && filters.team === "" && filters.state === undefined;
  return (
    <Section title="Members">
      <div className={css.filters}>
        <TextField
          label="Search"
          name="q"
          kind="search"
          value={filters.q}
          onChange={(typed) => setFilters({ q: typed })}
        />
        <ChoiceField
          label="Team"
          name="team"
          value={filters.team}
          options={[
            { value: "", label: "All teams" },
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(team) => setFilters({ team })}
        />
        <ChoiceField
          label="Who"
          name="state"
          value={filters.state ?? ""}
          options={[
            { value: "", label: "Here and awaited" },
            { value: "here", label: "Here" },
            { value: "invited", label: "Awaited" },
            { value: "left", label: "Left" },
          ]}
          onChange={(state) => setFilters({ state: state === "" ? undefined : state })}
        />
      </div>
      <LongTable<MemberView>
        caption="Members by name"
        path="/members"
        query={{ q, team: filters.team, state: filters.state }}
        rowKey={(member) => member.id}
        columns={columnsFor(me, teams, absences.data ?? [], setChanging)}
        empty={
          plain ? (
            <Empty action={action}>Referral selling is a team's work. Invite the first who will ask.</Empty>
          ) : (
            <Empty>Nobody is like that.</Empty>
          )
        }
      />
      {changing && (
        <Sheet title={changing.name} opened onClose={() => setChanging(null)}>
          <MemberSheet memberId={changing.id} me={me} teams={teams} close={() => setChanging(null)} />
        </Sheet>
      )}
    </Section>
  );
}

function columnsFor(
  me: Me,
  teams: readonly TeamView[],
  absences: readonly AbsenceView[],
  change: (member: MemberView) => void,
): Column<MemberView>[] {
  const teamName = (id: string | null) => teams.find((team) => team.id === id)?.name ?? "–";
  const may = (member: MemberView) =>
    me.member.role === "leader" || (member.teamId !== null && me.leads.includes(member.teamId));
  return [
    {
      key: "name",
      head: "name",
      main: true,
      width: "26%",
      render: (member) => (
        <>
          {member.name}
          {absences
            .filter(({ memberId }) => memberId === member.id)
            .map((each) => (
              <small key={each.id} className={css.away}>
                {awayText(each, me.today)}
              </small>
            ))}
        </>
      ),
    },
    { key: "email", head: "address", soft: true, width: "28%", render: (member) => member.email },
    { key: "role", head: "role", width: "12%", render: (member) => ROLE_WORDS[member.role] },
    {
      key: "team",
      head: "team",
      render: ({ teamId, move }) => (
        <>
          {teamName(teamId)}
          {move && (
            <small className={css.below}>
              {teamName(move.teamId)} from {dayText(move.fromDay, me.today)}
            </small>
          )}
        </>
      ),
    },
    {
      key: "state",
      head: "",
      spoken: "state",
      render: (member) => <StatePill member={member} today={me.today} />,
    },
    {
      key: "change",
      head: "",
      spoken: "change",
      render: (member) =>
        may(member) && (
          <PillButton label={`Change ${member.name}`} onClick={() => change(member)}>
            Change
          </PillButton>
        ),
    },
  ];
}

function StatePill({ member, today }: { member: MemberView; today: string }) {
  if (member.state === "invited") return <Pill tone="due">awaited</Pill>;
  if (member.leftOn !== null) return <Pill tone="quiet">left {dayText(member.leftOn, today)}</Pill>;
  return null;
}
