import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import { dayIn } from "#lib/kernel/days.ts";
import { Button } from "#lib/web/button.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import type { Me } from "#team/me-view.ts";
import type { ArrivedMailView } from "../mail-view.ts";
import { AddNamed } from "./add-named.tsx";
import {
  asksWhetherTheirs,
  calledIn,
  effectLine,
  pageOf,
  shareLine,
  STATE_WORDS,
  whyText,
  withWhom,
} from "./mail-words.ts";
import { useMailWrites } from "./use-mail-writes.ts";
import css from "./mail.module.css";

/** One message that came in: what became of it, and what can be done about it. */
export function MailLine({ mail, me }: { mail: ArrivedMailView; me: Me }) {
  const { today, workspace } = me;
  const writes = useMailWrites(mail);
  const [adding, setAdding] = useState<string | null>(null);
  const { state, effects, shares, named, byMember } = mail;
  const { says, tone } = STATE_WORDS[state];
  const why = whyText(mail);
  const asks = asksWhetherTheirs(mail);
  const unknown = named.filter(({ person }) => person === null);
  const offered = asks || state === "ignored" ? [] : unknown;
  const about = mail.subject === "" ? "a message without a subject" : `“${mail.subject}”`;
  return (
    <div className={css.line}>
      <p className={css.name}>
        <span>{mail.subject === "" ? "Without a subject" : mail.subject}</span>{" "}
        <Pill tone={tone}>{says}</Pill>
      </p>
      <p className={css.soft}>
        {dayText(dayIn(new Date(mail.at), workspace.timeZone), today)}
        {asks || state === "ignored" ? `, from ${mail.sender === "" ? "nobody" : mail.sender}` : ""}
      </p>
      {effects.length + shares.length > 0 && (
        <ul className={css.effects}>
          {effects.map((effect) => (
            <li key={`${effect.kind} ${effect.subjectId}`}>
              {effect.takenBack ? (
                effectLine(effect, byMember)
              ) : (
                <Go to={pageOf(effect)}>{effectLine(effect, byMember)}</Go>
              )}
            </li>
          ))}
          {shares.map((share) => (
            <li key={`share ${share.personId}`}>
              <Go to={`/people/${share.personId}`}>{shareLine(share, byMember)}</Go>
            </li>
          ))}
        </ul>
      )}
      {why !== null && (
        <p>
          {why} {asks && withWhom(mail)}
        </p>
      )}
      {mail.words !== null && (
        <details className={css.kept}>
          <summary>Its words</summary>
          <p>{mail.words}</p>
        </details>
      )}
      <FormError
        problem={
          writes.trust.problem ?? writes.ignore.problem ?? writes.takeBack.problem ?? writes.add.problem
        }
      />
      <div className={css.acts}>
        {asks && (
          <Button
            label={`It was me: log it: ${about}`}
            busy={writes.trust.busy}
            onClick={() => writes.trust.send(undefined)}
          >
            It was me: log it
          </Button>
        )}
        {offered.map((each) => (
          <Button key={each.address} onClick={() => setAdding(each.address)}>
            Add {calledIn(each)}
          </Button>
        ))}
        {state === "question" && (
          <Button tone="quiet" label={`Let it be: ${about}`} onClick={() => writes.ignore.send(undefined)}>
            Let it be
          </Button>
        )}
        {state === "done" && effects.some(({ takenBack }) => !takenBack) && (
          <Button tone="quiet" label={`Take back: ${about}`} onClick={() => writes.takeBack.send(undefined)}>
            Take back
          </Button>
        )}
        {state === "undone" && (
          <Button tone="quiet" label={`Log it again: ${about}`} onClick={() => writes.trust.send(undefined)}>
            Log it again
          </Button>
        )}
      </div>
      {unknown.map((each) => (
        <Sheet
          key={each.address}
          title={`Who is ${calledIn(each)}?`}
          opened={adding === each.address}
          onClose={() => setAdding(null)}
        >
          <AddNamed mail={mail} named={each} add={writes.add} close={() => setAdding(null)} />
        </Sheet>
      ))}
    </div>
  );
}
