import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { write } from "#lib/web/api.ts";
import type { Reading, UseReading } from "#lib/web/page.ts";
import { useWrite } from "#lib/web/queries.ts";
import type { PersonView } from "#people/person-view.ts";
import { PEOPLE_READS } from "#people/screens/use-person-writes.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { LoggedAsk } from "../ask-view.ts";
import { shouldCallInstead } from "../ask.ts";
import { LANGUAGES } from "../languages/languages.ts";
import { readAsk, type Corrections, type TypedAsk, type TypedField } from "../typed-ask.ts";
import { troubleText } from "../typed-ask-words.ts";
import { AfterAsk, useGoesOn } from "./after-ask.tsx";
import { HAPPENED_ALREADY, KEPT_NEVERTHELESS } from "./ask-words.ts";
import { chipsOf, sentenceOf } from "./typed-ask-chips.ts";
import { useLogAsk, useSayLogged, type AskToLog } from "./use-ask-writes.ts";
import { useAtHand, useLookFor } from "./use-at-hand.ts";

/** A correction holds as long as the words it corrects stay as they are. */
type Kept = { [F in keyof Corrections]?: { of: string; value: Corrections[F] } };

/** Reads a typed line as an ask, shows what was understood, and writes it down. */
export const useTypedAsk: UseReading = (typed, close): Reading | null => {
  const me = useMe();
  const hand = useAtHand(me);
  const [kept, setKept] = useState<Kept>({});
  const [looking, setLooking] = useState<string | null>(null);
  const [named, setNamed] = useState<LoggedAsk | null>(null);
  const [pressed, setPressed] = useState<{ typed: string; happened?: boolean } | null>(null);
  const [adding, setAdding] = useState<string | null>(null);
  const carriedOut = useRef<typeof pressed>(null);
  const sayLogged = useSayLogged();
  const goesOn = useGoesOn();
  const log = useLogAsk((ask) => {
    if (goesOn(ask)) return setNamed(ask);
    sayLogged(ask);
    close();
  }, close);
  const { ask, corrections } = useMemo(() => {
    if (me === undefined || typed === "") return { ask: null, corrections: {} };
    const ground = { today: me.today, languages: LANGUAGES, people: hand.people, accounts: hand.accounts };
    const plain = readAsk(typed, ground);
    const corrections = plain === null ? {} : correctionsOf(kept, plain, typed);
    const corrected = Object.keys(corrections).length > 0;
    return { ask: corrected ? readAsk(typed, ground, corrections) : plain, corrections };
  }, [typed, me, hand, kept]);
  const correct = <F extends keyof Corrections>(field: F, value: Corrections[F]) => {
    if (ask !== null) setKept((before) => ({ ...before, [field]: { of: saidOf(ask, typed, field), value } }));
    setPressed(null);
  };
  const add = useWrite(
    (fullName: string, gesture) =>
      write<PersonView>(
        "POST",
        "/people",
        { fullName, ...(ask?.company && { accountName: ask.company }) },
        gesture,
      ),
    {
      refresh: PEOPLE_READS,
      done: (person) => {
        hand.learn({ people: [person] });
        correct("source", person);
      },
    },
  );
  const sought = ask === null ? NOBODY : namesSought(ask, corrections, hand.near, looking);
  const busy = useLookFor(hand, sought.people, sought.accounts);
  const said = ask === null || me === undefined ? null : toLog(ask, me.member.id, me.today);
  const complete = said !== null && ask?.problems.length === 0;
  const waits = busy || (add.busy && !complete);
  const send = useEffectEvent(() => {
    carriedOut.current = pressed;
    if (complete && pressed?.typed === typed)
      log.send({ ...said, ...(pressed.happened === true && { happened: true }) });
  });
  // Enter may be pressed while a name is still looked for or added: it counts once that is done.
  useEffect(() => {
    if (pressed !== null && pressed !== carriedOut.current && !waits) send();
  }, [pressed, waits]);
  if (named !== null) return { ...NOTHING, label: "", instead: <AfterAsk ask={named} close={close} /> };
  if (ask === null || me === undefined) return null;
  const [problem] = ask.problems;
  const failed = pressed?.typed === typed ? log.problem : adding === typed ? add.problem : null;
  return {
    label: sentenceOf(ask, me.today),
    chips: chipsOf(ask, {
      today: me.today,
      recent: hand.people,
      correct,
      look: setLooking,
      add: (fullName) => {
        setAdding(typed);
        add.send(fullName);
      },
    }),
    trouble:
      failed?.reason ?? (problem && !(busy && problem.kind === "nobody") ? troubleText(problem) : null),
    notes: notesOf(ask, busy),
    ready: complete || waits,
    busy: log.busy,
    run: () => setPressed({ typed }),
    // A rule stands against it, and what took place is kept all the same.
    offer:
      complete && failed?.facts?.["rule"] !== undefined
        ? {
            label: HAPPENED_ALREADY,
            hint: KEPT_NEVERTHELESS,
            run: () => setPressed({ typed, happened: true }),
          }
        : undefined,
  };
};

const NOBODY: { people: string[]; accounts: string[] } = { people: [], accounts: [] };

const NOTHING: Reading = {
  label: "",
  chips: [],
  trouble: null,
  notes: [],
  ready: false,
  busy: false,
  run: () => undefined,
};

/** Names that nobody near has, or of which somebody wants to see more; whoever was chosen by hand is not looked for. */
function namesSought(
  ask: TypedAsk,
  corrections: Corrections,
  near: ReadonlySet<string>,
  looking: string | null,
): typeof NOBODY {
  const far = (["source", "target", "colleague"] as const).flatMap((field) => {
    const name = ask[field];
    if (name === null || name.said === "") return [];
    if (name.said === looking) return [name.said];
    const isNear = field in corrections || name.candidates.some(({ who }) => near.has(who.id));
    return isNear ? [] : [name.said];
  });
  const unknown = "target" in corrections ? [] : ask.unknown.people;
  return { people: [...new Set([...unknown, ...far])], accounts: ask.unknown.accounts };
}

function notesOf(ask: TypedAsk, busy: boolean): string[] {
  return [
    ...(ask.note === null ? [] : [`Kept as a note: “${ask.note}”`]),
    ...(ask.channel !== null && shouldCallInstead({ channel: ask.channel, outcome: ask.outcome })
      ? ["A letter is easy to leave unanswered. Call: people say yes to a voice."]
      : []),
    ...(busy ? ["Searching…"] : []),
  ];
}

/** The same body as the sheet sends. */
function toLog(ask: TypedAsk, memberId: string, today: string): AskToLog | null {
  const source = ask.source?.who;
  if (!source) return null;
  const colleague = ask.colleague?.who;
  return {
    sourceId: source.id,
    sourceName: source.fullName,
    memberId,
    outcome: ask.outcome,
    channel: ask.channel ?? "call",
    moment: ask.moment ?? "anytime",
    day: ask.day ?? today,
    ...(ask.untilDay !== null && { untilDay: ask.untilDay }),
    ...(ask.forWhom !== null && { forWhom: ask.forWhom }),
    ...(ask.target?.who && { targetPersonId: ask.target.who.id }),
    ...(ask.account?.who && { targetAccountId: ask.account.who.id }),
    ...(colleague && { colleagueId: colleague.id }),
    ...(ask.colleague && !colleague && { colleague: { fullName: ask.colleague.said } }),
    ...(ask.note !== null && { note: ask.note }),
  };
}

function correctionsOf(kept: Kept, ask: TypedAsk, typed: string): Corrections {
  const holding = Object.entries(kept).filter(
    ([field, each]) => each?.of === saidOf(ask, typed, field as TypedField),
  );
  return Object.fromEntries(holding.map(([field, each]) => [field, each?.value])) as Corrections;
}

function saidOf(ask: TypedAsk, typed: string, field: TypedField): string {
  return ask.spans
    .filter((span) => span.field === field)
    .map(({ start, end }) => typed.slice(start, end))
    .join("|");
}
