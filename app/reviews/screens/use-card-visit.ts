import { useCallback, useEffect, useRef, useState } from "react";
import { callByLink, linkHere, LinkRefusal } from "#lib/web/visited/call-by-link.ts";
import { CARD_PROBLEMS } from "../card-problem.ts";
import type { CardTrouble } from "../languages/card-language.ts";
import { isEmpty, type CardAnswer } from "../questionnaire.ts";
import type { VisitedCardView } from "../report-view.ts";

/** Why nothing is open, or why the last press did nothing. */
export interface CardFailure {
  trouble: CardTrouble;
  sentBy: { repName: string; workspaceName: string; language: string } | null;
}

export interface OpenCard {
  card: VisitedCardView;
  /** What stands on the page: as it was saved, or as it waits to be. */
  answers: ReadonlyMap<string, CardAnswer>;
  /** kept: it waits on the device for a network. */
  saving: "saved" | "saving" | "kept" | null;
  busy: boolean;
  failure: CardFailure | null;
  answer: (questionId: string, answer: CardAnswer) => void;
  handIn: () => void;
  takeBack: () => void;
}

const PATH = "/visited-report-card";
const RETRY_MS = 4_000;
const PAUSE_MS = 700;

/** The card of the link in the address. What is typed waits on the device until the house has it, however long there is no network. */
export function useCardVisit(): { open: OpenCard | null; failure: CardFailure | null; again: () => void } {
  const [wanted, setWanted] = useState(() => ({ link: linkHere() }));
  const [card, setCard] = useState<VisitedCardView | null>(null);
  const [failure, setFailure] = useState<CardFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const { link } = wanted;
  const { typed, put, flush, saving } = useWaiting(link, setCard, setFailure);

  useEffect(() => {
    const moved = () => setWanted({ link: linkHere() });
    addEventListener("hashchange", moved);
    return () => removeEventListener("hashchange", moved);
  }, []);
  useEffect(() => {
    let stale = false;
    const look = async () => {
      try {
        const found = await callByLink<VisitedCardView>(wanted.link, "GET", PATH);
        if (stale) return;
        setCard(found);
        setFailure(null);
        void flush();
      } catch (thrown) {
        // What is open stays open, also when it cannot be looked at again.
        if (!stale) setFailure(failureOf(thrown));
      }
    };
    void look();
    return () => {
      stale = true;
    };
  }, [wanted, flush]);

  const act = async (method: "PUT" | "DELETE") => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      if (!(await flush())) throw new LinkRefusal("lost");
      setCard(await callByLink<VisitedCardView>(link, method, `${PATH}/handed-in`));
    } catch (thrown) {
      setFailure(failureOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  const open = card && {
    card,
    answers: new Map([
      ...card.said.map(({ questionId, ...said }) => [questionId, said] as const),
      ...typed.entries(),
    ]),
    saving,
    busy,
    failure,
    answer: put,
    handIn: () => void act("PUT"),
    takeBack: () => void act("DELETE"),
  };
  return { open, failure, again: () => setWanted({ link }) };
}

/** What has not been saved yet, on the device; sent in turn, tried again until it is. */
function useWaiting(
  link: string,
  saw: (card: VisitedCardView) => void,
  failed: (failure: CardFailure | null) => void,
) {
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
        saw(await callByLink<VisitedCardView>(link, "PUT", `${PATH}/answers/${questionId}`, answer));
      } catch (thrown) {
        const { trouble } = failureOf(thrown);
        if (trouble === "lost" || trouble === "too-many" || trouble === "fault") {
          setSaving("kept");
          return false;
        }
        failed(failureOf(thrown));
      }
      // Whatever was typed meanwhile is sent in its turn.
      if (now.current.get(questionId) === answer) keep(without(now.current, questionId));
    }
    setSaving((before) => (before === null ? null : "saved"));
    return true;
  }, [link, saw, failed, keep]);
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
    failed(null);
    setSaving((before) => (before === "kept" ? "kept" : "saving"));
    setTyped((before) => new Map([...before, [questionId, answer]]));
    keep(new Map([...now.current, [questionId, answer]]));
  };
  return { typed, put, flush, saving };
}

function failureOf(thrown: unknown): CardFailure {
  if (!(thrown instanceof LinkRefusal)) return { trouble: "fault", sentBy: null };
  const { page, repName, workspaceName, language } = thrown.facts;
  const sentBy = repName && workspaceName && language ? { repName, workspaceName, language } : null;
  if (page !== undefined && page in CARD_PROBLEMS) return { trouble: page as CardTrouble, sentBy };
  return { trouble: thrown.trouble ?? "fault", sentBy: null };
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
