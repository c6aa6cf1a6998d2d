import { write } from "#lib/web/api.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { callName } from "#people/call-name.ts";
import type { BuyingRole } from "#people/standing.ts";
import type { CardLanguageCode, Occasion } from "../questionnaire.ts";
import type { WhyNoTalk } from "../report-card.ts";
import type { ReportLetterView, WholeCardView } from "../report-view.ts";

/** Readings that a report card changes. */
export const CARD_READS = [
  "/report-cards",
  "/report-results",
  "/report-cards-today",
  "/people",
  "/accounts",
  "/timeline",
];

export interface CardToSend {
  personId: string;
  occasion: Occasion;
  language?: CardLanguageCode;
  days?: number;
}

type CardOf = { id: string; personName: string | null };

const nameOf = ({ personName }: CardOf) => (personName === null ? "This client" : callName(personName));

export function useSendCard(done: (card: WholeCardView) => void): Writing<CardToSend, WholeCardView> {
  const say = useUndo();
  const back = useWrite(
    (id: string, gesture) => write("PUT", `/report-cards/${id}/withdrawal`, {}, gesture),
    { refresh: CARD_READS },
  );
  return useWrite((wanted, gesture) => write<WholeCardView>("POST", "/report-cards", wanted, gesture), {
    refresh: CARD_READS,
    done: (card) => {
      say(`${nameOf(card)}'s report card is ready to be sent.`, () => back.sendNow(card.id));
      done(card);
    },
  });
}

/** A small resource of a card that is put and taken away again. */
function useSwitch<T>(card: CardOf, path: string, said: string): Writing<T, WholeCardView> {
  const say = useUndo();
  const address = `/report-cards/${card.id}/${path}`;
  const back = useWrite(
    (_: undefined, gesture) => write<WholeCardView>("DELETE", address, undefined, gesture),
    {
      refresh: CARD_READS,
    },
  );
  return useWrite((body: T, gesture) => write<WholeCardView>("PUT", address, body, gesture), {
    refresh: CARD_READS,
    done: () => say(said, () => back.sendNow(undefined)),
  });
}

export function useWithdrawCard(card: CardOf): Writing<object, WholeCardView> {
  return useSwitch(card, "withdrawal", `${nameOf(card)}'s report card is withdrawn.`);
}

export function useOpenCardAgain(card: CardOf): Writing<undefined, WholeCardView> {
  return useWrite(
    (_, gesture) => write<WholeCardView>("DELETE", `/report-cards/${card.id}/withdrawal`, undefined, gesture),
    { refresh: CARD_READS },
  );
}

export function useLookAt(card: CardOf): Writing<object, WholeCardView> {
  return useSwitch(card, "look", "Noted that you saw to it. The issue stays open until it is settled.");
}

export function useRefuseTalk(card: CardOf): Writing<{ why: WhyNoTalk }, WholeCardView> {
  return useSwitch(card, "talk-refused", `No talk with ${nameOf(card)}, then.`);
}

export function useEarned(card: CardOf, questionId: string): Writing<object, WholeCardView> {
  const said = `Noted as ${nameOf(card)}'s word that you earned the right to ask.`;
  return useSwitch(card, `answers/${questionId}/earned`, said);
}

export function useNotEarned(card: CardOf, questionId: string): Writing<undefined, WholeCardView> {
  const path = `/report-cards/${card.id}/answers/${questionId}/earned`;
  return useWrite((_, gesture) => write<WholeCardView>("DELETE", path, undefined, gesture), {
    refresh: CARD_READS,
  });
}

export function useMailCard(
  card: CardOf,
  done: () => void,
): Writing<{ to: string; subject: string; text: string }, ReportLetterView> {
  const say = useUndo();
  const back = useWrite(
    (id: string, gesture) => write("DELETE", `/report-letters/${id}`, undefined, gesture),
    { refresh: CARD_READS },
  );
  return useWrite(
    (letter, gesture) => write<ReportLetterView>("POST", `/report-cards/${card.id}/letters`, letter, gesture),
    {
      refresh: CARD_READS,
      done: (letter) => {
        say(`The letter to ${letter.toAddress} is on its way.`, () => back.sendNow(letter.id));
        done();
      },
    },
  );
}

/** The part in buying of whoever answered; the way back says what was said before. */
export function useNoteRole(
  card: CardOf & { personId: string | null },
  done: () => void,
): Writing<BuyingRole, unknown> {
  const say = useUndo();
  const path = `/people/${card.personId}/role`;
  const back = useWrite((_: void, gesture) => write("DELETE", path, undefined, gesture), {
    refresh: CARD_READS,
  });
  return useWrite((role, gesture) => write("PUT", path, { role }, gesture), {
    refresh: CARD_READS,
    done: () => {
      say(`${nameOf(card)}'s part in buying is noted.`, () => back.sendNow());
      done();
    },
  });
}

export function usePutOffCard(
  whom: { personId: string; personName: string },
  today: Day,
): Writing<{ untilDay: Day }, unknown> {
  const say = useUndo();
  const path = `/people/${whom.personId}/report-card-pause`;
  const back = useWrite((_: undefined, gesture) => write("DELETE", path, undefined, gesture), {
    refresh: CARD_READS,
  });
  return useWrite((said, gesture) => write("PUT", path, said, gesture), {
    refresh: CARD_READS,
    done: (_, { untilDay }) =>
      say(`No report card to ${callName(whom.personName)} until ${dayText(untilDay, today)}.`, () =>
        back.sendNow(undefined),
      ),
  });
}
