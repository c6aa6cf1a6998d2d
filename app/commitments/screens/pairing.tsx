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
import type { PairedView, PairingView } from "../partner-view.ts";
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
  const fixed = pairing.standing.filter((each) => each.fixed !== null);
  const settled = new Set(fixed.flatMap(idsIn));
  const own = pairing.standing.filter((each) => each.agreed && each.fixed === null);
  const agreed = own.map(idsIn);
  const [groups, setGroups] = useState<Groups>(agreed.length > 0 ? agreed : pairing.proposed);
  const say = useUndo();
  const refresh = ["/partnerships", "/my-week", "/weeks"];
  const undo = useWrite(
    ({ made, ended }: PairedView, gesture) =>
      write("POST", "/partnerships/pairing/undo", { made, ended }, gesture),
    { refresh },
  );
  const isWanted = (group: string[]) => groups.some((each) => keyOf([each]) === keyOf([group]));
  const save = useWrite(
    (_: void, gesture) =>
      write<PairedView>(
        "PUT",
        "/partnerships/pairing",
        {
          day: pairing.fromDay,
          groups: groups.filter((group) => !agreed.some((each) => keyOf([each]) === keyOf([group]))),
          apart: own.filter((each) => !isWanted(idsIn(each))).map(({ id }) => id),
        },
        gesture,
      ),
    { refresh, done: (paired) => say("Saved.", () => undo.sendNow(paired)) },
  );
  const paired = new Set(groups.flat());
  const left = pairing.reps.filter(({ id }) => !paired.has(id) && !settled.has(id));
  const names = new Map(
    pairing.reps.filter(({ id }) => !settled.has(id)).map(({ id, name }) => [id, name] as const),
  );
  const namesIn = (group: readonly string[]) => group.map((id) => names.get(id) ?? "").join(" and ");
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
            disabled={isSaved}
            busy={save.busy}
            onClick={() => save.send()}
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
        {fixed.map((each) => (
          <li key={each.id} className={css.pair}>
            <p className={css.what}>
              {each.members.map(({ name }) => name).join(" and ")}{" "}
              <span className={css.soft}>{each.fixed === "chosen" ? CHOSEN : ACROSS_TEAMS}</span>
            </p>
          </li>
        ))}
        {groups.map((group, at) => (
          <li key={group.join(" ")} className={css.pair}>
            {group.map((id, place) => (
              <ChoiceField
                key={id}
                label={place === 0 ? "Partners" : "with"}
                name={`pair-${at}-${place}`}
                value={id}
                options={[
                  ...[...names].map(([value, label]) => ({ value, label })),
                  { value: NOBODY, label: "Nobody" },
                ]}
                onChange={(chosen) =>
                  setGroups(chosen === NOBODY ? without(groups, id) : swapped(groups, id, chosen))
                }
              />
            ))}
          </li>
        ))}
        {left.map(({ id, name }) => (
          <li key={id} className={css.pair}>
            <ChoiceField
              label={`${name} has nobody: pair with`}
              name={`alone-${id}`}
              value=""
              options={[
                { value: "", label: "Nobody" },
                ...left
                  .filter((other) => other.id !== id)
                  .map((other) => ({ value: other.id, label: other.name })),
                ...groups
                  .filter(({ length }) => length === 2)
                  .map((group) => ({ value: group.join(" "), label: `${namesIn(group)}, as a third` })),
              ]}
              onChange={(chosen) => chosen !== "" && setGroups(joined(groups, id, chosen.split(" ")))}
            />
          </li>
        ))}
      </ul>
      <FormError problem={save.problem} />
    </Card>
  );
}

const NOBODY = "nobody";
const CHOSEN = "chose each other; they part ways themselves";
const ACROSS_TEAMS = "across teams; a leader pairs them";

function idsIn({ members }: PairingView["standing"][number]): string[] {
  return members.map(({ id }) => id);
}

/** The two change places; whoever was in no group comes in for the other. */
function swapped(groups: Groups, one: string, other: string): Groups {
  return groups.map((group) => group.map((id) => (id === one ? other : id === other ? one : id)));
}

/** Whoever is left alone by it is in no group. */
function without(groups: Groups, one: string): Groups {
  return groups.map((group) => group.filter((id) => id !== one)).filter(({ length }) => length > 1);
}

/** With these, who are a group already or one other who is in none. */
function joined(groups: Groups, one: string, others: readonly string[]): Groups {
  const apart = groups.filter((group) => !group.some((id) => others.includes(id)));
  return [...apart, [...others, one]];
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
