import { useEffect, useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { nowMs } from "#lib/web/clock.ts";
import { clockOf } from "../take.ts";
import { ColleagueField } from "./colleague-field.tsx";
import type { WayProps } from "./ways.ts";
import css from "./practice.module.css";

const TICK_MS = 250;

/** With a person: they play who sits opposite, and both score it afterwards. */
export function LiveWay({ onDone }: WayProps) {
  const [partnerId, setPartnerId] = useState("");
  const [began, setBegan] = useState<number | null>(null);
  const askIds = partnerId === "" ? [] : [partnerId];
  return (
    <Card
      title="Somebody plays the other side"
      below="A colleague, a friend, your leader: they read the card above, begin with its first line, and answer as they like. Five minutes. Stumble, and begin again."
    >
      <div className={css.way}>
        <ColleagueField
          label="Who is with you"
          hint="They score it on their own device. Leave it open, and hand yours over afterwards."
          none="Somebody else, or nobody here"
          value={partnerId}
          onChange={setPartnerId}
        />
        {began === null ? (
          <div className={css.acts}>
            <Button tone="primary" onClick={() => setBegan(nowMs(0))}>
              Begin
            </Button>
            <Button tone="quiet" onClick={() => onDone({ seconds: 0, askIds })}>
              We have done it already: score it
            </Button>
          </div>
        ) : (
          <>
            <Running since={began} />
            <div className={css.acts}>
              <Button
                tone="primary"
                onClick={() => onDone({ seconds: Math.round((nowMs(0) - began) / 1_000), askIds })}
              >
                Score it
              </Button>
              <Button onClick={() => setBegan(nowMs(0))}>Begin again</Button>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}

function Running({ since }: { since: number }) {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(nowMs(0)), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((now - since) / 1_000));
  return (
    <p className={css.clock} role="timer" aria-label="How long it has taken">
      {clockOf(seconds)}
    </p>
  );
}
