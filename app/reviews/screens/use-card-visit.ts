import { useCallback, useEffect, useRef, useState } from "react";
import { callByLink, LinkRefusal } from "#lib/web/visited/call-by-link.ts";
import { passes, refusedIn, type Refused } from "#lib/web/visited/opening.ts";
import { useOpened, type Opened } from "#lib/web/visited/use-opened.ts";
import { CARD_PROBLEMS, type CardProblem } from "../card-problem.ts";
import { isEmpty, type CardAnswer } from "../questionnaire.ts";
import type { VisitedCardView } from "../report-view.ts";

export interface OpenCard {
  card: VisitedCardView;
  /** What stands on the page: as it was saved, or as it waits to be. */
  answers: ReadonlyMap<string, CardAnswer>;
  /** kept: it waits on the device for a network. */
  saving: "saved" | "saving" | "kept" | null;
  busy: boolean;
  failure: Refused<CardProblem> | null;
  answer: (questionId: string, answer: CardAnswer) => void;
  handIn: () => void;
  takeBack: () => void;
}

const PATH = "/visited-report-card";
const RETRY_MS = 4_000;
const PAUSE_MS = 700;

/** The link in the address, and its card. */
export type OpenedCard = Opened<VisitedCardView, CardProblem>;
export function useOpenedCard(): OpenedCard {
  return useOpened(lookAtCard, CARD_PROBLEMS);
}

/** A card that is open. What is typed waits on the device until the house has it, however long there is no network. */
export function useCardVisit(opened: OpenedCard, card: VisitedCardView): OpenCard {
  const { link, busy, refused } = opened;
  const { typed, put, flush, saving } = useWaiting(opened);
  const act = async (method: "PUT" | "DELETE") => {
    if (!busy) opened.refuse(link, null);
    await opened.act(async () => {
      if (!(await flush())) throw new LinkRefusal("lost");
      return callByLink<VisitedCardView>(link, method, `${PATH}/handed-in`);
    });
  };
  return {
    card,
    answers: new Map([
      ...card.said.map(({ questionId, ...said }) => [questionId, said] as const),
      ...typed.entries(),
    ]),
    saving,
    busy,
    failure: refused,
    answer: put,
    handIn: () => void act("PUT"),
    takeBack: () => void act("DELETE"),
  };
}

function lookAtCard(link: string): Promise<VisitedCardView> {
  return callByLink(link, "GET", PATH);
}

/** What has not been saved yet, on the device; sent in turn, tried again until it is. */
function useWaiting({ link, show, refuse }: OpenedCard) {
  const [waiting, setWaiting] = useState<ReadonlyMap<string, CardAnswer>>(() => keptFor(link));
  // As it was typed, also once it is saved: a blank at its end does not go while somebody writes on.
  const [typed, setTyped] = useState(waiting);
  const [saving, setSaving] = useState<OpenCard["saving"]>(null);
  const now = useRef(waiting);
  const running = useRef<Promise<boolean> | null>(null);
  const keep = useCallback(
    (next: ReadonlyMap<string, CardAnswer>) => {
      now.current = next;
      setWaiting(next);
      keepFor(link, next);
    },
    [link],
  );
  const sendAll = useCallback(async (): Promise<boolean> => {
    for (let [first] = now.current; first !== undefined; [first] = now.current) {
      const [questionId, answer] = first;
      setSaving("saving");
      try {
        show(link, await callByLink<VisitedCardView>(link, "PUT", `${PATH}/answers/${questionId}`, answer));
      } catch (thrown) {
        const refused = refusedIn(thrown, CARD_PROBLEMS);
        if (passes(refused.trouble)) {
          setSaving("kept");
          return false;
        }
        refuse(link, refused);
      }
      // Whatever was typed meanwhile is sent in its turn.
      if (now.current.get(questionId) === answer) keep(without(now.current, questionId));
    }
    setSaving((before) => (before === null ? null : "saved"));
    return true;
  }, [link, show, refuse, keep]);
  const flush = useCallback(async (): Promise<boolean> => {
    running.current ??= sendAll().finally(() => {
      running.current = null;
    });
    const done = await running.current;
    return done && now.current.size > 0 ? sendAll() : done;
  }, [sendAll]);

  useEffect(() => {
    if (waiting.size === 0) return undefined;
    const timer = setTimeout(() => void flush(), PAUSE_MS);
    const online = () => void flush();
    addEventListener("online", online);
    return () => {
      clearTimeout(timer);
      removeEventListener("online", online);
    };
  }, [waiting, flush]);
  useEffect(() => {
    // A try that failed is tried again, also when nothing else is typed.
    if (saving !== "kept") return undefined;
    const timer = setInterval(() => void flush(), RETRY_MS);
    return () => clearInterval(timer);
  }, [saving, flush]);

  const put = (questionId: string, answer: CardAnswer) => {
    refuse(link, null);
    setSaving((before) => (before === "kept" ? "kept" : "saving"));
    setTyped((before) => new Map([...before, [questionId, answer]]));
    keep(new Map([...now.current, [questionId, answer]]));
  };
  return { typed, put, flush, saving };
}

function without(all: ReadonlyMap<string, CardAnswer>, id: string): Map<string, CardAnswer> {
  const left = new Map(all);
  left.delete(id);
  return left;
}

// Not the whole link: what is left on a device opens nothing.
function keyOf(link: string): string {
  return `card ${link.slice(0, 40)}`;
}

function keptFor(link: string): Map<string, CardAnswer> {
  try {
    return new Map(JSON.parse(localStorage.getItem(keyOf(link)) ?? "[]") as [string, CardAnswer][]);
  } catch {
    return new Map();
  }
}

function keepFor(link: string, waiting: ReadonlyMap<string, CardAnswer>): void {
  try {
    if (waiting.size === 0) localStorage.removeItem(keyOf(link));
    else localStorage.setItem(keyOf(link), JSON.stringify([...waiting]));
  } catch {
    // A device that keeps nothing: it is sent all the same.
  }
}

export function isAnswered(answers: ReadonlyMap<string, CardAnswer>, id: string): boolean {
  const answer = answers.get(id);
  return answer !== undefined && !isEmpty(answer);
}
