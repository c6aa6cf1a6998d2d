import { useRef, useState } from "react";
import { nowMs } from "#lib/web/clock.ts";
import { moodOf, say, beginTalk, type Talk } from "../role-play.ts";
import type { MoodNow, Persona } from "../persona.ts";
import { answerFromAfar, type FarTalk } from "./far-persona.ts";

/** One line of the talk, as it is shown. */
export interface Line {
  who: "they" | "you";
  words: string;
}

/**
 * A talk that is under way. The persona of this device hears every word, also while another plays it, so that it can go on from
 * any place and nothing is lost.
 */
export function useTalk(persona: Persona, far: FarTalk | null) {
  const [talk, setTalk] = useState(() => beginTalk(persona, 0));
  const [lines, setLines] = useState<readonly Line[]>(() => [{ who: "they", words: persona.opening }]);
  const [isFar, setFar] = useState(false);
  const [waits, setWaits] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const [before, setBefore] = useState<{ talk: Talk; lines: readonly Line[]; over: boolean } | null>(null);
  const time = useRef({ began: 0, last: 0 });
  const round = useRef(0);

  const hear = async (words: string, spoken: (answer: string) => void) => {
    if (over || waits) return;
    const at = nowMs(0);
    time.current = { began: time.current.began || at, last: at };
    const after = say(persona, talk, words);
    const said: Line[] = [...lines, { who: "you", words }];
    setTalk(after);
    setLines(said);
    setTrouble(null);
    let answer = after.turns.at(-1)?.answer ?? "";
    let ends = after.end !== null;
    if (isFar && far) {
      setWaits(true);
      const asked = ++round.current;
      const told = await answerFromAfar(far, said);
      if (asked !== round.current) return;
      setWaits(false);
      if ("trouble" in told) {
        setTrouble(told.trouble);
        setFar(false);
      } else {
        answer = told.words;
        ends = told.over;
      }
    }
    setLines([...said, { who: "they", words: answer }]);
    setOver(ends);
    spoken(answer);
  };

  return {
    talk,
    lines,
    waits,
    trouble,
    over,
    isFar,
    setFar: (next: boolean) => {
      setFar(next);
      setTrouble(null);
    },
    mood: moodOf(persona, talk) satisfies MoodNow,
    hear,
    end: () => setOver(true),
    again: () => {
      round.current += 1;
      if (lines.length > 1) setBefore({ talk, lines, over });
      setWaits(false);
      setTrouble(null);
      setOver(false);
      setTalk(beginTalk(persona, talk.seed + 1));
      setLines([{ who: "they", words: persona.opening }]);
      time.current = { began: 0, last: 0 };
    },
    /** Back into the talk that was just left by beginning again. */
    back:
      before === null || lines.length > 1
        ? null
        : () => {
            setTalk(before.talk);
            setLines(before.lines);
            setOver(before.over);
            setBefore(null);
          },
    seconds: () => Math.max(1, Math.round((time.current.last - time.current.began) / 1_000)),
  };
}
