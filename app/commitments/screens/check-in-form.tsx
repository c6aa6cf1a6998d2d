import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { ChoiceField, TextField } from "#lib/web/field.tsx";
import { Form } from "#lib/web/form.tsx";
import { WHY_MISSED_WORDS } from "../promise-words.ts";
import { WHY_MISSED, type Told } from "../promise.ts";
import { atOnceChoices, toldOf, type AtOnce } from "../told-at-once.ts";
import type { PromiseView, WeekView } from "../week-view.ts";
import { PromiseLine } from "./promise-line.tsx";
import { promisedOf, useCheckIn, type WantedCheckIn } from "./use-week.ts";
import css from "./week.module.css";

interface CheckInFormProps {
  week: WeekView;
  /** To whom it is told. */
  partners: readonly string[];
  onDone: () => void;
  onLeave?: (() => void) | undefined;
}

/** How the week went: what is written down is marked already, the rest is one tap. */
export function CheckInForm({ week, partners, onDone, onLeave }: CheckInFormProps) {
  const [said, setSaid] = useState<ReadonlyMap<string, Told>>(
    new Map(week.promises.flatMap(({ id, told }) => (told === null ? [] : [[id, told]]))),
  );
  const [rest, setRest] = useState<AtOnce>("as-it-stands");
  const [learned, setLearned] = useState(week.checkIn?.learned ?? "");
  const send = useCheckIn(week, onDone);
  const say = (id: string, told: Told | null) =>
    setSaid((before) => {
      const next = new Map(before);
      if (told === null) next.delete(id);
      else next.set(id, told);
      return next;
    });
  const tellable = week.promises.filter(isTellable);
  const others = tellable.filter(({ id }) => !said.has(id));
  const wanted = (): WantedCheckIn => {
    const lines = tellable.map((promise) => {
      const line = { promised: promisedOf(promise), state: promise.state, told: null };
      return { id: promise.id, before: promise.told, now: said.get(promise.id) ?? toldOf(line, rest) };
    });
    return {
      learned: learned.trim() === "" ? null : learned.trim(),
      promises: lines.flatMap(({ id, before, now }) =>
        now === null || isSame(now, before) ? [] : [{ id, ...now }],
      ),
      untold: lines.flatMap(({ id, before, now }) => (now === null && before !== null ? [id] : [])),
    };
  };
  return (
    <Card
      title="How did it go?"
      below="What you logged is marked already. Whoever asked and did not log it: log it, and the line is kept."
    >
      <Form
        problem={send.problem}
        onSubmit={() => send.send(wanted())}
        actions={
          <>
            <Button submit tone="primary" busy={send.busy}>
              {partners.length === 0 ? "Tell how it went" : `Tell ${partners.join(" and ")}`}
            </Button>
            {onLeave && <Button onClick={onLeave}>Not now</Button>}
          </>
        }
      >
        <ul className={css.lines}>
          {week.promises.map((promise) => (
            <PromiseLine key={promise.id} promise={promise}>
              <WhatBecame
                promise={promise}
                said={said.get(promise.id)}
                onSay={(one) => say(promise.id, one)}
              />
            </PromiseLine>
          ))}
        </ul>
        {others.length > 1 && (
          <ChoiceField
            label={others.length === tellable.length ? "All of them" : `The other ${others.length}`}
            name="rest"
            hint="One answer for all that you said nothing of."
            value={rest}
            options={atOnceChoices(others.some(({ kind }) => kind === "own")).map(({ id, label }) => ({
              value: id,
              label,
            }))}
            onChange={setRest}
          />
        )}
        <TextField
          label="What did you learn?"
          name="learned"
          hint="One line, for you and your partner."
          value={learned}
          onChange={setLearned}
        />
      </Form>
    </Card>
  );
}

/** What is written down as kept, or fell away, needs no word. */
function isTellable({ kind, state }: PromiseView): boolean {
  return state !== "gone" && (state !== "kept" || kind === "own");
}

function isSame(one: Told, other: Told | null): boolean {
  return other !== null && one.how === other.how && one.why === other.why && one.next === other.next;
}

/** Kept or missed in one tap; why, and what becomes of it, once it was missed. Pressed again, it was not said. */
function WhatBecame({
  promise,
  said,
  onSay,
}: {
  promise: PromiseView;
  said: Told | undefined;
  onSay: (told: Told | null) => void;
}) {
  if (!isTellable(promise)) return null;
  const press = (how: Told["how"]) => onSay(said?.how === how ? null : { how, why: null, next: null });
  return (
    <>
      <div className={css.chips} role="group" aria-label="Was it kept?">
        {promise.kind === "own" && (
          <Chip label="Kept" pressed={said?.how === "kept"} onPress={() => press("kept")} />
        )}
        <Chip label="Missed" pressed={said?.how === "missed"} onPress={() => press("missed")} />
      </div>
      {said?.how === "missed" && (
        <>
          <div className={css.chips} role="group" aria-label="Why was it missed?">
            {WHY_MISSED.map((why) => (
              <Chip
                key={why}
                label={WHY_MISSED_WORDS[why]}
                pressed={said.why === why}
                onPress={() => onSay({ ...said, why: said.why === why ? null : why })}
              />
            ))}
          </div>
          <div className={css.chips} role="group" aria-label="What becomes of it?">
            {WHAT_BECOMES.map(([next, label]) => (
              <Chip
                key={next}
                label={label}
                pressed={said.next === next}
                onPress={() => onSay({ ...said, next: said.next === next ? null : next })}
              />
            ))}
          </div>
        </>
      )}
    </>
  );
}

const WHAT_BECOMES = [
  ["carried", "Carry it over"],
  ["let-go", "Let it go"],
] as const;

function Chip({ label, pressed, onPress }: { label: string; pressed: boolean; onPress: () => void }) {
  return (
    <button type="button" className={css.chip} aria-pressed={pressed} onClick={onPress}>
      {label}
    </button>
  );
}
