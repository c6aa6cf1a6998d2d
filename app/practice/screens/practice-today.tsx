import { Button, GoButton } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { useRead } from "#lib/web/queries.ts";
import { capital } from "#lib/web/words.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { PracticeView } from "../practice-view.ts";
import { usePracticeLanguage } from "./practice-language.ts";
import { weekText, whyOffered } from "./practice-words.ts";
import { usePutOff } from "./use-practice-writes.ts";

/** The one session of the day, before the first ask; nothing where none is due. */
export function PracticeToday() {
  const me = useMe();
  const [language] = usePracticeLanguage();
  const practice = useRead<PracticeView>("/practice", { language }).data;
  const putOff = usePutOff();
  const offer = practice?.offer ?? null;
  if (me === undefined || practice === undefined || offer === null) return null;
  return (
    <Card
      title={`Five minutes first: ${offer.scenarioName}`}
      below={`${offer.rubricName}. ${whyOffered(offer, me.today)} ${capital(weekText(practice.week))}`}
    >
      <div style={{ display: "flex", gap: "0.5rem", flexWrap: "wrap" }}>
        <GoButton to={`/practice/${offer.scenario}`}>Practise</GoButton>
        <Button tone="quiet" busy={putOff.busy} onClick={() => putOff.send(undefined)}>
          Not today
        </Button>
      </div>
    </Card>
  );
}
