import { useMemo, useState } from "react";
import { TOLD_KINDS } from "#asks/languages/language.ts";
import { LANGUAGES } from "#asks/languages/languages.ts";
import { readFact, type TypedFact } from "#asks/typed-fact.ts";
import { troubleText } from "#asks/typed-ask-words.ts";
import { useAtHand, useLookFor } from "#asks/screens/use-at-hand.ts";
import { shortDay, whenText } from "#lib/kernel/day-words.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import type { Chip, Reading, UseReading } from "#lib/web/page.ts";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { capital } from "#lib/web/words.ts";
import type { ToldMeetingView } from "#meetings/meeting-view.ts";
import { MEETING_READS } from "#meetings/screens/use-meeting-writes.ts";
import { dayTrouble, isMeetingKind, toldDay, toldEnd } from "#meetings/told-meeting.ts";
import { DUTY_READS } from "#loops/screens/use-duty-writes.ts";
import { CHANNEL_WORDS } from "#people/channel.ts";
import type { KnownPerson } from "#people/name-match.ts";
import type { PersonView } from "#people/person-view.ts";
import { PEOPLE_READS } from "#people/screens/use-person-writes.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { ToldThanksView, TouchView } from "../touch-view.ts";
import { thankedFor } from "../told-thanks-words.ts";
import { KIND_WORDS } from "../touch.ts";
import { TOUCH_READS } from "./use-touch-writes.ts";

/** A correction holds as long as the words it corrects stay as they are. */
interface Kept {
  who?: { of: string; value: KnownPerson };
  day?: { of: string; value: Day };
}

const MOST_SHOWN = 8;
const NOBODY: readonly string[] = [];

const DONE: Record<"met" | "to-meet" | "not-there" | "called-off", string> = {
  met: "met",
  "to-meet": "meeting with",
  "not-there": "did not come:",
  "called-off": "called off:",
};

/** Reads a typed line as a meeting or a touch, shows what was understood, and writes it down. */
export const useTypedFact: UseReading = (typed, close): Reading | null => {
  const me = useMe();
  const hand = useAtHand(me);
  const [kept, setKept] = useState<Kept>({});
  const [looking, setLooking] = useState<string | null>(null);
  const say = useUndo();
  const fact = useMemo(() => {
    if (me === undefined || typed === "") return null;
    const ground = { today: me.today, languages: LANGUAGES, people: hand.people, accounts: hand.accounts };
    const plain = readFact(typed, ground, TOLD_KINDS);
    const corrected = kept.who?.of === plain?.who?.said ? kept.who?.value : undefined;
    return plain !== null && corrected ? readFact(typed, ground, TOLD_KINDS, { who: corrected }) : plain;
  }, [typed, me, hand, kept]);
  const name = fact?.who?.said ?? "";
  const isNear = fact?.who?.candidates.some(({ who }) => hand.near.has(who.id)) === true;
  const sought = name !== "" && (name === looking || (!isNear && kept.who?.of !== name)) ? [name] : NOBODY;
  const busy = useLookFor(hand, sought, NOBODY);
  const back = useWrite((path: string, gesture) => write("DELETE", path, undefined, gesture), {
    refresh: [...MEETING_READS, ...TOUCH_READS],
  });
  const told = (words: string, path: string) => {
    say(words, () => back.sendNow(path));
    close();
  };
  const meeting = useWrite(
    (body: object, gesture) => write<ToldMeetingView>("POST", "/told-meetings", body, gesture),
    {
      refresh: MEETING_READS,
      done: ({ id, personName, settled, already }) => {
        if (already) {
          say(`${personName}: is written down already.`);
          return close();
        }
        return told(`${personName}: written down.`, settled ? `/meetings/${id}/outcome` : `/meetings/${id}`);
      },
    },
  );
  const touch = useWrite((body: object, gesture) => write<TouchView>("POST", "/touches", body, gesture), {
    refresh: TOUCH_READS,
    done: ({ id, personName, kindName }) => told(`${personName}: ${kindName}.`, `/touches/${id}`),
  });
  const backThanks = useWrite(
    async (ids: readonly string[], gesture) => {
      for (const [at, id] of ids.entries())
        await write("DELETE", `/duties/${encodeURIComponent(id)}/settlement`, undefined, `${gesture}-${at}`);
    },
    { refresh: DUTY_READS },
  );
  const thanks = useWrite(
    (body: object, gesture) => write<ToldThanksView>("POST", "/told-thanks", body, gesture),
    {
      refresh: [...TOUCH_READS, ...DUTY_READS],
      done: ({ personName, dutyIds, contactNames, touchId }) => {
        if (touchId !== null) return told(`${personName}: thanked.`, `/touches/${touchId}`);
        if (dutyIds.length === 0) say(`${personName}: is written down already.`);
        else say(thankedFor(personName, contactNames), () => backThanks.sendNow(dutyIds));
        return close();
      },
    },
  );
  const add = useWrite(
    (fullName: string, gesture) =>
      write<PersonView>(
        "POST",
        "/people",
        { fullName, ...(fact?.company && { accountName: fact.company }) },
        gesture,
      ),
    {
      refresh: PEOPLE_READS,
      done: (person) => {
        hand.learn({ people: [person] });
        setKept((before) => ({ ...before, who: { of: name, value: person } }));
      },
    },
  );
  // Whoever only looks for a name that begins like a word of telling is not stopped.
  if (fact === null || fact.who === null || me === undefined) return null;
  const { today } = me;
  const day = kept.day?.of === typed ? kept.day.value : toldDay(fact, today);
  const [problem] = fact.problems;
  const who = fact.who.who;
  const trouble =
    problem && !(busy && problem.kind === "nobody")
      ? troubleText(problem)
      : day === null
        ? dayTrouble(fact)
        : null;
  const run = () => {
    if (who === null || day === null || trouble !== null) return;
    if (fact.kind === "thanked")
      return thanks.send({ personId: who.id, day, how: fact.how, note: fact.note });
    if (!isMeetingKind(fact.kind))
      return touch.send({ personId: who.id, kind: fact.kind, day, words: fact.note });
    const outcome = toldEnd(fact.kind);
    const isSaid = fact.past !== null || fact.ahead !== null || kept.day?.of === typed;
    return meeting.send({
      personId: who.id,
      day: outcome === null || isSaid ? day : null,
      time: fact.time,
      outcome,
      note: fact.note,
    });
  };
  return {
    label: `Write down: ${sentenceOf(fact, day, today)}`,
    chips: [
      {
        id: "who",
        label: "Who",
        value: who?.fullName ?? `${name}?`,
        tone: who === null ? "open" : "said",
        choices: [
          ...fact.who.candidates.slice(0, MOST_SHOWN).map(({ who: person }) => ({
            id: person.id,
            label: person.fullName,
            hint: person.accountName ?? undefined,
            run: () => setKept((before) => ({ ...before, who: { of: name, value: person } })),
          })),
          { id: "new", label: `Add “${name}” as a new person`, run: () => add.send(name) },
        ],
        onOpen: () => setLooking(name),
      },
      dayChip(fact, day, today, (value) => setKept((before) => ({ ...before, day: { of: typed, value } }))),
    ],
    trouble:
      meeting.problem?.reason ??
      thanks.problem?.reason ??
      touch.problem?.reason ??
      add.problem?.reason ??
      trouble,
    notes: [
      ...(fact.note === null ? [] : [`Kept as a note: “${fact.note}”`]),
      ...(busy ? ["Searching…"] : []),
    ],
    ready: trouble === null && who !== null,
    busy: meeting.busy || thanks.busy || touch.busy || add.busy,
    run,
  };
};

function sentenceOf({ kind, who, time, how }: TypedFact, day: Day | null, today: Day): string {
  const name = who?.who?.fullName ?? who?.said ?? "…";
  const when = day === null ? "" : [whenText(day, today), time].filter(Boolean).join(" ");
  const what = kind === "thanked" ? "thanked" : isMeetingKind(kind) ? DONE[kind] : `${KIND_WORDS[kind]}:`;
  return [`${what} ${name}`, how && CHANNEL_WORDS[how], when].filter(Boolean).join(", ");
}

function dayChip(fact: TypedFact, day: Day | null, today: Day, choose: (day: Day) => void): Chip {
  const direction = fact.kind === "to-meet" ? 1 : -1;
  const days = Array.from({ length: 8 }, (_, at) => addDays(today, direction * at));
  const isSaid = fact.past !== null || fact.ahead !== null;
  return {
    id: "day",
    label: "Day",
    value: day === null ? "when?" : whenText(day, today),
    tone: day === null ? "open" : isSaid ? "said" : "assumed",
    choices: days.map((each) => ({
      id: each,
      label: capital(whenText(each, today)),
      hint: shortDay(each, today),
      run: () => choose(each),
    })),
  };
}
