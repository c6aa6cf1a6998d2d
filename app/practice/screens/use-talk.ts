import { useRef, useState } from "react";
import { nowMs } from "#lib/web/clock.ts";
import type { Persona } from "../persona.ts";
import { beginTalk, moodOf, say, type Talk } from "../role-play.ts";
import { answerFromAfar, type FarTalk } from "./far-persona.ts";

/** One line of the talk, as it is shown. */
export interface Line {
  who: "they" | "you";
  words: string;
}

interface Shown {
  talk: Talk;
  lines: readonly Line[];
  over: boolean;
}

/**
 * A talk that is under way. The persona of this device hears every word, also while another plays it, so that it goes on from the
 * very sentence where the other falls silent. `alone`: only the other can play this one.
 */
export function useTalk(persona: Persona, far: FarTalk | null, alone: boolean) {
  const begin = (seed: number): Shown => ({
    talk: beginTalk(persona, seed),
    lines: [{ who: "they", words: persona.opening }],
    over: false,
  });
  const [shown, setShown] = useState(() => begin(0));
  const [before, setBefore] = useState<Shown | null>(null);
  const [isFar, setFar] = useState(alone);
  const [waits, setWaits] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const time = useRef({ began: 0, last: 0 });
  const round = useRef(0);
  const { talk, lines, over } = shown;

  /** Answers what they said to it, or null where nothing came. */
  const hear = async (words: string): Promise<string | null> => {
    if (over || waits) return null;
    const at = nowMs(0);
    time.current = { began: time.current.began || at, last: at };
    const said: Line[] = [...lines, { who: "you", words }];
    const after = say(persona, talk, words);
    setShown({ talk: after, lines: said, over: false });
    setTrouble(null);
    let answer = after.turns.at(-1)?.answer ?? persona.opening;
    let ends = after.end !== null;
    if (isFar && far !== null) {
      const asked = ++round.current;
      setWaits(true);
      const told = await answerFromAfar(far, said);
      if (asked !== round.current) return null;
      setWaits(false);
      if ("words" in told) {
        answer = told.words;
        ends = told.end !== null;
      } else {
        setTrouble(told.trouble);
        if (alone) {
          setShown(shown);
          return null;
        }
        setFar(false);
      }
    }
    setShown({ talk: after, lines: [...said, { who: "they", words: answer }], over: ends });
    return answer;
  };

  return {
    talk,
    lines,
    over,
    waits,
    trouble,
    isFar: isFar && far !== null,
    mood: moodOf(persona, talk),
    hear,
    letFar: (next: boolean) => {
      round.current += 1;
      setWaits(false);
      setTrouble(null);
      setFar(next);
    },
    end: () => setShown({ ...shown, over: true }),
    again: () => {
      round.current += 1;
      if (lines.length > 1) setBefore(shown);
      setWaits(false);
      setTrouble(null);
      setShown(begin(talk.seed + 1));
      time.current = { began: 0, last: 0 };
    },
    /** Back into the talk that was left by beginning again, as long as nothing was said since. */
    back:
      before === null || lines.length > 1
        ? null
        : () => {
            setShown(before);
            setBefore(null);
          },
    seconds: () => Math.max(1, Math.round((time.current.last - time.current.began) / 1_000)),
  };
}
