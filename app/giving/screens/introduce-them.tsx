import { useState } from "react";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { copyText } from "#lib/web/copy.ts";
import { ChoiceField, LongTextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { useRead } from "#lib/web/queries.ts";
import { capital } from "#lib/web/words.ts";
import type { PersonView } from "#people/person-view.ts";
import { callName } from "#people/call-name.ts";
import { counts, LEVELS, type Level } from "#referrals/referral.ts";
import type { Me } from "#team/me-view.ts";
import type { IntroductionWishView } from "../balance-view.ts";
import { CONSENT_WORDS, CONSENTS, SIDES, type ConsentWord, type Side } from "../given.ts";
import type { GivenView } from "../given-view.ts";
import {
  askFirstLetter,
  introductionLetter,
  letterAddress,
  type Introduced,
  type Letter,
} from "../introduce.ts";
import { givenSentence } from "../words.ts";
import { useConsent, useIntroduced } from "./use-given-writes.ts";
import css from "./giving.module.css";

const CHIP_WORDS: Record<ConsentWord, string> = {
  asked: "I asked",
  agreed: "Agreed",
  declined: "Would rather not",
};

interface IntroduceProps {
  given: GivenView;
  me: Me;
}

/** Before they know each other: ask each first where one wants it so, then the letter to both. Nothing is sent from here. */
export function IntroduceThem({ given, me }: IntroduceProps) {
  const to = useIntroducedOne(given, "to");
  const whom = useIntroducedOne(given, "whom");
  const [asking, setAsking] = useState(false);
  const wishes = [to, whom].filter(({ askFirst }) => askFirst).map(({ said }) => callName(said.name));
  const first = asking || given.consent !== null || wishes.length > 0;
  if (given.consent === "declined")
    return (
      <Card title="One of them would rather not">
        <p>Leave it at that, and tell neither whose wish it was.</p>
        <AskFirst given={given} me={me} to={to.said} whom={whom.said} />
      </Card>
    );
  if (first && given.consent !== "agreed")
    return (
      <Card
        title="Ask each of them first"
        below={given.consent === null ? askFirstBecause(wishes) : `So far: ${CONSENT_WORDS[given.consent]}.`}
      >
        <AskFirst given={given} me={me} to={to.said} whom={whom.said} />
      </Card>
    );
  return (
    <Card
      title={given.consent === "agreed" ? "Both agreed: introduce them" : "Introduce them"}
      below="One letter to both. Why they should speak, say in your own words: what is noted of one is not for the other. Nothing is sent from here."
    >
      {given.consent === null && (
        <div>
          <Button onClick={() => setAsking(true)}>Ask each of them first</Button>
        </div>
      )}
      <LetterToSend
        letter={introductionLetter(to.said, whom.said, me.member.name)}
        to={[to.said.email, whom.said.email]}
      />
      <Introduced given={given} />
    </Card>
  );
}

function askFirstBecause(wishes: readonly string[]): string {
  return wishes.length === 0
    ? "Names are joined once both have said yes."
    : `${wishes.join(" and ")} would like to be asked before names are joined.`;
}

/** The two of them, each with the letter that asks and what they said. */
function AskFirst({ given, me, to, whom }: IntroduceProps & { to: Introduced; whom: Introduced }) {
  const consent = useConsent(given);
  const side = { to: { one: to, other: whom }, whom: { one: whom, other: to } };
  return (
    <>
      {SIDES.map((each) => (
        <OneSide
          key={each}
          name={side[each].one.name}
          said={given.sides[each]}
          busy={consent.busy}
          onSay={(said) => consent.send({ side: each, said })}
          letter={askFirstLetter(side[each].one, side[each].other, given.why, me.member.name)}
          email={side[each].one.email}
        />
      ))}
      <FormError problem={consent.problem} />
    </>
  );
}

interface OneSideProps {
  name: string;
  said: ConsentWord | null;
  busy: boolean;
  onSay: (said: ConsentWord) => void;
  letter: Letter;
  email: string | null;
}

function OneSide({ name, said, busy, onSay, letter, email }: OneSideProps) {
  const [writing, setWriting] = useState(false);
  return (
    <div className={css.fields}>
      <p className={css.names}>{name}</p>
      <div className={css.chips} role="group" aria-label={`What ${name} said`}>
        {CONSENTS.map((word) => (
          <button
            key={word}
            type="button"
            className={css.chip}
            aria-pressed={said === word}
            disabled={busy || said === word}
            onClick={() => onSay(word)}
          >
            {CHIP_WORDS[word]}
          </button>
        ))}
        {!writing && said === null && (
          <Button tone="quiet" label={`What to write to ${name}`} onClick={() => setWriting(true)}>
            What to write
          </Button>
        )}
      </div>
      {writing && <LetterToSend letter={letter} to={[email]} />}
    </div>
  );
}

/** A draft to change, to copy, or to open in one's own mail program. */
function LetterToSend({ letter, to }: { letter: Letter; to: readonly (string | null)[] }) {
  const [own, setOwn] = useState<string | null>(null);
  const [copied, setCopied] = useState<"not yet" | "copied" | "refused">("not yet");
  const text = own ?? letter.text;
  const copy = async () => setCopied((await copyText(text)) ? "copied" : "refused");
  return (
    <div className={css.fields}>
      <LongTextField
        label="The letter"
        name="letter"
        lines={8}
        value={text}
        onChange={(next) => {
          setOwn(next);
          setCopied("not yet");
        }}
      />
      <div className={css.acts}>
        <LinkButton href={letterAddress(to, { ...letter, text })}>Open in my mail program</LinkButton>
        <Button onClick={() => void copy()}>{copied === "copied" ? "Copied ✓" : "Copy"}</Button>
      </div>
      <p role="status" className={css.soft}>
        {copied === "copied" && "On the clipboard: paste it where you write to them."}
        {copied === "refused" && "This browser does not let us copy. Mark the lines and copy them by hand."}
      </p>
    </div>
  );
}

/** Once it is done: it counts from today on, by what we did. */
function Introduced({ given }: { given: GivenView }) {
  const introduced = useIntroduced(given);
  const [level, setLevel] = useState<`${Level}`>("3");
  const [to, whom] = [callName(given.toName), callName(given.whomName)];
  return (
    <div className={css.fields}>
      <ChoiceField
        label="What you did"
        name="level"
        value={level}
        onChange={setLevel}
        options={LEVELS.filter(counts).map((each) => ({
          value: String(each) as `${Level}`,
          label: capital(givenSentence(each, to, whom)),
        }))}
      />
      <div className={css.acts}>
        <Button tone="primary" busy={introduced.busy} onClick={() => introduced.send(Number(level) as Level)}>
          I introduced them
        </Button>
        <FormError problem={introduced.problem} />
      </div>
    </div>
  );
}

/** One side as the letters need it; of somebody outside only what was written down. */
function useIntroducedOne(given: GivenView, side: Side): { said: Introduced; askFirst: boolean } {
  const id = side === "to" ? given.toId : given.whomId;
  const person = useRead<PersonView>(id === null ? undefined : `/people/${id}`);
  const wish = useRead<IntroductionWishView>(id === null ? undefined : `/people/${id}/introduction-wish`);
  const said: Introduced = {
    name: side === "to" ? given.toName : given.whomName,
    title: person.data?.title ?? (side === "whom" ? given.whomDoes : null),
    accountName: (side === "to" ? given.toAccountName : given.whomAccountName) ?? null,
    email: person.data?.emails[0] ?? null,
  };
  return { said, askFirst: wish.data?.askFirst === true };
}
