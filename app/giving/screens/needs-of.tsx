import { useState, type SubmitEvent } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import { write } from "#lib/web/api.ts";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Button } from "#lib/web/button.tsx";
import { DayField, TextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Toggle } from "#lib/web/toggle.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { mayChangeFor } from "#team/member.ts";
import type { Me } from "#team/me-view.ts";
import { LONGEST_LINE, type EndedHow, type What } from "../need.ts";
import type { NeedView } from "../need-view.ts";
import css from "./giving.module.css";

const NEED_READS = ["/needs-and-offers", "/should-meet", "/timeline"];

/** Whose lines. */
export interface NeedsOwner {
  kind: "person" | "account";
  id: string;
  name: string;
}

/** What they need and offer: the lines there are, and one to type; Enter adds it and waits for the next. */
export function NeedsOf({ of, me }: { of: NeedsOwner; me: Me }) {
  const lines = useRead<{ items: NeedView[] }>("/needs-and-offers", { [of.kind]: of.id });
  if (lines.problem) return <Trouble problem={lines.problem} again={lines.again} />;
  if (lines.data === undefined) return <Loading lines={2} />;
  const open = lines.data.items.filter((each) => each.open);
  return (
    <>
      {open.length === 0 && (
        <p className={css.soft}>
          What does {of.name} need, and what does {of.name} offer? A few words will do.
        </p>
      )}
      {open.length > 0 && (
        <ul className={css.lines}>
          {open.map((need) => (
            <NeedLine key={need.id} need={need} me={me} />
          ))}
        </ul>
      )}
      <AddLine of={of} me={me} />
    </>
  );
}

function NeedLine({ need, me }: { need: NeedView; me: Me }) {
  const say = useUndo();
  const back = useWrite(
    (_: void, gesture) => write("DELETE", `/needs-and-offers/${need.id}/end`, undefined, gesture),
    { refresh: NEED_READS },
  );
  const end = useWrite(
    (how: EndedHow, gesture) => write<NeedView>("PUT", `/needs-and-offers/${need.id}/end`, { how }, gesture),
    {
      refresh: NEED_READS,
      done: ({ endedHow }) =>
        say(`“${need.line}”: ${endedHow === "settled" ? "settled" : "holds no longer"}.`, () =>
          back.sendNow(),
        ),
    },
  );
  const takeBack = useWrite(
    (_: void, gesture) => write("DELETE", `/needs-and-offers/${need.id}`, undefined, gesture),
    { refresh: NEED_READS, done: () => say("Taken back.") },
  );
  const until = need.untilDay === null ? [] : [`until ${dayText(need.untilDay, me.today)}`];
  const mine = mayChangeFor(me, { memberId: need.byId, teamId: need.byTeamId });
  return (
    <li className={css.line}>
      <div className={css.words}>
        <p>
          <Pill tone={need.what === "need" ? "due" : "good"}>
            {need.what === "need" ? "needs" : "offers"}
          </Pill>{" "}
          {need.line}
        </p>
        <p className={css.soft}>{[need.byName, dayText(need.day, me.today), ...until].join(" · ")}</p>
        <FormError problem={end.problem ?? takeBack.problem} />
      </div>
      <ActionMenu
        label={`What became of “${need.line}”`}
        actions={[
          { label: "It is settled", run: () => end.send("settled") },
          { label: "Holds no longer", run: () => end.send("withdrawn") },
          ...(mine ? [{ label: "It was a mistake", run: () => takeBack.send() }] : []),
        ]}
      >
        …
      </ActionMenu>
    </li>
  );
}

function AddLine({ of, me }: { of: NeedsOwner; me: Me }) {
  const [what, setWhat] = useState<What>("need");
  const [line, setLine] = useState("");
  const [until, setUntil] = useState<string | null>(null);
  const say = useUndo();
  const takeBack = useWrite(
    (id: string, gesture) => write("DELETE", `/needs-and-offers/${id}`, undefined, gesture),
    { refresh: NEED_READS },
  );
  const add = useWrite(
    (text: string, gesture) =>
      write<NeedView>(
        "POST",
        "/needs-and-offers",
        { what, line: text, [`${of.kind}Id`]: of.id, ...(until && { untilDay: until }) },
        gesture,
      ),
    {
      refresh: NEED_READS,
      done: (need) => {
        say(`${of.name} ${need.what === "need" ? "needs" : "offers"} “${need.line}”.`, () =>
          takeBack.sendNow(need.id),
        );
        setLine("");
      },
    },
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (line.trim() !== "" && !add.busy) add.send(line);
  };
  return (
    <form onSubmit={submit} className={css.fields} noValidate>
      <div>
        <Toggle
          label="Need or offer"
          value={what}
          options={[
            { value: "need", label: "Needs" },
            { value: "offer", label: "Offers" },
          ]}
          onChange={setWhat}
        />
      </div>
      <div className={css.entry}>
        <TextField
          label={what === "need" ? `What ${of.name} needs` : `What ${of.name} offers`}
          name="line"
          value={line}
          onChange={(text) => setLine(text.slice(0, LONGEST_LINE))}
          placeholder={what === "need" ? "a caterer for June" : "two trucks on Fridays"}
        />
        <Button submit busy={add.busy}>
          Add
        </Button>
      </div>
      {until === null ? (
        <div>
          <Button tone="quiet" onClick={() => setUntil("")}>
            Until when?
          </Button>
        </div>
      ) : (
        <DayField label="Until when" name="untilDay" value={until} onChange={setUntil} earliest={me.today} />
      )}
      <FormError problem={add.problem} />
    </form>
  );
}
