import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { asSentence } from "#lib/kernel/text.ts";
import { Go } from "#lib/web/go.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { counted } from "#lib/web/words.ts";
import type { Me } from "#team/me-view.ts";
import { faultBefore } from "../newsletter.ts";
import type { DryRunView, NewsletterView, WholeView } from "../newsletter-view.ts";
import { instantText } from "./letter-words.ts";
import type { TypedLetter } from "./use-typed-letter.ts";
import css from "./letters.module.css";

interface Given {
  letter: WholeView;
  draft: TypedLetter;
  me: Me;
  mayChange: boolean;
}

/** A look at it in one's own mailbox, and then the press without which nothing goes to anybody. */
export function SendIt({ letter, draft, me, mayChange }: Given) {
  const { version, saving, typed } = draft;
  const settled = saving === "saved";
  const dry = useRead<DryRunView>(
    settled ? `/newsletters/${letter.id}/dry-run` : undefined,
    { version },
    { keep: true },
  );
  const refresh = ["/newsletters", `/newsletters/${letter.id}`];
  const test = useWrite(
    (_: undefined, gesture) => write("POST", `/newsletters/${letter.id}/tests`, { version }, gesture),
    { refresh },
  );
  const send = useWrite(
    (_: undefined, gesture) =>
      write<NewsletterView>("PUT", `/newsletters/${letter.id}/sending`, { version }, gesture),
    { refresh },
  );
  const mine = letter.tests.find((each) => each.version === version && each.memberId === me.member.id);
  const tested = mine?.acceptedAt != null;
  const gets = dry.data?.gets ?? 0;
  const { postalAddress } = letter;
  const before = faultBefore({ ...typed, postalAddress });
  const fault = faultBefore({ ...typed, postalAddress, tested, recipients: gets }, true);
  if (!letter.sendsMail)
    return (
      <Card title="3. Send">
        <p className={css.said}>
          This installation sends no mail yet: an administrator sets SMTP_URL. The draft is kept.
        </p>
      </Card>
    );
  return (
    <Card title="3. Send" below="Nothing goes to anybody before you have looked at it in your own mailbox.">
      <ol className={css.lines}>
        <li className={css.line}>
          <div className={css.words}>
            <p className={css.name}>A test to yourself</p>
            <p className={css.soft} role="status">
              {testText(mine)}
            </p>
          </div>
          <Button
            tone={tested ? "plain" : "primary"}
            busy={test.busy}
            disabled={!mayChange || !settled || before !== null}
            onClick={() => test.send(undefined)}
          >
            Send me a test
          </Button>
        </li>
        <li className={css.line}>
          <div className={css.words}>
            <p className={css.name}>To everybody who gets it</p>
            <p className={css.soft}>
              {fault !== null ? <Missing reason={fault.reason} field={fault.field} /> : whenText(letter, me)}
            </p>
          </div>
          <Button
            tone={tested ? "primary" : "plain"}
            busy={send.busy}
            disabled={!mayChange || !settled || fault !== null}
            onClick={() => send.send(undefined)}
          >
            Send it to {counted(gets, "person", "people")}
          </Button>
        </li>
      </ol>
      {!letter.answersSeen && (
        <p className={css.soft}>
          Answers go to {letter.memberName}’s own mailbox and are not seen here: an administrator can let mail
          come in.
        </p>
      )}
      <FormError problem={test.problem ?? send.problem} />
    </Card>
  );
}

function testText(mine: WholeView["tests"][number] | undefined): string {
  if (mine === undefined) return "Not sent yet, of this version.";
  if (mine.failure !== null) return `It did not leave: ${mine.failure}`;
  return mine.acceptedAt === null ? "On its way …" : "It is in your mailbox: look at it, and at its links.";
}

function Missing({ reason, field }: { reason: string; field: string }) {
  return (
    <>
      {asSentence(reason)} {field === "postalAddress" && <Go to="/settings">Settings</Go>}
    </>
  );
}

function whenText(letter: WholeView, me: Me): string {
  const pace = `${letter.perMinute.toLocaleString("en-GB")} a minute at most`;
  return letter.waitsUntil === null
    ? `It begins to leave at once, ${pace}. You can pause and stop it.`
    : `It waits for the end of quiet hours, ${instantText(letter.waitsUntil, me.workspace.timeZone)}, and then leaves by itself, ${pace}.`;
}
