import { write } from "#lib/web/api.ts";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { ArrivedMailView, SettledMailView } from "../mail-view.ts";

const QUESTIONS = ["/arrived-mail", "/mail-questions"];
const TOUCHED = [
  ...QUESTIONS,
  "/people",
  "/timeline",
  "/touches",
  "/silences",
  "/referrals",
  "/today",
  "/owed",
];

export interface Addition {
  address: string;
  fullName?: string;
  personId?: string;
  introducedBy?: { sourceId: string };
}

/** What can be done about one message; each says so, with a way back. */
export function useMailWrites(mail: ArrivedMailView) {
  const say = useUndo();
  const path = `/arrived-mail/${mail.id}`;
  const undo = useWrite((_: undefined, gesture) => write("DELETE", `${path}/effects`, undefined, gesture), {
    refresh: TOUCHED,
  });
  const trust = useWrite(
    (_: undefined, gesture) => write<ArrivedMailView>("PUT", `${path}/trusted`, {}, gesture),
    {
      refresh: TOUCHED,
      done: (now) =>
        now.state === "done"
          ? say("Logged.", () => undo.sendNow(undefined))
          : say("We know nobody in it yet: add them below."),
    },
  );
  const { openAgain } = useQuestionWrites();
  const ignore = useWrite((_: undefined, gesture) => write("PUT", `${path}/ignored`, {}, gesture), {
    refresh: TOUCHED,
    done: () => say("Let be.", () => openAgain.sendNow([mail.id])),
  });
  const takeBack = useWrite(
    (_: undefined, gesture) => write("DELETE", `${path}/effects`, undefined, gesture),
    {
      refresh: TOUCHED,
      done: () => say("Taken back.", () => trust.sendNow(undefined)),
    },
  );
  const unadd = useWrite(
    (personId: string, gesture) => write("DELETE", `${path}/people/${personId}`, undefined, gesture),
    { refresh: TOUCHED },
  );
  const add = useWrite(
    (wanted: Addition, gesture) => write<ArrivedMailView>("POST", `${path}/people`, wanted, gesture),
    {
      refresh: TOUCHED,
      done: ({ named, effects }, { address, fullName }) => {
        const personId = named.find((each) => each.address === address)?.person?.id;
        const came = effects.some((each) => each.personId === personId && !each.takenBack);
        const words = fullName ? `${fullName} is added.` : "Logged.";
        if (personId !== undefined && came) say(words, () => unadd.sendNow(personId));
        else say(words);
      },
    },
  );
  return { trust, ignore, takeBack, add };
}

/** What can be done about all questions at once. */
export function useQuestionWrites() {
  const say = useUndo();
  const openAgain = useWrite(
    (ids: string[], gesture) => write<SettledMailView>("PUT", "/mail-questions/open", { ids }, gesture),
    { refresh: QUESTIONS },
  );
  const letAllBe = useWrite(
    (_: undefined, gesture) => write<SettledMailView>("PUT", "/mail-questions/let-be", {}, gesture),
    {
      refresh: QUESTIONS,
      done: ({ ids }) => say(`Let be: ${ids.length}.`, () => openAgain.sendNow(ids)),
    },
  );
  return { letAllBe, openAgain };
}
