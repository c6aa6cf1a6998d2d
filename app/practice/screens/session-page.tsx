import { Column, Section } from "#lib/web/card.tsx";
import { GoButton } from "#lib/web/button.tsx";
import { usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { SessionView } from "../session-view.ts";
import { sessionText } from "./practice-words.ts";
import { ScoreSheet } from "./score-sheet.tsx";
import { ScoredSession } from "./scored-session.tsx";
import { SessionTakes } from "./session-takes.tsx";
import { useScoreTheirs } from "./use-practice-writes.ts";

/** A rehearsal of one's own, or a colleague's that waits for one's yes and no. */
export function SessionPage() {
  const me = useMe();
  const id = usePathPart("sessionId");
  const session = useRead<SessionView>(`/practice-sessions/${id}`);
  if (session.problem) return <Trouble problem={session.problem} again={session.again} />;
  if (me === undefined || session.data === undefined) return <Loading />;
  const { memberId, memberName, scenario, scenarioName, scores } = session.data;
  const mine = memberId === me.member.id;
  return (
    <Column>
      <PageHeading
        below={`${mine ? "Your rehearsal" : memberName}, ${sessionText(session.data, me.today)}`}
        action={mine && <GoButton to={`/practice/${scenario}`}>Once more</GoButton>}
      >
        {scenarioName}
      </PageHeading>
      <SessionTakes sessionId={id} mine={mine} />
      {scores.length === 0 ? <Theirs session={session.data} /> : <ScoredSession session={session.data} />}
    </Column>
  );
}

function Theirs({ session }: { session: SessionView }) {
  const score = useScoreTheirs(session.id);
  return (
    <Section title={`What did ${session.memberName} do?`}>
      <ScoreSheet
        points={session.points}
        language={session.language}
        button="That is what I saw"
        busy={score.busy}
        problem={score.problem}
        onScore={score.send}
      />
    </Section>
  );
}
