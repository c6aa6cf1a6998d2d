import { useState } from "react";
import { addDays } from "#lib/kernel/days.ts";
import { Card, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { GoButton } from "#lib/web/button.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead, useReadAll, type Reading } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital, inWords } from "#lib/web/words.ts";
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
  const [weeks, setWeeks] = useState(FOUR_WEEKS);
  const coached = useCoached(me, weeks);
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
        <Section title={coachedHeading(coached.data, weeks)}>
          <HowFarBack weeks={weeks} onChange={setWeeks} />
          <CoachedTable coached={coached.data} me={me} />
        </Section>
      )}
    </>
  );
}

/** Who was coached, when and on what; whom the leader coaches, and each team. */
export function LeaderCoaching({ me }: { me: Me }) {
  const [weeks, setWeeks] = useState(FOUR_WEEKS);
  const coached = useCoached(me, weeks);
  const teams = useReadAll<TeamView>("/teams");
  const problem = coached.problem ?? teams.problem;
  if (problem) return <Trouble problem={problem} again={coached.again} />;
  if (coached.data === undefined || teams.data === undefined) return <Loading lines={8} />;
  const led = teams.data.filter(({ id, closedOn }) => closedOn === null && mayManageTeam(me, id));
  if (coached.data.rate.n === 0 && coached.data.items.length === 0)
    return (
      <>
        <PageHeading>{coachedHeading(coached.data)}</PageHeading>
        <Empty action={<GoButton to="/team">Invite somebody, or make a team</GoButton>}>
          A manager coaches their team, and you coach managers and whoever is in no team. Once they are here,
          it stands here who was coached, when and on what.
        </Empty>
      </>
    );
  return (
    <>
      <PageHeading below="Of everybody whom somebody leads. A 1:1 counts once its coach has written it down.">
        {coachedHeading(coached.data, weeks)}
      </PageHeading>
      <HowFarBack weeks={weeks} onChange={setWeeks} />
      <TeamShares coached={coached.data} />
      <Section title="Who was coached, when, on what">
        <CoachedTable coached={coached.data} me={me} />
      </Section>
      <MissingTable coached={coached.data} me={me} />
      <Whom me={me} teams={led} />
    </>
  );
}

const FOUR_WEEKS = 4;
/** As far back as somebody looks for who was coached. */
const WEEKS_BACK = [FOUR_WEEKS, 13, 26];

/** The last four weeks as the server has them, or further back. */
function useCoached(me: Me, weeks: number): Reading<CoachedView> {
  const further = { from: addDays(me.today, 1 - 7 * weeks) };
  return useRead<CoachedView>("/coaching/coached", weeks === FOUR_WEEKS ? {} : further, { keep: true });
}

function HowFarBack({ weeks, onChange }: { weeks: number; onChange: (weeks: number) => void }) {
  return (
    <ChoiceField
      label="Looking back"
      name="weeks"
      value={String(weeks)}
      options={WEEKS_BACK.map((each) => ({ value: String(each), label: `${capital(inWords(each))} weeks` }))}
      onChange={(value) => onChange(Number(value))}
    />
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
            <p className={css.plain}>
              {teamId === MINE
                ? "Whoever is here has a manager who coaches them: choose their team above."
                : "Nobody is in this team yet."}{" "}
              <Go to="/team">Look at the team</Go>
            </p>
          </Card>
        ) : (
          <PeopleTable people={people.data} me={me} />
        )}
      </div>
    </Section>
  );
}
