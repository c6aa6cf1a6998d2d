import { useEffect, useRef } from "react";
import { write } from "#lib/web/api.ts";
import { useRead, useRefreshAfter, useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { REFERRAL_READS } from "#referrals/screens/use-referral-writes.ts";
import { isUnderWay } from "../answer-letter.ts";
import type { AnswerLetterView } from "../first-response-view.ts";

const LOOK_EVERY_MS = 800;

/** The latest first; looked at again and again while one is on its way; `whenSent` hears when it has left. */
export function useAnswerLetters(referralId: string, whenSent: () => void): AnswerLetterView[] {
  const letters = useRead<{ items: AnswerLetterView[] }>(
    `/referrals/${referralId}/answer-letters`,
    {},
    { everyMs: (data) => (atWork(data?.items) ? LOOK_EVERY_MS : false) },
  );
  const items = letters.data?.items ?? [];
  const underWay = atWork(items);
  const [last] = items;
  const watched = useRef<string | null>(null);
  useEffect(() => {
    if (last === undefined) return;
    if (underWay) watched.current = last.id;
    if (last.state === "sent" && watched.current === last.id) {
      watched.current = null;
      whenSent();
    }
  }, [last, underWay, whenSent]);
  useRefreshAfter(underWay, REFERRAL_READS);
  return items;
}

export interface LetterToSend {
  to: string;
  copyToSource: boolean;
  subject: string;
  text: string;
}

export function useSendAnswer(referralId: string) {
  return useWrite(
    (letter: LetterToSend, gesture) =>
      write<AnswerLetterView>("POST", `/referrals/${referralId}/answer-letters`, letter, gesture),
    { refresh: ["/referrals"] },
  );
}

/** Notes what the letter lacks of whom it goes to; with the way back. */
export function useNoteContact(contactId: string, name: string) {
  const say = useUndo();
  const refresh = ["/referrals", "/people"];
  const change = (some: { country: string | null } | { emails: string[] }, gesture: string) =>
    write("PATCH", `/people/${contactId}`, some, gesture);
  const back = useWrite(change, { refresh });
  return useWrite(change, {
    refresh,
    done: (_answer, some) =>
      say(`Noted with ${name}.`, () => back.sendNow("emails" in some ? { emails: [] } : { country: null })),
  });
}

export function useCallLetterBack(id: string) {
  const say = useUndo();
  return useWrite((_: void, gesture) => write("DELETE", `/answer-letters/${id}`, undefined, gesture), {
    refresh: ["/referrals"],
    done: () => say("Called back: it does not go out."),
  });
}

export function useSayLetterArrived(id: string) {
  const say = useUndo();
  return useWrite(
    (_: void, gesture) => write<AnswerLetterView>("PUT", `/answer-letters/${id}/arrived`, {}, gesture),
    { refresh: REFERRAL_READS, done: () => say("It arrived: the introduction is answered.") },
  );
}

function atWork(items: readonly AnswerLetterView[] | undefined): boolean {
  return items?.[0] !== undefined && isUnderWay(items[0].state);
}
