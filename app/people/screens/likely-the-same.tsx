import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { useRead } from "#lib/web/queries.ts";
import type { LikeAccount, LikePerson } from "../merge-routes.ts";
import { useMerge, useTellApart } from "./use-person-writes.ts";

/** Who may be the same, and why; nothing when nobody is. */
export function LikelyTheSame({ kind, id }: { kind: "person" | "account"; id: string }) {
  const noun = kind === "person" ? "people" : "accounts";
  const found = useRead<{ items: (LikePerson | LikeAccount)[] }>(`/${noun}/${id}/duplicates`);
  const merge = useMerge(kind, id);
  const apart = useTellApart(id);
  if (!found.data || found.data.items.length === 0) return null;
  return (
    <Section title="Written down twice?">
      {found.data.items.map((like) => {
        const other = whoOf(like);
        return (
          <Card
            key={other.id}
            title={<Go to={`/${noun}/${other.id}`}>{other.name}</Go>}
            below={[other.hint, like.reasons.join(", ")].filter(Boolean).join(" · ")}
            actions={
              <>
                <Button busy={merge.busy} onClick={() => merge.send(other)}>
                  The same: make one of them
                </Button>
                <Button tone="quiet" busy={apart.busy} onClick={() => apart.send(other)}>
                  Two different ones
                </Button>
              </>
            }
          >
            <FormError problem={merge.problem ?? apart.problem} />
          </Card>
        );
      })}
    </Section>
  );
}

function whoOf(like: LikePerson | LikeAccount): { id: string; name: string; hint: string } {
  if ("account" in like)
    return { id: like.account.id, name: like.account.name, hint: like.account.city ?? "" };
  const { id, fullName, title, accountName } = like.person;
  return { id, name: fullName, hint: [title, accountName].filter(Boolean).join(" · ") };
}
