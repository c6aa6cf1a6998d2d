import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { useRead } from "#lib/web/queries.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { MergeView } from "../merge-view.ts";
import { useUnmerge } from "./use-person-writes.ts";
import css from "./lines.module.css";

/** What was merged into this one, with the way to take it apart again. Nothing when nothing was. */
export function MergedOnes({ id }: { id: string }) {
  const me = useMe();
  const merges = useRead<{ items: MergeView[] }>("/merges", { of: id }).data?.items ?? [];
  const unmerge = useUnmerge();
  if (merges.length === 0 || me === undefined) return null;
  return (
    <Section title="Also written down as">
      <ul className={css.lines}>
        {merges.map((merge) => (
          <li key={merge.id} className={css.line}>
            <span>
              {merge.mergedName}
              <small className={css.when}>
                one with this since {dayText(merge.at.slice(0, 10), me.today)}
              </small>
            </span>
            <Button
              tone="quiet"
              busy={unmerge.busy}
              label={`Take apart: ${merge.mergedName}`}
              onClick={() => unmerge.send(merge.id)}
            >
              Take apart
            </Button>
          </li>
        ))}
      </ul>
      <FormError problem={unmerge.problem} />
    </Section>
  );
}
