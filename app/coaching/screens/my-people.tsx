import { useState } from "react";
import { Card, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { GoButton } from "#lib/web/button.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead, useReadAll } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { mayManageTeam } from "#team/member.ts";
import type { Me } from "#team/me-view.ts";
import type { TeamView } from "#team/team-view.ts";
import type { CoachedView, PeopleView } from "../one-on-one-view.ts";
import { CoachedTable, MissingTable, TeamShares } from "./coached-tables.tsx";
import { coachedHeading, peopleHeading } from "./coaching-words.ts";
import { OwnOneOnOne } from "./my-coaching.tsx";
import { PeopleTable } from "./people-table.tsx";
import { useDue } from "./use-coaching.ts";
import css from "./coaching.module.css";

const MINE = "";

/** A manager's week in ten minutes: their people with the one line that matters, who is due first. */
export function ManagerCoaching({ me }: { me: Me }) {
  const people = useRead<PeopleView>("/coaching/people");
  const coached = useRead<CoachedView>("/coaching/coached");
  const mine = useDue().data?.mine ?? null;
  const problem = people.problem ?? coached.problem;
  if (problem) return <Trouble problem={problem} again={people.again} />;
  if (people.data === undefined) return <Loading lines={6} />;
  return (
    <>
      <PageHeading below="One line each: what others wait for first, then promises, then what holds asking back.">
        {peopleHeading(people.data)}
      </PageHeading>
      {mine !== null && <OwnOneOnOne mine={mine} me={me} />}
      {people.data.items.length === 0 ? (
        <Empty action={<GoButton to="/team">Look at the team</GoButton>}>
          Whoever is in a team that you manage stands here, with the one line that matters.
        </Empty>
      ) : (
        <PeopleTable people={people.data} me={me} />
      )}
      {coached.data !== undefined && (
        <Section title={coachedHeading(coached.data)}>
          <CoachedTable coached={coached.data} me={me} />
        </Section>
      )}
    </>
  );
}

/** Who was coached, when and on what; whom the leader coaches, and each team. */
export function LeaderCoaching({ me }: { me: Me }) {
  const coached = useRead<CoachedView>("/coaching/coached");
  const teams = useReadAll<TeamView>("/teams");
  const problem = coached.problem ?? teams.problem;
  if (problem) return <Trouble problem={problem} again={coached.again} />;
  if (coached.data === undefined || teams.data === undefined) return <Loading lines={8} />;
  const led = teams.data.filter(({ id, closedOn }) => closedOn === null && mayManageTeam(me, id));
  return (
    <>
      <PageHeading below="Of everybody whom somebody leads. A 1:1 counts once its coach has written it down.">
        {coachedHeading(coached.data)}
      </PageHeading>
      <TeamShares coached={coached.data} />
      <Section title="Who was coached, when, on what">
        <CoachedTable coached={coached.data} me={me} />
      </Section>
      <MissingTable coached={coached.data} me={me} />
      <Whom me={me} teams={led} />
    </>
  );
}

function Whom({ me, teams }: { me: Me; teams: readonly TeamView[] }) {
  const [teamId, setTeamId] = useState(MINE);
  const people = useRead<PeopleView>("/coaching/people", teamId === MINE ? {} : { team: teamId }, {
    keep: true,
  });
  return (
    <Section title={people.data === undefined ? "Your people" : peopleHeading(people.data)}>
      <div className={css.stack}>
        {teams.length > 0 && (
          <ChoiceField
            label="Whose"
            name="team"
            value={teamId}
            options={[
              { value: MINE, label: "Those you coach" },
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={setTeamId}
          />
        )}
        {people.problem ? (
          <Trouble problem={people.problem} again={people.again} />
        ) : people.data === undefined ? (
          <Loading lines={4} />
        ) : people.data.items.length === 0 ? (
          <Card>
            <p className={css.plain}>Nobody is in it, or a manager coaches them.</p>
          </Card>
        ) : (
          <PeopleTable people={people.data} me={me} />
        )}
      </div>
    </Section>
  );
}
