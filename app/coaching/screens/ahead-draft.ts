import { useState } from "react";
import type { Counted } from "#commitments/promise.ts";
import type { CoachingPageView } from "../coaching-page-view.ts";
import type { WantedAhead } from "../one-on-one-view.ts";
import { numberText } from "./coaching-words.ts";

export const NONE = "";

export interface Ahead {
  words: string;
  people: readonly { id: string; name: string }[];
  expects: number | null;
  topics: string;
  measure: Counted | typeof NONE;
  count: number | null;
  skill: string;
  commitment: string;
  plannedOn: string;
}

type Field = keyof Ahead;

export interface AheadDraft {
  value: Ahead;
  field: <K extends Field>(name: K) => { name: K; value: Ahead[K]; onChange: (value: Ahead[K]) => void };
  set: (some: Partial<Ahead>) => void;
  /** What the other wrote in the same place since this was begun, in words; null: nothing. */
  meanwhile: (name: Field) => string | null;
  /** Leaves one's own, and takes what stands there. */
  take: (name: Field) => void;
  /** What was changed here, with what stood there before. */
  wanted: () => WantedAhead;
  /** It is saved: what comes back is what stands. */
  sent: () => void;
}

/**
 * What is changed here, over what stands. Whatever the other of the two writes meanwhile is taken up where nothing was changed here.
 */
export function useAheadDraft(page: CoachingPageView, isOwn: boolean): AheadDraft {
  const base = aheadOf(page, isOwn);
  const [changed, setChanged] = useState<Partial<Ahead>>({});
  const [from, setFrom] = useState<Ahead>(base);
  const [saved, setSaved] = useState<Partial<Ahead>>({});
  const [drawn, setDrawn] = useState(page);
  if (drawn !== page) {
    const isLeft = (name: Field) =>
      !alike(changed[name], base[name]) && !(name in saved && saved[name] === changed[name]);
    setDrawn(page);
    setSaved({});
    setChanged(only(changed, isLeft));
  }
  const value = { ...base, ...changed };
  const set = (some: Partial<Ahead>) => {
    const fresh = only(base, (name) => name in some && !(name in changed));
    setFrom((before) => ({ ...before, ...fresh }));
    setChanged((before) => ({ ...before, ...some }));
  };
  return {
    value,
    set,
    field: (name) => ({ name, value: value[name], onChange: (next) => set({ [name]: next }) }),
    meanwhile: (name) =>
      name in changed && !alike(base[name], from[name]) && !alike(base[name], changed[name])
        ? textOf(name, base, page)
        : null,
    take: (name) => {
      const numbers: Field[] = ["measure", "count"];
      const left = numbers.includes(name) ? numbers : [name];
      setChanged((before) => only(before, (each) => !left.includes(each)));
    },
    // What the other wrote is on the screen, but for whom they added: those are joined.
    wanted: () => wantedOf(changed, value, { ...base, people: from.people }, page),
    sent: () => setSaved(changed),
  };
}

function aheadOf({ next }: CoachingPageView, isOwn: boolean): Ahead {
  const prepared = next?.prepared;
  return {
    words: (isOwn ? prepared?.memberWords : prepared?.coachWords) ?? "",
    people: (next?.people ?? []).map(({ id, name }) => ({ id, name })),
    expects: prepared?.expects ?? null,
    topics: prepared?.topics ?? "",
    measure: prepared?.number?.measure ?? NONE,
    count: prepared?.number?.count ?? null,
    skill: prepared?.skill ?? NONE,
    commitment: prepared?.commitment ?? "",
    plannedOn: prepared?.plannedOn ?? "",
  };
}

/** The proposed skill brings the scenario to rehearse it with. */
function wantedOf(
  changed: Partial<Ahead>,
  now: Ahead,
  before: Ahead,
  { practise }: CoachingPageView,
): WantedAhead {
  const [wanted, startedFrom] = [sayable(now), sayable(before)];
  const scenario = practise !== null && practise.skill === now.skill ? practise.scenario : undefined;
  return {
    ...only(wanted, (name) => isIn(changed, name)),
    ...("skill" in changed && scenario !== undefined && { scenario }),
    startedFrom: only(startedFrom, (name) => isIn(changed, name)),
  };
}

type Sayable = Required<
  Pick<
    WantedAhead,
    "words" | "expects" | "topics" | "number" | "skill" | "commitment" | "plannedOn" | "personIds"
  >
>;

function sayable(draft: Ahead): Sayable {
  const { words, people, expects, topics, measure, count, skill, commitment, plannedOn } = draft;
  return {
    words,
    personIds: people.map(({ id }) => id),
    expects,
    topics,
    number: measure === NONE || count === null ? null : { measure, count },
    skill: skill === NONE ? null : skill,
    commitment,
    plannedOn: plannedOn === "" ? null : plannedOn,
  };
}

function isIn(changed: Partial<Ahead>, name: keyof Sayable): boolean {
  if (name === "personIds") return "people" in changed;
  return name === "number" ? "measure" in changed || "count" in changed : name in changed;
}

function textOf(name: Field, ahead: Ahead, { skills }: CoachingPageView): string {
  const { measure, count, skill } = ahead;
  if (name === "measure" || name === "count")
    return measure === NONE || count === null ? "" : numberText({ measure, count });
  if (name === "skill") return skills.find(({ key }) => key === skill)?.name ?? skill;
  return name === "people" ? "" : String(ahead[name] ?? "");
}

function alike(a: unknown, b: unknown): boolean {
  if (typeof a === "string" && typeof b === "string") return a.trim() === b.trim();
  return JSON.stringify(a) === JSON.stringify(b);
}

function only<T extends object>(all: T, isLeft: (name: keyof T) => boolean): Partial<T> {
  const names = (Object.keys(all) as (keyof T)[]).filter(isLeft);
  return Object.fromEntries(names.map((name) => [name, all[name]])) as Partial<T>;
}
