import { write } from "#lib/web/api.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { Level } from "#referrals/referral.ts";
import {
  CONSENT_WORDS,
  OUTCOME_WORDS,
  type ConsentWord,
  type Kind,
  type OutcomeWord,
  type Side,
  type ThankedHow,
} from "../given.ts";
import type { GivenView } from "../given-view.ts";

/** Readings that an introduction we make changes. */
export const GIVEN_READS = [
  "/given",
  "/balance",
  "/should-meet",
  "/scorecard",
  "/timeline",
  "/people",
  "/accounts",
];

export interface GivenToLog {
  toId: string;
  whomId?: string;
  whom?: { name: string; does?: string };
  kind: Kind;
  why?: string;
  level: Level;
  day?: string;
  memberId?: string;
}

/** Logs an introduction; `done` hears of it. */
export function useGive(done: (given: GivenView) => void): Writing<GivenToLog, GivenView> {
  const say = useUndo();
  const takeBack = useWrite((id: string, gesture) => write("DELETE", `/given/${id}`, undefined, gesture), {
    refresh: GIVEN_READS,
  });
  return useWrite((given: GivenToLog, gesture) => write<GivenView>("POST", "/given", given, gesture), {
    refresh: GIVEN_READS,
    done: (given) => {
      const counts = given.level > 0 ? "One more given." : "It counts once you have introduced them.";
      say(`${given.toName} and ${given.whomName}: noted. ${counts}`, () => takeBack.sendNow(given.id));
      done(given);
    },
  });
}

/** What came of it, in one tap, with the way back. */
export function useOutcome(given: GivenView): Writing<OutcomeWord, GivenView> {
  const back = useTakeBack(given, "outcome");
  const say = useUndo();
  return useWrite(
    (outcome: OutcomeWord, gesture) =>
      write<GivenView>("PUT", `/given/${given.id}/outcome`, { outcome }, gesture),
    {
      refresh: GIVEN_READS,
      done: ({ outcome }) =>
        say(`${given.toName} and ${given.whomName}: ${OUTCOME_WORDS[outcome]}.`, () => back.sendNow("")),
    },
  );
}

export function useThanked(
  given: GivenView,
  done: () => void,
): Writing<{ how: ThankedHow; words: string }, GivenView> {
  const back = useTakeBack(given, "thanks");
  const say = useUndo();
  return useWrite(
    ({ how, words }, gesture) =>
      write<GivenView>("PUT", `/given/${given.id}/thanks`, { how, words: words.trim() || null }, gesture),
    {
      refresh: GIVEN_READS,
      done: () => {
        say("Their thanks are noted.", () => back.sendNow(""));
        done();
      },
    },
  );
}

export function useConsent(given: GivenView): Writing<{ side: Side; said: ConsentWord }, GivenView> {
  const back = useTakeBack(given, "consent");
  const say = useUndo();
  return useWrite((said, gesture) => write<GivenView>("PUT", `/given/${given.id}/consent`, said, gesture), {
    refresh: GIVEN_READS,
    done: ({ consent }, { side }) =>
      say(`Noted: ${consent === null ? "nobody was asked" : CONSENT_WORDS[consent]}.`, () =>
        back.sendNow(`?side=${side}`),
      ),
  });
}

/** They are introduced now: from today on it counts. */
export function useIntroduced(given: GivenView): Writing<Level, GivenView> {
  const say = useUndo();
  const change = (level: Level, gesture: string) =>
    write<GivenView>("PUT", `/given/${given.id}/level`, { level }, gesture);
  const undo = useWrite(change, { refresh: GIVEN_READS });
  return useWrite(change, {
    refresh: GIVEN_READS,
    done: () => say("One more given.", () => undo.sendNow(given.level)),
  });
}

/** Takes one word of it back; `query` says whose. */
function useTakeBack(given: GivenView, what: "outcome" | "thanks" | "consent"): Writing<string, GivenView> {
  return useWrite(
    (query: string, gesture) =>
      write<GivenView>("DELETE", `/given/${given.id}/${what}${query}`, undefined, gesture),
    { refresh: GIVEN_READS },
  );
}
