import { useState } from "react";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Column } from "#lib/web/card.tsx";
import { CheckField } from "#lib/web/choice-fields.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { LongTextField } from "#lib/web/field.tsx";
import { text } from "#lib/web/filters.ts";
import { FormError } from "#lib/web/form-error.tsx";
import { Go, useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import type { Page } from "#lib/kernel/page.ts";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital, counted } from "#lib/web/words.ts";
import { callName } from "#people/call-name.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { linesBelow } from "../card.ts";
import type { CardView, SilenceView } from "../touch-view.ts";
import { LastWord } from "./silence-line.tsx";
import { useKeepAddress, useLogTouch } from "./use-touch-writes.ts";
import css from "./cards.module.css";

const FILTERS = { person: text() };
/** More than a handful is not written by hand at one sitting. */
const AT_MOST = 6;

/** Cards to write by hand: to whom, about what, and sheets to print them on. */
export function CardsPage() {
  const me = useMe();
  return me === undefined ? <Loading /> : <Cards me={me} />;
}

/** What is printed for somebody: whether at all, and the address as it was typed. */
type Chosen = Readonly<Record<string, { fullName: string; address: string }>>;

function Cards({ me }: { me: Me }) {
  const [{ person }] = useFilters(FILTERS);
  const [chosen, setChosen] = useState<Chosen>({});
  const one = useRead<SilenceView>(person === "" ? undefined : `/people/${person}/rhythm`);
  const waiting = useRead<Page<SilenceView>>(person === "" ? "/silences" : undefined, {
    stage: "silent",
    member: me.member.id,
    limit: 50,
  });
  const failed = [one, waiting].find(({ problem }) => problem);
  if (failed?.problem) return <Trouble problem={failed.problem} again={failed.again} />;
  const found = person === "" ? waiting.data?.items : one.data && [one.data];
  if (found === undefined) return <Loading />;
  const silent =
    person === "" ? found.filter(({ next }) => next === "handwritten-note").slice(0, AT_MOST) : found;
  const sheets = Object.entries(chosen);
  return (
    <>
      <div className={css.screen}>
        <Column>
          <PageHeading
            below="A handwritten note outranks an e-mail. Print the sheets, A6 for the card and C6 for the envelope, and write with a pen."
            action={
              sheets.length > 0 && (
                <Button tone="primary" onClick={() => window.print()}>
                  {`Print ${counted(sheets.length, "card", "cards")}`}
                </Button>
              )
            }
          >
            {headingOf(silent.length)}
          </PageHeading>
          {silent.length === 0 && (
            <Empty action={<GoButton to="/touches?stage=coming">Who comes due next</GoButton>}>
              {found.length === 0
                ? "Nobody waits for a word of yours just now. A card by hand says more than an e-mail: write one to whoever comes next."
                : "Nobody who is due waits for a card: each of them had one within half a year."}
            </Empty>
          )}
          {silent.map((silence) => (
            <CardFor
              key={silence.personId}
              silence={silence}
              me={me}
              address={chosen[silence.personId]?.address ?? null}
              onChoose={(address) => {
                const { [silence.personId]: _, ...others } = chosen;
                const { fullName } = silence;
                setChosen(
                  address === null ? others : { ...chosen, [silence.personId]: { fullName, address } },
                );
              }}
            />
          ))}
        </Column>
      </div>
      <div className={css.sheets} aria-hidden="true">
        {sheets.map(([id, { fullName, address }]) => (
          <Sheets key={id} fullName={fullName} address={address} from={me.member.name} />
        ))}
      </div>
    </>
  );
}

interface CardForProps {
  silence: SilenceView;
  me: Me;
  /** Null: no card is printed for them. */
  address: string | null;
  onChoose: (address: string | null) => void;
}

function CardFor({ silence, me, address, onChoose }: CardForProps) {
  const card = useRead<CardView>(`/people/${silence.personId}/card`);
  const log = useLogTouch(silence);
  const keep = useKeepAddress(`/people/${silence.personId}`, silence.fullName);
  const { personId, fullName, title, accountName } = silence;
  const name = callName(fullName);
  return (
    <Card
      title={<Go to={`/people/${personId}`}>{fullName}</Go>}
      below={[title, accountName].filter(Boolean).join(", ")}
      actions={
        <Button
          label={`It is written: ${name}`}
          busy={log.busy}
          onClick={() => log.send({ kind: "handwritten-note" })}
        >
          It is written
        </Button>
      }
    >
      <p>
        <LastWord silence={silence} today={me.today} />
      </p>
      {card.problem && <Trouble problem={card.problem} again={card.again} />}
      {card.data === undefined ? (
        <Loading lines={2} />
      ) : (
        <>
          <ul className={css.prompts} aria-label={`What to write to ${name} about`}>
            {card.data.prompts.map((prompt) => (
              <li key={prompt}>{prompt}</li>
            ))}
          </ul>
          <CheckField
            label={`Print a card for ${name}`}
            name={`print-${personId}`}
            value={address !== null}
            onChange={(on) => onChoose(on ? (card.data?.address ?? "") : null)}
          />
        </>
      )}
      {address !== null && (
        <>
          <LongTextField
            label={`Address of ${name}`}
            hint={
              card.data?.addressOf === null
                ? "For the envelope. The street is not known; type it here, or write it by hand."
                : card.data?.addressOf === "account"
                  ? "For the envelope: where they work."
                  : "For the envelope."
            }
            name={`address-${personId}`}
            value={address}
            onChange={onChoose}
          />
          {address !== card.data?.address && (
            <Button
              label={`Keep this address of ${name}`}
              busy={keep.busy}
              onClick={() => keep.send(linesBelow(address, silence))}
            >
              Keep this address
            </Button>
          )}
        </>
      )}
      <FormError problem={keep.problem} />
      <FormError problem={log.problem} />
    </Card>
  );
}

/** The card with lines to write on, and its envelope. */
function Sheets({ fullName, address, from }: { fullName: string; address: string; from: string }) {
  return (
    <>
      <div className={css.a6}>
        <p className={css.dear}>{callName(fullName)},</p>
        <div className={css.ruled} />
        <p className={css.from}>{from}</p>
      </div>
      <div className={css.c6}>
        <p className={css.address}>{address}</p>
      </div>
    </>
  );
}

function headingOf(count: number): string {
  if (count === 0) return "No card waits to be written";
  return `${capital(counted(count, "card", "cards"))} to write by hand`;
}
