import { IssueSheet } from "#people/screens/issue-sheet.tsx";
import { StopSheet } from "#people/screens/stop-sheet.tsx";
import type { PersonView } from "#people/person-view.ts";
import type { StandingView } from "#people/standing-view.ts";
import type { Me } from "#team/me-view.ts";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import type { SuggestionView } from "../suggestion-view.ts";

/** The sheets of people's own, for whoever was refused. */
export function RefusedOfferSheet({
  refused,
  me,
  onDone,
}: {
  refused: SuggestionView;
  me: Me;
  onDone: () => void;
}) {
  const path = `/people/${refused.personId}`;
  const person = useRead<PersonView>(path);
  const standing = useRead<StandingView>(`${path}/standing`);
  if (person.problem) return <Trouble problem={person.problem} again={person.again} />;
  if (standing.problem) return <Trouble problem={standing.problem} again={standing.again} />;
  if (!person.data || !standing.data) return <Loading />;
  if (refused.offer === "serious-issue") {
    const { issues, holderIds } = standing.data;
    return <IssueSheet path={path} issues={issues} holderIds={holderIds} me={me} onDone={onDone} />;
  }
  return <StopSheet person={person.data} standing={standing.data} me={me} onDone={onDone} />;
}
