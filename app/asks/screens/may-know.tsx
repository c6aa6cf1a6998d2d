import { useState } from "react";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Quote, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PillButton } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital } from "#lib/web/words.ts";
import type { PersonView } from "#people/person-view.ts";
import { pictureInWords } from "../ideal-client.ts";
import type { MatchView } from "../match-view.ts";
import { ChooseWhatToAsk } from "./choose-what-to-ask.tsx";
import type { AskedFor } from "./log-ask-form.tsx";
import { LogAskSheet } from "./log-ask-sheet.tsx";
import { whyText } from "./picture-words.ts";
import { useMatch } from "./use-match.ts";
import css from "./pictures.module.css";

const SHOWN = { targets: 3, prompts: 3, pictures: 1, reasons: 1 } as const;

/** On a person's page: whom to ask them for, each line a tap from being the ask. */
export function WhomTheyMayKnow({ id }: { id: string }) {
  const person = useRead<PersonView>(`/people/${id}`).data;
  const match = useMatch(id);
  const [asking, setAsking] = useState<AskedFor | null>(null);
  const [choosing, setChoosing] = useState(false);
  const first = person?.givenName ?? person?.fullName ?? "them";
  return (
    <Section
      title="Whom they may know"
      aside={
        match.data &&
        !isEmpty(match.data) && (
          <Button tone="quiet" onClick={() => setChoosing(true)}>
            Choose
          </Button>
        )
      }
    >
      {match.problem ? (
        <Trouble problem={match.problem} again={match.again} />
      ) : match.data === undefined ? (
        <Loading lines={3} />
      ) : isEmpty(match.data) ? (
        <Empty action={<GoButton to="/ideal-clients">Draw whom we want to meet</GoButton>}>
          A name comes to mind when somebody hears whom to picture: draw your ideal client, and note where{" "}
          {first} worked.
        </Empty>
      ) : (
        <Found match={match.data} first={first} onChoose={setAsking} />
      )}
      <Sheet title={`What to ask ${first} for`} opened={choosing} onClose={() => setChoosing(false)}>
        <ChooseWhatToAsk
          personId={id}
          onChosen={(askedFor) => {
            setChoosing(false);
            setAsking(askedFor);
          }}
        />
      </Sheet>
      {person && (
        <LogAskSheet
          opened={asking !== null}
          onClose={() => setAsking(null)}
          source={{ id: person.id, label: person.fullName }}
          askedFor={asking ?? undefined}
        />
      )}
    </Section>
  );
}

function isEmpty({ targets, prompts, pictures }: MatchView): boolean {
  return targets.length + prompts.length + pictures.length === 0;
}

interface FoundProps {
  match: MatchView;
  first: string;
  onChoose: (askedFor: AskedFor) => void;
}

/** A few lines of each kind at first: what is read in the car, not a report. */
function Found({ match, first, onChoose }: FoundProps) {
  const [all, setAll] = useState(false);
  const few = <T,>(items: readonly T[], kind: keyof typeof SHOWN) =>
    all ? items : items.slice(0, SHOWN[kind]);
  const hidden = (Object.keys(SHOWN) as (keyof typeof SHOWN)[]).some(
    (kind) => match[kind].length > SHOWN[kind],
  );
  return (
    <>
      <p className={css.soft}>As you would say it to {first}:</p>
      <ul className={css.lines}>
        {few(match.targets, "targets").map((target) => (
          <Line
            key={target.personId ?? target.accountId}
            words={
              <Go
                to={target.personId === null ? `/accounts/${target.accountId}` : `/people/${target.personId}`}
              >
                {target.words}
              </Go>
            }
            why={`A target of ours: ${target.why}`}
            label={`I asked ${first} for ${target.words}`}
            onChoose={() => onChoose(askedForTarget(target))}
          />
        ))}
        {few(match.prompts, "prompts").map(({ words, why }) => (
          <Line
            key={words}
            words={`“${words}”`}
            why={capital(why)}
            label={`I asked ${first} for ${words}`}
            onChoose={() => onChoose({ forWhom: words })}
          />
        ))}
        {few(match.pictures, "pictures").map(({ picture, why }) => (
          <Line
            key={picture.id}
            words={pictureInWords(picture)}
            why={`Ideal client “${picture.name}”: ${why.join("; ")}`}
            label={`I asked ${first} for ${picture.name}`}
            onChoose={() => onChoose({ forWhom: pictureInWords(picture) })}
          />
        ))}
      </ul>
      {few(match.reasons, "reasons").map(({ reason, why }) => (
        <Quote key={reason.id}>
          {reason.sentence}
          <small className={css.soft}>{whyText(why)}</small>
        </Quote>
      ))}
      {hidden && (
        <div>
          <Button tone="quiet" onClick={() => setAll(!all)}>
            {all ? "Show the best" : "Show all"}
          </Button>
        </div>
      )}
    </>
  );
}

interface LineProps {
  words: React.ReactNode;
  why: string;
  label: string;
  onChoose: () => void;
}

function Line({ words, why, label, onChoose }: LineProps) {
  return (
    <li className={css.line}>
      <div>
        <span className={css.spoken}>{words}</span>
        <small className={css.soft}>{why}</small>
      </div>
      <PillButton label={label} onClick={onChoose}>
        I asked
      </PillButton>
    </li>
  );
}

function askedForTarget({ personId, accountId, words }: MatchView["targets"][number]): AskedFor {
  if (personId === null) return { forWhom: `somebody at ${words}` };
  return {
    forWhom: words,
    target: { id: personId, label: words, title: null, accountId, accountName: null },
  };
}
