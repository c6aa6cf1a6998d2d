import { useRef, useState } from "react";
import { nowMs } from "#lib/web/clock.ts";
import type { End, Persona } from "../persona.ts";
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
  /** The end that whoever played it from elsewhere said it came to. */
  told: End | null;
  /** When the first and the last word was said, in milliseconds; 0: nothing was. */
  began: number;
  last: number;
}

// What was left to be scored, or for another way to rehearse, is there again on the return; never beyond this page's life.
const left = new Map<string, Shown>();

/**
 * A talk that is under way. The persona of this device hears every word, also while another plays it, so that it goes on from the
 * very sentence where the other falls silent. `alone`: only the other can play this one. `whose`: the member, to whom alone a talk that was
 * left comes back.
 */
export function useTalk(
  persona: Persona,
  far: FarTalk | null,
  { alone, whose }: { alone: boolean; whose: string },
) {
  const begin = (seed: number): Shown => ({
    talk: beginTalk(persona, seed),
    lines: [{ who: "they", words: persona.opening }],
    over: false,
    told: null,
    began: 0,
    last: 0,
  });
  const id = `${whose} ${persona.language} ${persona.key}`;
  const [shown, setShown] = useState(() => left.get(id) ?? begin(0));
  const show = (next: Shown) => {
    left.set(id, next);
    setShown(next);
  };
  const [before, setBefore] = useState<Shown | null>(null);
  const [isFar, setFar] = useState(alone);
  const [waits, setWaits] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const round = useRef(0);
  const { talk, lines, over } = shown;

  /** Answers what they said to it, or null where nothing came. */
  const hear = async (words: string): Promise<string | null> => {
    if (over || waits) return null;
    const at = nowMs(0);
    const now = { began: shown.began || at, last: at, told: null };
    const said: Line[] = [...lines, { who: "you", words }];
    const after = say(persona, talk, words);
    show({ talk: after, lines: said, over: false, ...now });
    setTrouble(null);
    let answer = after.turns.at(-1)?.answer ?? persona.opening;
    let ends = after.end !== null;
    let toldEnd: End | null = null;
    if (isFar && far !== null) {
      const asked = ++round.current;
      setWaits(true);
      const told = await answerFromAfar(far, said);
      if (asked !== round.current) return null;
      setWaits(false);
      if ("words" in told) {
        answer = told.words;
        toldEnd = told.end;
        ends = toldEnd !== null;
      } else {
        setTrouble(told.trouble);
        if (alone) {
          show(shown);
          return null;
        }
        setFar(false);
      }
    }
    show({
      talk: after,
      lines: [...said, { who: "they", words: answer }],
      over: ends,
      ...now,
      told: toldEnd,
    });
    return answer;
  };

  return {
    talk,
    lines,
    over,
    told: shown.told,
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
      // Whoever waits hears at once what the persona of this device says to it.
      if (waits) {
        const words = talk.turns.at(-1)?.answer ?? persona.opening;
        show({ ...shown, lines: [...lines, { who: "they", words }], over: talk.end !== null });
      }
    },
    end: () => {
      // What is on its way comes too late.
      round.current += 1;
      setWaits(false);
      show({ ...shown, over: true });
    },
    again: () => {
      round.current += 1;
      if (lines.length > 1) setBefore(shown);
      setWaits(false);
      setTrouble(null);
      show(begin(talk.seed + 1));
    },
    /** Back into the talk that was left by beginning again, as long as nothing was said since. */
    back:
      before === null || lines.length > 1
        ? null
        : () => {
            show(before);
            setBefore(null);
          },
    seconds: Math.max(1, Math.round((shown.last - shown.began) / 1_000)),
    /** It was scored: nothing of it is there any more. */
    forget: () => left.delete(id),
    /** It was taken back: it stands there again. */
    recall: () => left.set(id, shown),
  };
}
