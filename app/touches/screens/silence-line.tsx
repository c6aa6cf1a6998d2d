import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Button } from "#lib/web/button.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { callName } from "#people/call-name.ts";
import type { Me } from "#team/me-view.ts";
import { dueText, lastWord, LATER, laterDay, pageOfContact, rhythmText } from "./touch-words.ts";
import type { SilenceView } from "../touch-view.ts";
import { useLogTouch, usePutOff, useTakeUpAgain } from "./use-touch-writes.ts";
import css from "./touches.module.css";

interface SilenceLineProps {
  silence: SilenceView;
  me: Me;
  /** Whether who looks after them stands with it. */
  named?: boolean;
}

/** Somebody who has not heard from us: what was last, why now, and one tap for what was done. */
export function SilenceLine({ silence, me, named = false }: SilenceLineProps) {
  const log = useLogTouch(silence);
  const putOff = usePutOff(silence, me.today);
  const again = useTakeUpAgain(silence);
  const { fullName, pause, tier, nextName } = silence;
  const name = callName(fullName);
  const due = dueText(silence, me.today);
  return (
    <div className={css.line}>
      <div className={css.words}>
        <p className={css.name}>
          <Go to={`/people/${silence.personId}`}>{fullName}</Go>
          {tier !== null && <Pill>tier {tier}</Pill>}
        </p>
        <p className={css.soft}>{placeOf(silence, named)}</p>
        <p>
          <LastWord silence={silence} today={me.today} />
        </p>
        <p className={css.soft}>
          {rhythmText(silence)} {due} {pause === null && `Try a ${nextName}.`}
        </p>
        <FormError problem={log.problem ?? putOff.problem ?? again.problem} />
      </div>
      <div className={css.acts}>
        <Button label={`${name}: I called`} busy={log.busy} onClick={() => log.send({ kind: "call" })}>
          I called
        </Button>
        <Button label={`${name}: I wrote by hand`} onClick={() => log.send({ kind: "handwritten-note" })}>
          I wrote by hand
        </Button>
        <ActionMenu
          label={`More for ${fullName}`}
          actions={[
            { label: "I visited", run: () => log.send({ kind: "visit" }) },
            { label: "I shared an article", run: () => log.send({ kind: "article" }) },
            { label: "I wrote an e-mail", run: () => log.send({ kind: "e-mail" }) },
            ...(pause === null
              ? LATER.map(({ label, days, why }) => ({
                  label,
                  run: () => putOff.send({ untilDay: laterDay(me.today, days), why }),
                }))
              : [{ label: "Take up again now", run: () => again.send(undefined) }]),
          ]}
        >
          …
        </ActionMenu>
      </div>
    </div>
  );
}

/** The last word, leading to where it is written down. */
export function LastWord({ silence, today }: { silence: SilenceView; today: string }) {
  const text = lastWord(silence, today);
  const page = silence.last && pageOfContact(silence.last);
  return page === null ? <>{text}.</> : <Go to={page}>{text}.</Go>;
}

/** "Head of operations at Hafen Logistik · Mia Sommer looks after them" */
function placeOf({ title, accountName, holderName }: SilenceView, named: boolean): string {
  const place = [title, accountName].filter(Boolean).join(", ");
  const holder = holderName === null ? "nobody looks after them" : `${holderName} looks after them`;
  return [place, named && holder].filter(Boolean).join(" · ");
}
