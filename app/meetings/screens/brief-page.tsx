import { useState } from "react";
import type { ReactNode } from "react";
import { callAddress } from "#lib/kernel/call-address.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { Column, Quote } from "#lib/web/card.tsx";
import { Go, usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { callName } from "#people/call-name.ts";
import { mayChange } from "#referrals/referral.ts";
import { askFor, levelSentence, WORDS_TITLES, type AskedOf } from "#referrals/screens/referral-words.ts";
import { WordsSheet } from "#referrals/screens/words-sheet.tsx";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { levelMeans, openingLine } from "../brief.ts";
import type { BriefIntroduction, BriefView } from "../brief-view.ts";
import { placeText, wayText, wordText } from "./brief-words.ts";
import css from "./brief-page.module.css";

/** One screen for the way to a meeting, and one sheet of paper. */
export function BriefPage() {
  const me = useMe();
  const brief = useRead<BriefView>(`/meetings/${usePathPart("meetingId")}/brief`);
  if (brief.problem) return <Trouble problem={brief.problem} again={brief.again} />;
  if (brief.data === undefined || me === undefined) return <Loading />;
  return <Brief brief={brief.data} me={me} />;
}

function Brief({ brief, me }: { brief: BriefView; me: Me }) {
  const { meeting, contact, introduction, lastWords } = brief;
  const when = [dayText(meeting.day, me.today), meeting.time].filter(Boolean).join(", ");
  const first = callName(contact.fullName);
  const note = [meeting.note, introduction?.note].filter(Boolean).join("\n");
  return (
    <Column>
      <article className={css.brief}>
        <PageHeading below={placeText(contact) ?? undefined}>{`${contact.fullName}, ${when}`}</PageHeading>
        <div className={css.call}>
          <Call who={contact} />
          <span className={css.onScreen}>
            <Button onClick={() => window.print()}>Print</Button>
          </span>
        </div>
        {introduction && <Quote>“{openingLine(introduction.level, introduction.source.fullName)}”</Quote>}
        <dl className={css.facts}>
          {introduction ? (
            <Introduced brief={brief} introduction={introduction} me={me} />
          ) : (
            <Fact name="Introduced by">
              <span className={css.soft}>
                Nobody that is written down.{" "}
                <Go to={`/meetings/${meeting.id}`}>Say which introduction it came of</Go>
              </span>
            </Fact>
          )}
          {meeting.about !== null && <Fact name="About">{meeting.about}</Fact>}
          {note !== "" && (
            <Fact name="Note" length="aside">
              {note}
            </Fact>
          )}
          <Fact name={`Last words with ${first}`} length="whole">
            {lastWords.length === 0 ? (
              <span className={css.soft}>None are written down: this is the first conversation.</span>
            ) : (
              <ul className={css.words}>
                {lastWords.map((word) => (
                  <li key={`${word.day} ${word.kind} ${word.byName} ${word.words}`} className={css.word}>
                    {wordText(word, me.today)}
                    {word.words !== null && <span className={css.soft}>: {word.words}</span>}
                  </li>
                ))}
              </ul>
            )}
          </Fact>
        </dl>
        <p className={`${css.onScreen} ${css.soft}`}>
          <Go to={`/meetings/${meeting.id}`}>The meeting</Go>
          {introduction && (
            <>
              {" · "}
              <Go to={`/referrals/${introduction.id}`}>the introduction</Go>
            </>
          )}
          {" · "}
          <Go to={`/people/${contact.id}`}>all about {first}</Go>
        </p>
      </article>
    </Column>
  );
}

interface IntroducedProps {
  brief: BriefView;
  introduction: BriefIntroduction;
  me: Me;
}

function Introduced({ brief: { contact }, introduction, me }: IntroducedProps) {
  const [writing, setWriting] = useState<AskedOf | null>(null);
  const { source, level, day, asked, noGos } = introduction;
  const [from, to] = [callName(source.fullName), callName(contact.fullName)];
  const mine = mayChange(me, { memberId: introduction.memberId, teamId: introduction.memberTeamId });
  const way = wayText(introduction, contact.fullName);
  const told = (field: AskedOf) => (
    <Fact name={WORDS_TITLES[field]}>
      {introduction[field] ?? (
        <>
          <span className={css.soft}>{askFor(field, from, to)}</span>
          {mine && (
            <button
              type="button"
              className={`${css.write} ${css.onScreen}`}
              aria-label={`Write it down: ${WORDS_TITLES[field]}`}
              onClick={() => setWriting(field)}
            >
              Write it down
            </button>
          )}
        </>
      )}
    </Fact>
  );
  return (
    <>
      <Fact name="Introduced by" length="whole">
        <Go to={`/people/${source.id}`}>{source.fullName}</Go>
        {placeText(source) !== null && `, ${placeText(source)}`}, {dayText(day, me.today)}
        <Number who={source} />
      </Fact>
      {told("howKnown")}
      <Fact name={`Level ${level}`}>
        {from} {levelSentence(level, to)}. <span className={css.soft}>{levelMeans(level, from, to)}</span>
      </Fact>
      {told("reason")}
      {told("promised")}
      {asked !== null && (
        <Fact name={`${from} was asked`} length="aside">
          {[asked.whom && `for ${asked.whom}`, dayText(asked.day, me.today)].filter(Boolean).join(", ")}
          {asked.note !== null && <span className={css.soft}>: {asked.note}</span>}
        </Fact>
      )}
      {way !== null && <Fact name="The way here">{way}</Fact>}
      {noGos.length > 0 && (
        <Fact name={`${from} ruled out`} length="aside">
          {noGos.map(({ what, words }) => (words === null ? what : `${what} (${words})`)).join(" · ")}
        </Fact>
      )}
      <WordsSheet
        referral={{ ...introduction, sourceName: source.fullName, contactName: contact.fullName }}
        field={writing}
        onClose={() => setWriting(null)}
      />
    </>
  );
}

interface FactProps {
  name: string;
  /** How much of a long text is shown: on paper less than usual of what is an aside. */
  length?: "usual" | "aside" | "whole";
  children: ReactNode;
}

function Fact({ name, length = "usual", children }: FactProps) {
  return (
    <div className={`${css.fact} ${css[length]}`}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The first number that can be called. */
function Call({ who }: { who: BriefView["contact"] }) {
  const found = callable(who);
  return found === null ? (
    <span className={css.soft}>
      No number yet. <Go to={`/people/${who.id}`}>Add one</Go>
    </span>
  ) : (
    <LinkButton href={found.address} tone="primary">
      Call {found.shown}
    </LinkButton>
  );
}

function Number({ who }: { who: BriefView["contact"] }) {
  const found = callable(who);
  if (found === null) return null;
  return (
    <>
      {" · "}
      <a href={found.address} className={css.number}>
        {found.shown}
      </a>
    </>
  );
}

function callable({ phones, phonesShown }: BriefView["contact"]): { address: string; shown: string } | null {
  for (const [at, phone] of phones.entries()) {
    const address = callAddress(phone);
    if (address !== null) return { address, shown: phonesShown[at] ?? phone };
  }
  return null;
}
