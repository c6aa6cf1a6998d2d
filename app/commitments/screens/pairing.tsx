import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { Toggle } from "#lib/web/toggle.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { PairingView } from "../partner-view.ts";
import css from "./week.module.css";

type Groups = string[][];

/** Who hears whom this quarter, or the next: as it stands, or as it is proposed; theirs to change. */
export function PairingOfQuarter({ today }: { today: Day }) {
  const [which, setWhich] = useState<"this" | "next">("this");
  const now = useRead<PairingView>("/partnerships/pairing");
  const day = which === "next" && now.data ? addDays(now.data.untilDay, 1) : undefined;
  const read = useRead<PairingView>("/partnerships/pairing", { day }, { keep: true });
  const problem = now.problem ?? read.problem;
  if (problem) return <Trouble problem={problem} again={read.again} />;
  if (now.data === undefined || read.data === undefined) return <Loading />;
  if (now.data.reps.length < 2) return null;
  return (
    <Section
      title="Partners"
      aside={
        <Toggle
          label="Quarter"
          value={which}
          options={[
            { value: "this", label: "This quarter" },
            { value: "next", label: "Next" },
          ]}
          onChange={setWhich}
        />
      }
    >
      <Pairing
        key={`${read.data.fromDay} ${read.data.standing.map(({ id }) => id).join(" ")}`}
        pairing={read.data}
        today={today}
      />
    </Section>
  );
}

function Pairing({ pairing, today }: { pairing: PairingView; today: Day }) {
  const agreed = pairing.standing
    .filter((each) => each.agreed)
    .map(({ members }) => members.map(({ id }) => id));
  const [groups, setGroups] = useState<Groups>(agreed.length > 0 ? agreed : pairing.proposed);
  const say = useUndo();
  const put = (wanted: Groups, gesture: string) =>
    write("PUT", "/partnerships/pairing", { day: pairing.fromDay, groups: wanted }, gesture);
  const refresh = ["/partnerships", "/my-week", "/weeks"];
  const undo = useWrite(put, { refresh });
  const save = useWrite(put, {
    refresh,
    done: () => say("Paired.", agreed.length > 0 ? () => undo.sendNow(agreed) : undefined),
  });
  const paired = new Set(groups.flat());
  const left = pairing.reps.filter(({ id }) => !paired.has(id));
  const names = new Map([
    ...pairing.reps.map(({ id, name }) => [id, name] as const),
    ...pairing.standing.flatMap(({ members }) => members.map(({ id, name }) => [id, name] as const)),
  ]);
  const together = new Set(pairing.before.flatMap(pairsIn));
  const again = groups.flatMap(pairsIn).filter((pair) => together.has(pair)).length;
  const isSaved = keyOf(groups) === keyOf(agreed);
  return (
    <Card
      title={isSaved ? "They hear each other" : "Proposed: whoever tells less beside whoever tells more"}
      below={`${dayText(pairing.fromDay, today)} to ${dayText(pairing.untilDay, today)}${again > 0 ? "; some were together last quarter" : ""}`}
      actions={
        <>
          <Button
            tone={isSaved ? "plain" : "primary"}
            disabled={isSaved || groups.some(({ length }) => length < 2)}
            busy={save.busy}
            onClick={() => save.send(groups)}
          >
            Save these pairs
          </Button>
          <Button tone="quiet" onClick={() => setGroups(pairing.proposed)}>
            Propose anew
          </Button>
        </>
      }
    >
      <ul className={css.lines}>
        {groups.map((group, at) => (
          <li key={group.join(" ")} className={css.pair}>
            {group.map((id, place) => (
              <ChoiceField
                key={id}
                label={place === 0 ? "Partners" : "with"}
                name={`pair-${at}-${place}`}
                value={id}
                options={[...names].map(([value, label]) => ({ value, label }))}
                onChange={(chosen) => setGroups(swapped(groups, id, chosen))}
              />
            ))}
          </li>
        ))}
      </ul>
      {left.length > 0 && (
        <p className={css.soft}>Without a partner: {left.map(({ name }) => name).join(", ")}.</p>
      )}
      <FormError problem={save.problem} />
    </Card>
  );
}

/** The two change places; whoever was in no group comes in for the other. */
function swapped(groups: Groups, one: string, other: string): Groups {
  return groups.map((group) => group.map((id) => (id === one ? other : id === other ? one : id)));
}

function pairsIn(group: readonly string[]): string[] {
  return group.flatMap((one, at) =>
    group.slice(at + 1).map((other) => [one, other].toSorted(compare).join(" ")),
  );
}

function keyOf(groups: readonly (readonly string[])[]): string {
  return groups
    .map((group) => group.toSorted(compare).join(" "))
    .toSorted(compare)
    .join("; ");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
