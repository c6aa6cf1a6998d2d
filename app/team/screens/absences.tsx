import { useState } from "react";
import type { Day } from "#lib/kernel/days.ts";
import type { Page } from "#lib/kernel/page.ts";
import { read, write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { DayField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Picker, type Choice } from "#lib/web/picker.tsx";
import { PillButton } from "#lib/web/pill.tsx";
import { useReadAll, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { capital } from "#lib/web/words.ts";
import type { AbsenceView } from "../absence-view.ts";
import type { MemberView } from "../member-view.ts";
import { awayText } from "./absence-words.ts";
import css from "./lines.module.css";

const TOUCHED = ["/absences", "/referrals", "/duties"];

/** When a member is away from today on, and a way to say so. */
export function Absences({ memberId, today }: { memberId: string; today: Day }) {
  const absences = useReadAll<AbsenceView>("/absences", { member: memberId });
  const [saying, setSaying] = useState(false);
  if (absences.problem) return <Trouble problem={absences.problem} again={absences.again} />;
  if (absences.data === undefined) return <Loading lines={1} />;
  return (
    <>
      {absences.data.length === 0 ? (
        <p className={css.soft}>
          Whoever is away is not chased: clocks wait until the next workday, and a stand-in keeps sources from
          waiting.
        </p>
      ) : (
        <ul className={css.lines}>
          {absences.data.map((each) => (
            <AbsenceLine key={each.id} absence={each} today={today} />
          ))}
        </ul>
      )}
      {saying ? (
        <SayAbsence memberId={memberId} today={today} close={() => setSaying(false)} />
      ) : (
        <div>
          <Button onClick={() => setSaying(true)}>Say when away</Button>
        </div>
      )}
    </>
  );
}

function AbsenceLine({ absence, today }: { absence: AbsenceView; today: Day }) {
  const { remove, problem } = useRemoval(absence);
  const text = awayText(absence, today);
  return (
    <li className={css.line}>
      <span>
        {capital(text)}
        {absence.words !== null && <small className={css.below}>{absence.words}</small>}
      </span>
      {absence.mayChange && (
        <PillButton label={`Take back: ${text}`} onClick={remove}>
          Take back
        </PillButton>
      )}
      {problem && <Trouble problem={problem} />}
    </li>
  );
}

function useRemoval({ id }: AbsenceView) {
  const say = useUndo();
  const back = useWrite(
    (_: null, gesture) => write<AbsenceView>("PUT", `/absences/${id}/return`, undefined, gesture),
    { refresh: TOUCHED },
  );
  const end = useWrite((_: null, gesture) => write("DELETE", `/absences/${id}`, undefined, gesture), {
    refresh: TOUCHED,
    done: () => say("Not away after all.", () => back.sendNow(null)),
  });
  return { remove: () => end.send(null), problem: end.problem };
}

interface AbsenceDraft {
  fromDay: string;
  toDay: string;
  standInId: Choice | null;
  words: string;
}

function SayAbsence({ memberId, today, close }: { memberId: string; today: Day; close: () => void }) {
  const say = useUndo();
  const draft = useDraft<AbsenceDraft>({ fromDay: today, toDay: today, standInId: null, words: "" });
  const undo = useWrite((id: string, gesture) => write("DELETE", `/absences/${id}`, undefined, gesture), {
    refresh: TOUCHED,
  });
  const save = useWrite(
    (what: AbsenceDraft, gesture) =>
      write<AbsenceView>(
        "POST",
        "/absences",
        { ...what, memberId, standInId: what.standInId?.id ?? null, words: what.words.trim() || null },
        gesture,
      ),
    {
      refresh: TOUCHED,
      done: (absence) => {
        close();
        say(`${capital(awayText(absence, today))}.`, () => undo.sendNow(absence.id));
      },
    },
  );
  const { fromDay, toDay } = draft.value;
  const field = draft.field("fromDay");
  return (
    <Form
      problem={save.problem}
      onSubmit={() => save.send(draft.value)}
      actions={
        <>
          <Button submit tone="primary" busy={save.busy} disabled={fromDay === "" || toDay === ""}>
            Say it
          </Button>
          <Button onClick={close}>Not now</Button>
        </>
      }
    >
      <DayField
        label="First day away"
        {...field}
        onChange={(day) => {
          field.onChange(day);
          if (toDay < day) draft.field("toDay").onChange(day);
        }}
      />
      <DayField label="Last day away" earliest={fromDay} {...draft.field("toDay")} />
      <Picker
        label="Who stands in"
        hint="Optional. They see to what becomes due meanwhile."
        find={(typed, signal) => findColleagues(memberId, typed, signal)}
        {...draft.field("standInId")}
      />
      <TextField
        label="A word for the stand-in"
        hint="Read by them, by the managers and by leaders."
        {...draft.field("words")}
      />
    </Form>
  );
}

async function findColleagues(memberId: string, typed: string, signal: AbortSignal): Promise<Choice[]> {
  const query = { q: typed.trim(), state: "here", limit: 8 };
  const found = await read<Page<MemberView>>("/members", query, signal);
  return found.items
    .filter(({ id }) => id !== memberId)
    .map(({ id, name, email }) => ({ id, label: name, hint: email }));
}
