import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { capital } from "#lib/web/words.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { Me } from "#team/me-view.ts";
import type { LettersOfPersonView } from "../newsletter-view.ts";
import { instantText } from "./letter-words.ts";
import css from "./letters.module.css";

const REFRESH = ["/people", "/do-not-writes"];

/** On a person's page: whether letters go to them and why, and which they had. */
export function LettersWith({ id }: { id: string }) {
  const me = useMe();
  const letters = useRead<LettersOfPersonView>(`/people/${id}/letters`);
  if (me === undefined || letters.data === undefined) return null;
  return (
    <Section title="Letters">
      <Card>
        <Standing letters={letters.data} me={me} />
      </Card>
    </Section>
  );
}

function Standing({ letters, me }: { letters: LettersOfPersonView; me: Me }) {
  const { personId, gets, says, subscription, wantsNone, resting, had } = letters;
  const say = useUndo();
  const restAgain = useWrite(
    (rest: string, gesture) => write("PUT", `/resting-addresses/${rest}/restored`, {}, gesture),
    { refresh: REFRESH },
  );
  const lift = useWrite(
    (rest: string, gesture) => write("DELETE", `/resting-addresses/${rest}`, undefined, gesture),
    { refresh: REFRESH, done: (_, rest) => say("It works again.", () => restAgain.sendNow(rest)) },
  );
  const invite = useWrite(
    (_: undefined, gesture) => write("POST", `/people/${personId}/letter-invitations`, {}, gesture),
    { refresh: REFRESH, done: () => say("They are asked by mail. It holds once they press it.") },
  );
  const unsay = useWrite(
    (stop: string, gesture) => write("PUT", `/do-not-writes/${stop}/restored`, {}, gesture),
    { refresh: REFRESH },
  );
  const want = useWrite(
    (stop: string, gesture) => write("DELETE", `/do-not-writes/${stop}`, undefined, gesture),
    { refresh: REFRESH, done: (_, stop) => say("They want letters again.", () => unsay.sendNow(stop)) },
  );
  const none = useWrite(
    (_: undefined, gesture) =>
      write<{ id: string }>("PUT", `/people/${personId}/do-not-write`, { reach: "newsletter" }, gesture),
    { refresh: REFRESH, done: (stop) => say("No newsletter goes to them.", () => want.sendNow(stop.id)) },
  );
  const zone = me.workspace.timeZone;
  const mayAsk =
    !gets && wantsNone === null && resting.length === 0 && ASKABLE.some((each) => says.startsWith(each));
  return (
    <div className={css.stack}>
      <div className={css.line}>
        <div className={css.words}>
          <p className={css.name}>{gets ? `Gets letters: ${says}.` : `${capital(says)}.`}</p>
          {subscription !== null && subscription.confirmedAt === null && (
            <p className={css.soft}>
              {subscription.failure === null
                ? `Asked ${instantText(subscription.at, zone)}${subscription.by === null ? "" : ` by ${subscription.by}`}.`
                : `The question did not leave: ${subscription.failure}`}
            </p>
          )}
        </div>
        <div className={css.acts}>
          {mayAsk && (
            <Button busy={invite.busy} onClick={() => invite.send(undefined)}>
              Ask by mail whether they want letters
            </Button>
          )}
          {gets && (
            <Button tone="quiet" busy={none.busy} onClick={() => none.send(undefined)}>
              They want no newsletter
            </Button>
          )}
          {wantsNone !== null && (
            <Button tone="quiet" busy={want.busy} onClick={() => want.send(wantsNone)}>
              They want letters again
            </Button>
          )}
        </div>
      </div>
      {resting.map((rest) => (
        <div key={rest.id} className={css.line}>
          <div className={css.words}>
            <p className={css.late}>Letters to {rest.address} come back.</p>
            <p className={css.soft}>
              {rest.says ?? (rest.why === "soft" ? "Three in a row." : "The address does not exist.")}
            </p>
          </div>
          <Button label={`It works again: ${rest.address}`} onClick={() => lift.send(rest.id)}>
            It works again
          </Button>
        </div>
      ))}
      {had.length > 0 && (
        <ul className={css.lines} aria-label="Letters they had">
          {had.map((each) => (
            <li key={each.id} className={css.line}>
              <p className={css.words}>
                <Go to={`/letters/${each.newsletterId}`}>{each.subject}</Go>{" "}
                <span className={css.soft}>
                  {instantText(each.at, zone)}
                  {each.replied && " · answered"}
                  {each.bounce !== null && " · came back"}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
      <FormError
        problem={
          lift.problem ?? invite.problem ?? want.problem ?? none.problem ?? unsay.problem ?? restAgain.problem
        }
      />
    </div>
  );
}

/** Only who has said nothing yet is asked. */
const ASKABLE = ["has not agreed", "was asked", "not among"];
