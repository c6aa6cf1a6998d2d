import type { ReactNode } from "react";
import { shortDay } from "#lib/kernel/day-words.ts";
import { mayLead, mayManageTeam } from "#team/member.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { Me } from "#team/me-view.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Column, Section } from "#lib/web/card.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital } from "#lib/web/words.ts";
import type { PracticeView } from "../practice-view.ts";
import { clockOf } from "../take.ts";
import { useEyesWanted } from "./eyes-wanted.ts";
import { LibraryList } from "./library-list.tsx";
import { usePracticeLanguage } from "./practice-language.ts";
import { sessionText, weekText, whyNothing, whyOffered } from "./practice-words.ts";
import { usePutOff } from "./use-practice-writes.ts";
import css from "./practice.module.css";

/** What to rehearse today and why, the week, and everything there is to rehearse. */
export function PracticePage() {
  const me = useMe();
  const [language, setLanguage] = usePracticeLanguage();
  const practice = useRead<PracticeView>("/practice", { language }, { keep: true });
  if (practice.problem) return <Trouble problem={practice.problem} again={practice.again} />;
  if (me === undefined || practice.data === undefined) return <Loading />;
  return (
    <Column>
      <Head practice={practice.data} me={me} />
      <ForMe me={me} />
      <LibraryList
        language={language}
        onLanguage={setLanguage}
        skills={practice.data.skills}
        today={me.today}
      />
    </Column>
  );
}

function Head({ practice, me }: { practice: PracticeView; me: Me }) {
  const putOff = usePutOff();
  const { offer, week, whyNone } = practice;
  const manages = mayLead(me) || me.leads.some((teamId) => mayManageTeam(me, teamId));
  return (
    <>
      <PageHeading below={capital(weekText(week))}>
        {offer === null ? "Nothing is due today" : "Five minutes, then you are done"}
      </PageHeading>
      {offer === null ? (
        <p className={css.soft}>{whyNothing(whyNone, week)}</p>
      ) : (
        <Card
          title={offer.scenarioName}
          below={`${offer.rubricName}. ${whyOffered(offer, me.today)}`}
          actions={
            <>
              <GoButton to={`/practice/${offer.scenario}`} tone="primary">
                Begin
              </GoButton>
              <Button tone="quiet" busy={putOff.busy} onClick={() => putOff.send(undefined)}>
                Not today
              </Button>
            </>
          }
        >
          <p className={css.situation}>{offer.who}</p>
        </Card>
      )}
      <nav aria-label="More about practice" className={css.acts}>
        <GoButton to="/practice/skills">How practice goes</GoButton>
        <GoButton to="/practice/takes">Takes</GoButton>
        {manages && <GoButton to="/practice/team">My team</GoButton>}
      </nav>
    </>
  );
}

/** Colleagues' rehearsals that wait for my yes and no, and takes they show me. */
function ForMe({ me }: { me: Me }) {
  const wanted = useEyesWanted(me.member.id);
  if (wanted === undefined || wanted.sessions.length + wanted.takes.length === 0) return null;
  return (
    <Section title="They asked for your eyes">
      <Card>
        <ul className={css.lines}>
          {wanted.sessions.map((session) => (
            <Wanted key={session.id} of={session} to={`/practice/sessions/${session.id}`}>
              {sessionText(session, me.today)}
            </Wanted>
          ))}
          {wanted.takes.map((take) => (
            <Wanted key={take.id} of={take} to="/practice/takes">
              A take of {clockOf(take.seconds)}, to be seen until {shortDay(take.untilDay, me.today)}
            </Wanted>
          ))}
        </ul>
      </Card>
    </Section>
  );
}

interface WantedProps {
  of: { memberName: string; scenarioName: string };
  to: string;
  children: ReactNode;
}

function Wanted({ of: { memberName, scenarioName }, to, children }: WantedProps) {
  return (
    <li>
      <div className={css.line}>
        <div className={css.words}>
          <p className={css.name}>
            <Go to={to}>
              {memberName}: {scenarioName}
            </Go>
          </p>
          <p className={css.soft}>{children}</p>
        </div>
      </div>
    </li>
  );
}
