import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { useRead } from "#lib/web/queries.ts";
import type { LikePerson } from "../merge-view.ts";
import type { PersonView } from "../person-view.ts";
import { useMerge, useTellApart } from "./use-person-writes.ts";

/** Who may be the same person, and why: one pair at a time. Nothing when nobody is. */
export function LikelyPeople({ person }: { person: PersonView }) {
  const likely = useRead<{ items: LikePerson[] }>(`/people/${person.id}/duplicates`).data?.items ?? [];
  return likely
    .slice(0, 1)
    .map((like) => (
      <Likely
        key={like.person.id}
        kind="person"
        mine={{ id: person.id, name: person.fullName }}
        other={{ id: like.person.id, name: like.person.fullName, to: `/people/${like.person.id}` }}
        about={[like.person.title, like.person.accountName].filter(Boolean).join(", ")}
        reasons={like.reasons}
      />
    ));
}

interface LikelyProps {
  kind: "person" | "account";
  /** With its page where that is not the one being looked at. */
  mine: { id: string; name: string; to?: string };
  other: { id: string; name: string; to: string };
  about?: string;
  reasons: readonly string[];
}

/** One pair to look at: one and the same, or two. */
export function Likely({ kind, mine, other, about, reasons }: LikelyProps) {
  const merge = useMerge();
  const apart = useTellApart();
  return (
    <Card
      title={
        <>
          {mine.to === undefined ? "Also" : <Go to={mine.to}>{mine.name}</Go>}
          {mine.to === undefined ? " " : ", also "}
          written down as <Go to={other.to}>{other.name}</Go>?
        </>
      }
      below={[about, reasons.join(", ")].filter(Boolean).join(" · ")}
      actions={
        <>
          <Button
            busy={merge.busy}
            label={`The same: ${other.name} and ${mine.name}`}
            onClick={() => merge.send({ kind, keptId: mine.id, mergedId: other.id })}
          >
            The same
          </Button>
          <Button
            tone="quiet"
            busy={apart.busy}
            label={`Not the same: ${other.name} and ${mine.name}`}
            onClick={() => apart.send({ oneId: mine.id, otherId: other.id, name: other.name })}
          >
            Not the same
          </Button>
        </>
      }
    >
      <FormError problem={merge.problem ?? apart.problem} />
    </Card>
  );
}
