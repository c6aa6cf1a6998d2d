import { Button } from "#lib/web/button.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { useNow } from "#team/screens/use-me.ts";
import type { AnswerLetterView } from "../first-response-view.ts";
import { useCallLetterBack, useSayLetterArrived } from "./use-letter-writes.ts";
import css from "./owed-page.module.css";

// By then the server would have taken it.
const SOON_MS = 15_000;

/** A letter that is on its way, or of which nobody knows whether it left. */
export function LetterUnderWay({ letter }: { letter: AnswerLetterView }) {
  return letter.state === "doubtful" ? <InDoubt letter={letter} /> : <OnItsWay letter={letter} />;
}

function OnItsWay({ letter }: { letter: AnswerLetterView }) {
  const back = useCallLetterBack(letter.id);
  const now = useNow();
  const late = now.getTime() - new Date(letter.askedAt).getTime() > SOON_MS;
  return (
    <div className={css.lines}>
      <p role="status">
        On its way to {letter.to}.{" "}
        {late && "The mail server does not take it just now; it is tried again for a quarter of an hour."}
      </p>
      <FormError problem={back.problem} />
      {letter.state === "waiting" && (
        <div className={css.acts}>
          <Button busy={back.busy} onClick={() => back.send()}>
            Call it back
          </Button>
        </div>
      )}
    </div>
  );
}

function InDoubt({ letter }: { letter: AnswerLetterView }) {
  const arrived = useSayLetterArrived(letter.id);
  return (
    <div className={css.lines}>
      <p role="status">
        The connection broke off while your letter was handed to the mail server: it may have left, or not.
        Look into the mailbox it is sent from, or ask {letter.contactName}. It is not sent again by itself.
      </p>
      <FormError problem={arrived.problem} />
      <div className={css.acts}>
        <Button busy={arrived.busy} onClick={() => arrived.send()}>
          It has arrived
        </Button>
      </div>
      <p className={css.soft}>If it has not, send it again below.</p>
    </div>
  );
}
