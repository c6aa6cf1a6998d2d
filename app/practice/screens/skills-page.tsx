import { shortDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { GoButton } from "#lib/web/button.tsx";
import { Card, Column, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { LongList } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital, counted } from "#lib/web/words.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { PracticeView, SkillView } from "../practice-view.ts";
import type { SessionView } from "../session-view.ts";
import { PracticeBesideAsks } from "./practice-beside-asks.tsx";
import { usePracticeLanguage } from "./practice-language.ts";
import { agoText, keptText, sessionText, timesText } from "./practice-words.ts";
import { SkillCurve } from "./skill-curve.tsx";
import css from "./practice.module.css";

/** Each skill over the weeks, practice beside real asks, and one's own rehearsals. */
export function SkillsPage() {
  const me = useMe();
  const [language] = usePracticeLanguage();
  const practice = useRead<PracticeView>("/practice", { language });
  if (practice.problem) return <Trouble problem={practice.problem} again={practice.again} />;
  if (me === undefined || practice.data === undefined) return <Loading />;
  const practised = practice.data.skills.filter(({ n }) => n > 0);
  const all = practised.reduce((sum, { n }) => sum + n, 0);
  if (all === 0)
    return (
      <>
        <PageHeading>How practice goes</PageHeading>
        <Empty
          action={
            <GoButton to="/practice" tone="primary">
              To practice
            </GoButton>
          }
        >
          After the first rehearsal each skill gets a line here: how much of it you kept, week by week.
        </Empty>
      </>
    );
  return (
    <Column>
      <PageHeading below="The share of the points that you kept, by week. Colleagues do not see it; of a skill, whoever leads you sees what your 1:1 shows.">
        {capital(counted(all, "rehearsal", "rehearsals"))}
      </PageHeading>
      <Section title="Skills">
        <div className={css.grid}>
          {practised.map((skill) => (
            <Skill key={skill.rubric} skill={skill} today={me.today} />
          ))}
        </div>
      </Section>
      <PracticeBesideAsks of={{}} today={me.today} />
      <Section title="What you rehearsed">
        <Card>
          <LongList<SessionView>
            label="Your rehearsals"
            path="/practice-sessions"
            query={{}}
            rowKey={({ id }) => id}
            empty={<Empty>Nothing yet.</Empty>}
            render={(session) => <SessionLine session={session} today={me.today} />}
          />
        </Card>
      </Section>
    </Column>
  );
}

function Skill({ skill, today }: { skill: SkillView; today: Day }) {
  const { name, n, last, due, isDue, scenario, scenarioName, curve } = skill;
  return (
    <Card
      title={name}
      below={`${capital(timesText(n))}, last ${last === null ? "never" : agoText(last, today)}`}
      aside={isDue ? <Pill tone="due">due</Pill> : undefined}
    >
      <SkillCurve curve={curve} today={today} />
      <p className={css.soft}>
        Next: <Go to={`/practice/${scenario}`}>{scenarioName}</Go>
        {!isDue && due !== null && `, due again ${shortDay(due, today)}`}
      </p>
    </Card>
  );
}

function SessionLine({ session, today }: { session: SessionView; today: Day }) {
  const { id, scenarioName, points, scores, differences } = session;
  const own = scores.find(({ scorerId }) => scorerId === session.memberId);
  return (
    <div className={css.line}>
      <div className={css.words}>
        <p className={css.name}>
          <Go to={`/practice/sessions/${id}`}>{scenarioName}</Go>
        </p>
        <p className={css.soft}>
          {sessionText(session, today)}
          {scores.length > 1 &&
            `; ${scores.length} scored it, ${differences.length === 0 ? "all alike" : `${counted(differences.length, "point", "points")} seen differently`}`}
        </p>
      </div>
      {own !== undefined && <span>{keptText(points, own.kept)}</span>}
    </div>
  );
}
