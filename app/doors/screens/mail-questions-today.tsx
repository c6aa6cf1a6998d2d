import { Go } from "#lib/web/go.tsx";
import { useRead } from "#lib/web/queries.ts";
import { capital, counted } from "#lib/web/words.ts";
import type { MailQuestionsView } from "../mail-view.ts";
import css from "./mail.module.css";

/** A small line on Today: messages that wait for a word of the member. Nothing while there are none. */
export function MailQuestionsToday() {
  const waiting = useRead<MailQuestionsView>("/mail-questions").data?.waiting ?? 0;
  if (waiting === 0) return null;
  return (
    <p className={css.waits}>
      <Go to="/settings/mail">{capital(counted(waiting, "mail waits", "mails wait"))} with a question</Go>
    </p>
  );
}
