import { Button, GoButton } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { useRead } from "#lib/web/queries.ts";
import { capital, counted } from "#lib/web/words.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { PracticeView } from "../practice-view.ts";
import { useEyesWanted } from "./eyes-wanted.ts";
import { usePracticeLanguage } from "./practice-language.ts";
import { weekText, whyOffered } from "./practice-words.ts";
import { usePutOff } from "./use-practice-writes.ts";
import css from "./practice.module.css";

/** Who waits for my yes and no, and the one session of the day, before the first ask; nothing where there is neither. */
export function PracticeToday() {
  const me = useMe();
  const [language] = usePracticeLanguage();
  const practice = useRead<PracticeView>("/practice", { language }).data;
  const putOff = usePutOff();
  const wanted = useEyesWanted(me?.member.id);
  const asked = [...(wanted?.sessions ?? []), ...(wanted?.takes ?? [])];
  const offer = practice?.offer ?? null;
  if (me === undefined || practice === undefined) return null;
  return (
    <>
      {asked.length > 0 && <Asked names={[...new Set(asked.map(({ memberName }) => memberName))]} />}
      {offer !== null && (
        <Card
          title={`Five minutes first: ${offer.scenarioName}`}
          below={`${offer.rubricName}. ${whyOffered(offer, me.today)} ${capital(weekText(practice.week))}`}
        >
          <div className={css.acts}>
            <GoButton to={`/practice/${offer.scenario}`}>Practise</GoButton>
            <Button tone="quiet" busy={putOff.busy} onClick={() => putOff.send(undefined)}>
              Not today
            </Button>
          </div>
        </Card>
      )}
    </>
  );
}

/** Colleagues who rehearsed and asked for another pair of eyes. */
function Asked({ names: [first = "", ...others] }: { names: readonly string[] }) {
  return (
    <Card
      title={`${others.length === 0 ? first : `${first} and ${counted(others.length, "other", "others")}`} asked for your eyes`}
      below="A rehearsal, point by point: yes or no."
    >
      <GoButton to="/practice">Look</GoButton>
    </Card>
  );
}
