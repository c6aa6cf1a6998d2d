import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { TextField } from "#lib/web/field.tsx";
import { Form } from "#lib/web/form.tsx";
import { WHY_MISSED_WORDS } from "../promise-words.ts";
import { WHY_MISSED, type Told } from "../promise.ts";
import type { PromiseView, WeekView } from "../week-view.ts";
import { PromiseLine } from "./promise-line.tsx";
import { useCheckIn } from "./use-week.ts";
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
  const [learned, setLearned] = useState(week.checkIn?.learned ?? "");
  const send = useCheckIn(week, onDone);
  const say = (id: string, told: Told) => setSaid((before) => new Map(before).set(id, told));
  const told = week.promises.flatMap((promise) => {
    const one = said.get(promise.id);
    const isRead = promise.kind !== "own" && promise.state === "kept";
    return one === undefined || isRead || promise.state === "gone" ? [] : [{ id: promise.id, ...one }];
  });
  return (
    <Card
      title="How did it go?"
      below="What you logged is marked already. Whoever asked and did not log it: log it, and the line is kept."
    >
      <Form
        problem={send.problem}
        onSubmit={() => send.send({ learned: learned.trim() === "" ? null : learned, promises: told })}
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

function WhatBecame({
  promise,
  said,
  onSay,
}: {
  promise: PromiseView;
  said: Told | undefined;
  onSay: (told: Told) => void;
}) {
  if (promise.state === "gone" || (promise.state === "kept" && promise.kind !== "own")) return null;
  const isOwn = promise.kind === "own";
  const missed = !isOwn || said?.how === "missed";
  const miss = (some: Partial<Told>) =>
    onSay({ how: "missed", why: said?.why ?? null, next: said?.next ?? null, ...some });
  return (
    <>
      {isOwn && (
        <div className={css.chips} role="group" aria-label="Was it kept?">
          <Chip
            label="Kept"
            pressed={said?.how === "kept"}
            onPress={() => onSay({ how: "kept", why: null, next: null })}
          />
          <Chip label="Missed" pressed={said?.how === "missed"} onPress={() => miss({})} />
        </div>
      )}
      {missed && (
        <>
          <div className={css.chips} role="group" aria-label="Why was it missed?">
            {WHY_MISSED.map((why) => (
              <Chip
                key={why}
                label={WHY_MISSED_WORDS[why]}
                pressed={said?.why === why}
                onPress={() => miss({ why })}
              />
            ))}
          </div>
          {said?.how === "missed" && (
            <div className={css.chips} role="group" aria-label="What becomes of it?">
              <Chip
                label="Carry it over"
                pressed={said.next === "carried"}
                onPress={() => miss({ next: "carried" })}
              />
              <Chip
                label="Let it go"
                pressed={said.next === "let-go"}
                onPress={() => miss({ next: "let-go" })}
              />
            </div>
          )}
        </>
      )}
    </>
  );
}

function Chip({ label, pressed, onPress }: { label: string; pressed: boolean; onPress: () => void }) {
  return (
    <button type="button" className={css.chip} aria-pressed={pressed} onClick={onPress}>
      {label}
    </button>
  );
}
