import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Button } from "#lib/web/button.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { capital } from "#lib/web/words.ts";
import type { Me } from "#team/me-view.ts";
import type { ConsentHow } from "../consent.ts";
import type { WritingView } from "../consent-view.ts";
import type { PersonView } from "../person-view.ts";
import { mayEnd } from "../protection.ts";
import { CONSENT_WORDS, writingText } from "./consent-words.ts";
import {
  useLiftDoNotWrite,
  useRecordConsent,
  useSayDoNotWrite,
  useTakeBackConsent,
  useWithdrawConsent,
} from "./use-consent-writes.ts";
import css from "./may-be-written-to.module.css";

const OTHER_HOWS = ["in-person", "message", "email"] as const satisfies readonly ConsentHow[];

/** In one line, whether somebody may be written to and why; what they said since is one or two presses away. */
export function MayBeWrittenTo({
  writing,
  ...more
}: Omit<Given, "writing"> & { writing: WritingView | undefined }) {
  // Keeps its place while it is read, so that nothing below it moves.
  return <div className={css.line}>{writing && <Line {...more} writing={writing} />}</div>;
}

interface Given {
  person: PersonView;
  writing: WritingView;
  me: Me;
}

function Line({ person, writing, me }: Given) {
  const { state, consent, stop, law, holderIds } = writing;
  const record = useRecordConsent(person.id, person.fullName);
  const withdraw = useWithdrawConsent(person.fullName);
  const takeBack = useTakeBackConsent();
  const object = useSayDoNotWrite(person.id, person.fullName);
  const lift = useLiftDoNotWrite();
  const agreed = (how: ConsentHow) => ({
    label: `They agreed ${CONSENT_WORDS[how]}`,
    run: () => record.send(how),
  });
  const isClient = person.accountKind === "client";
  const missing = state === "withdrawn" || (state === "unsaid" && law.consentFirst && !isClient);
  const actions = [
    ...(state === "unsaid" && !missing ? [agreed("call")] : []),
    ...(state === "unsaid" || state === "withdrawn" ? OTHER_HOWS.map(agreed) : []),
    ...(state === "agreed" && consent
      ? [{ label: "They do not agree any more", run: () => withdraw.send(consent.id) }]
      : []),
    ...(consent && state !== "stopped" && mayEnd(me, consent, holderIds)
      ? [{ label: "That they agreed was a mistake", run: () => takeBack.send(consent.id) }]
      : []),
    ...(stop === null
      ? [{ label: "They want no e-mail from us", run: () => object.send("e-mail" as const) }]
      : []),
    ...(stop?.reach === "everything"
      ? []
      : [{ label: "They do not want to hear from us", run: () => object.send("everything" as const) }]),
  ];
  const words = stop?.words ?? (stop === null ? consent?.words : null);
  const problem = [record, withdraw, takeBack, object, lift].find((each) => each.problem !== null)?.problem;
  return (
    <>
      <p className={css.said}>
        {writingText(writing, { today: me.today, isClient })}.{words ? ` “${words}”` : ""}
      </p>
      {missing && (
        <Button busy={record.busy} onClick={() => record.send("call")}>
          {capital(`they agreed ${CONSENT_WORDS.call}`)}
        </Button>
      )}
      {stop !== null && mayEnd(me, stop, holderIds) && (
        <Button tone="quiet" busy={lift.busy} onClick={() => lift.send(stop.id)}>
          They want to hear from us again
        </Button>
      )}
      {actions.length > 0 && (
        <ActionMenu label={`More about writing to ${person.fullName}`} actions={actions}>
          …
        </ActionMenu>
      )}
      {problem && <FormError problem={problem} />}
    </>
  );
}
