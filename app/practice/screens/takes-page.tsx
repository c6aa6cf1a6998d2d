import { Column, Section } from "#lib/web/card.tsx";
import { GoButton } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { TakeView } from "../take-view.ts";
import { SharedByMe } from "./shared-by-me.tsx";
import { SharedTake } from "./shared-take.tsx";
import { TakesHere } from "./takes-here.tsx";
import { useDeviceTakes } from "./use-takes.ts";

/** All takes that one has: on this device, and those that colleagues share. */
export function TakesPage() {
  const me = useMe();
  const here = useDeviceTakes(me?.member.id);
  const shown = useRead<{ items: TakeView[] }>("/practice-takes", { of: "colleagues" });
  const mine = useRead<{ items: TakeView[] }>("/practice-takes");
  if (shown.problem) return <Trouble problem={shown.problem} again={shown.again} />;
  if (me === undefined || here === undefined || shown.data === undefined) return <Loading />;
  const sharing = mine.data?.items ?? [];
  const isEmpty = (here ?? []).length === 0 && shown.data.items.length === 0 && sharing.length === 0;
  return (
    <Column>
      <PageHeading below="What you record stays on your device unless you share one take.">Takes</PageHeading>
      {isEmpty && (
        <Empty
          action={
            <GoButton to="/practice" tone="primary">
              Choose what to rehearse
            </GoButton>
          }
        >
          No take yet. Before the mirror a stumble costs nothing: begin again, keep the good one.
        </Empty>
      )}
      <TakesHere takes={here ?? []} besideShared />
      {sharing.length > 0 && (
        <Section title="Shared by you">
          {sharing.map((take) => (
            <SharedByMe key={take.id} take={take} today={me.today} />
          ))}
        </Section>
      )}
      {shown.data.items.length > 0 && (
        <Section title="Shared with you">
          {shown.data.items.map((take) => (
            <div key={take.id}>
              <p>
                {take.memberName}: {take.scenarioName}
                {take.sessionId !== null && (
                  <>
                    {" "}
                    · <Go to={`/practice/sessions/${take.sessionId}`}>say what you saw</Go>
                  </>
                )}
              </p>
              <SharedTake take={take} />
            </div>
          ))}
        </Section>
      )}
    </Column>
  );
}
