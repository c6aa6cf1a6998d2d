import { Section } from "#lib/web/card.tsx";
import { useRead } from "#lib/web/queries.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { TakeView } from "../take-view.ts";
import { SharedTake } from "./shared-take.tsx";
import { TakesHere } from "./takes-here.tsx";
import { useDeviceTakes } from "./use-takes.ts";

/** The takes of one rehearsal: the rep's own on this device, to share, or those that were shared with whoever looks. */
export function SessionTakes({ sessionId, mine }: { sessionId: string; mine: boolean }) {
  return mine ? <Own sessionId={sessionId} /> : <Theirs sessionId={sessionId} />;
}

function Own({ sessionId }: { sessionId: string }) {
  const me = useMe();
  const takes = useDeviceTakes(me?.member.id);
  return <TakesHere takes={takes?.filter((take) => take.sessionId === sessionId) ?? []} />;
}

function Theirs({ sessionId }: { sessionId: string }) {
  const shared = useRead<{ items: TakeView[] }>("/practice-takes", { of: "colleagues" });
  const takes = shared.data?.items.filter((take) => take.sessionId === sessionId) ?? [];
  if (takes.length === 0) return null;
  return (
    <Section title="What you were shown">
      {takes.map((take) => (
        <SharedTake key={take.id} take={take} />
      ))}
    </Section>
  );
}
