import { useRef, useState } from "react";
import { fullDay, shortDay } from "#lib/kernel/day-words.ts";
import { timeOfDayIn, type Day } from "#lib/kernel/days.ts";
import { mailAddress } from "#lib/kernel/mail-address.ts";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { copyText } from "#lib/web/copy.ts";
import { LongTextField, TextField } from "#lib/web/field.tsx";
import { Form } from "#lib/web/form.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { callName } from "#people/call-name.ts";
import { mayChangeFor } from "#team/member.ts";
import type { Me } from "#team/me-view.ts";
import { useNow } from "#team/screens/use-me.ts";
import { hasBegun, letterOf, movedFrom, movedLetterOf } from "../occasion.ts";
import type { OccasionView, OfferedView } from "../occasion-view.ts";
import { useNoteOffer, useUnchoose, useWordOffer } from "./use-occasion-writes.ts";
import css from "./touches.module.css";

interface OfferCardProps {
  offer: OfferedView;
  occasion: OccasionView;
  me: Me;
}

/** One of those it is for: the letter until it is sent, and then what came of it. */
export function OfferCard({ offer, occasion, me }: OfferCardProps) {
  const mine = mayChangeFor(me, { memberId: offer.memberId, teamId: offer.memberTeamId });
  const { personId, personName, personTitle, accountName, sentOn, whyNot, cautions } = offer;
  return (
    <Card
      title={<Go to={`/people/${personId}`}>{personName}</Go>}
      below={[personTitle, accountName].filter(Boolean).join(", ") || undefined}
      aside={<State offer={offer} />}
    >
      {whyNot !== null && <p role="note">{whyNot}</p>}
      {cautions.map((caution) => (
        <p key={caution} className={css.soft} role="note">
          {caution}
        </p>
      ))}
      {!mine && sentOn === null && <p className={css.soft}>{`${offer.memberName} writes to them.`}</p>}
      {mine && sentOn === null && <Letter offer={offer} occasion={occasion} me={me} />}
      {sentOn !== null && <Sent offer={offer} occasion={occasion} me={me} mine={mine} />}
    </Card>
  );
}

function State({ offer: { sentOn, answer, came, kind } }: { offer: OfferedView }) {
  if (sentOn === null) return <Pill tone="quiet">not sent</Pill>;
  if (came !== null) return <Pill tone={came ? "good" : "plain"}>{came ? "came" : "stayed away"}</Pill>;
  if (answer === "coming") return <Pill tone="good">coming</Pill>;
  if (answer === "not") return <Pill>not coming</Pill>;
  return <Pill tone="quiet">{kind === "event" ? "no answer" : "sent"}</Pill>;
}

function Letter({ offer, occasion, me }: OfferCardProps) {
  const say = useUndo();
  const word = useWordOffer(offer.id);
  const note = useNoteOffer(offer);
  const unchoose = useUnchoose(offer);
  const letter = letterOf(occasion, { fullName: offer.personName, fromName: me.member.name });
  const [typed, setTyped] = useState<string | null>(null);
  const words = typed ?? offer.words ?? letter.body;
  const name = callName(offer.personName);
  // Whether what was typed is kept by now; a letter that is noted as sent takes no more words.
  const kept = useRef(Promise.resolve(true));
  const keep = () => {
    if (typed === null || typed === (offer.words ?? letter.body)) return;
    kept.current = word.sendNow(typed === letter.body ? null : typed).then(
      () => true,
      () => false,
    );
  };
  const noteSent = async () => {
    if (await kept.current) note.send({ what: "sent", body: {}, said: "noted as sent." });
  };
  if (offer.whyNot !== null)
    return (
      <div className={css.acts}>
        <Button tone="quiet" label={`Not for ${name}`} onClick={() => unchoose.send(undefined)}>
          {`Not for ${name}`}
        </Button>
      </div>
    );
  return (
    <div className={css.stack} onBlur={keep}>
      <LongTextField
        label={`To ${name}`}
        name={`letter-${offer.id}`}
        lines={6}
        hint={offer.email === null ? "No e-mail address of theirs is known here." : offer.email}
        value={words}
        onChange={setTyped}
      />
      <div className={css.acts}>
        <LinkButton href={mailAddress(offer.email === null ? [] : [offer.email], letter.subject, words)}>
          {`Open in my mail: ${name}`}
        </LinkButton>
        <Button
          label={`Copy the letter to ${name}`}
          onClick={() => {
            void copyText(words).then((done) =>
              say(done ? "Copied." : "It could not be copied; select it instead."),
            );
          }}
        >
          Copy
        </Button>
        <Button tone="primary" busy={note.busy} label={`Sent to ${name}`} onClick={() => void noteSent()}>
          Sent
        </Button>
        <Button tone="quiet" onClick={() => unchoose.send(undefined)}>
          {`Not for ${name}`}
        </Button>
      </div>
      <FormError problem={word.problem ?? note.problem ?? unchoose.problem} />
    </div>
  );
}

function Sent({ offer, occasion, me, mine }: OfferCardProps & { mine: boolean }) {
  const note = useNoteOffer(offer);
  const { sentOn, answer, came, reaction, reactedOn, personName, kind } = offer;
  const name = callName(personName);
  const from = movedFrom(offer);
  const begun = hasBegun(occasion, { today: me.today, time: timeOfDayIn(useNow(), me.workspace.timeZone) });
  return (
    <>
      <p className={css.soft}>
        {`Sent ${shortDay(sentOn ?? me.today, me.today)} by ${offer.memberName}.`}
        {reaction !== null && ` ${shortDay(reactedOn ?? me.today, me.today)}: “${reaction}”`}
      </p>
      {from !== null && came === null && (
        <Moved offer={offer} occasion={occasion} me={me} mine={mine} from={from} />
      )}
      {mine && (
        <div className={css.acts}>
          {kind === "event" && came === null && (
            <>
              {answer !== "coming" && (
                <Button
                  label={`${name} is coming`}
                  onClick={() =>
                    note.send({ what: "answer", body: { answer: "coming" }, said: "is coming." })
                  }
                >
                  Is coming
                </Button>
              )}
              {answer !== "not" && (
                <Button
                  label={`${name} is not coming`}
                  onClick={() =>
                    note.send({ what: "answer", body: { answer: "not" }, said: "is not coming." })
                  }
                >
                  Is not coming
                </Button>
              )}
            </>
          )}
          {kind === "event" && came === null && answer !== null && (
            <Button
              tone="quiet"
              label={`No answer after all: ${name}`}
              onClick={() => note.send({ what: "answer", body: null, said: "no answer yet." })}
            >
              No answer after all
            </Button>
          )}
          {begun && came !== true && (
            <Button
              label={`${name} came`}
              onClick={() => note.send({ what: "attendance", body: { came: true }, said: "was there." })}
            >
              Came
            </Button>
          )}
          {begun && came !== false && (
            <Button
              label={`${name} stayed away`}
              onClick={() => note.send({ what: "attendance", body: { came: false }, said: "stayed away." })}
            >
              Stayed away
            </Button>
          )}
          {answer === null && came === null && reaction === null && (
            <Button
              tone="quiet"
              label={`It was not sent to ${name}`}
              onClick={() => note.send({ what: "sent", body: null, said: "was not sent." })}
            >
              It was not sent
            </Button>
          )}
          {came !== null && (
            <Button
              tone="quiet"
              label={`Nobody knows whether ${name} came`}
              onClick={() => note.send({ what: "attendance", body: null, said: "attendance taken back." })}
            >
              Nobody knows
            </Button>
          )}
        </div>
      )}
      {mine && <Reaction offer={offer} name={name} />}
      <FormError problem={note.problem} />
    </>
  );
}

/** They were invited to another day: what to write to them, until they know. */
function Moved({ offer, occasion, me, mine, from }: OfferCardProps & { mine: boolean; from: Day }) {
  const say = useUndo();
  const note = useNoteOffer(offer);
  const name = callName(offer.personName);
  const { email } = offer;
  const { subject, body } = movedLetterOf(occasion, {
    fullName: offer.personName,
    fromName: me.member.name,
    from,
  });
  return (
    <div className={css.stack} role="note">
      <p>{`${name} was invited for ${fullDay(from, me.today)}, and does not know yet that it was moved.`}</p>
      {mine && (
        <>
          <blockquote className={css.letter}>{body}</blockquote>
          <div className={css.acts}>
            <LinkButton href={mailAddress(email === null ? [] : [email], subject, body)}>
              {`Open in my mail: ${name}`}
            </LinkButton>
            <Button
              label={`Copy the letter to ${name}`}
              onClick={() => {
                void copyText(body).then((done) =>
                  say(done ? "Copied." : "It could not be copied; select it instead."),
                );
              }}
            >
              Copy
            </Button>
            <Button
              tone="primary"
              busy={note.busy}
              label={`${name} knows the new day`}
              onClick={() =>
                note.send({ what: "told-day", body: { day: occasion.day }, said: "knows the new day." })
              }
            >
              {`${name} knows`}
            </Button>
          </div>
          <FormError problem={note.problem} />
        </>
      )}
    </div>
  );
}

function Reaction({ offer, name }: { offer: OfferedView; name: string }) {
  const [opened, setOpened] = useState(false);
  const [words, setWords] = useState(offer.reaction ?? "");
  const note = useNoteOffer(offer, () => setOpened(false));
  if (!opened)
    return (
      <div className={css.acts}>
        <Button tone="quiet" onClick={() => setOpened(true)}>
          {offer.reaction === null ? `What ${name} said …` : `${name} said something else …`}
        </Button>
        {offer.reaction !== null && (
          <Button
            tone="quiet"
            onClick={() => note.send({ what: "reaction", body: null, said: "their word is taken back." })}
          >
            {`${name} said nothing`}
          </Button>
        )}
      </div>
    );
  return (
    <Form
      problem={note.problem}
      onSubmit={() => note.send({ what: "reaction", body: { words }, said: "their word is noted." })}
      actions={
        <Button submit tone="primary" busy={note.busy} disabled={words.trim() === ""}>
          Note it
        </Button>
      }
    >
      <TextField label={`What ${name} said`} name="words" autoFocus value={words} onChange={setWords} />
    </Form>
  );
}
