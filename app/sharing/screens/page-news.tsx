import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { Go } from "#lib/web/go.tsx";
import { useRead } from "#lib/web/queries.ts";
import { useSharedRoom } from "#lib/web/shared-room.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { PageNewsView } from "../page-view.ts";
import { saidText } from "./page-words.ts";
import { useSeen } from "./use-page-writes.ts";
import css from "./page-news.module.css";

/** What sources said on their pages since one looked; nothing while there is none. What is to be done about it stands elsewhere on Today. */
export function PageNews() {
  const me = useMe();
  const news = useRead<{ items: PageNewsView[] }>("/page-news");
  const seen = useSeen();
  const items = news.data?.items ?? [];
  const shown = useSharedRoom("page-news", items.length);
  if (me === undefined || shown === 0) return null;
  return (
    <Section title="Said on their pages">
      <Card>
        <ul className={css.lines}>
          {items.slice(0, shown).map((each) => (
            <li key={each.id} className={css.line}>
              <p>
                <Go to={`/people/${each.sourceId}`} className={css.name}>
                  {each.sourceName}
                </Go>
                : “{saidText(each, me.today)}”
                {each.words !== null && <q className={css.words}>{each.words}</q>}
                {each.trouble !== null && (
                  <span className={css.trouble}>Not written down by itself: {each.trouble}.</span>
                )}
              </p>
              <span className={css.acts}>
                {each.referralId !== null ? (
                  <Go to={`/referrals/${each.referralId}`}>Open</Go>
                ) : (
                  each.askId !== null && <Go to={`/asks/${each.askId}`}>Open</Go>
                )}
                <Button tone="quiet" label={`Seen: ${each.sourceName}`} onClick={() => seen.send(each)}>
                  Seen
                </Button>
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
