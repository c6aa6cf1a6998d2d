import { useState } from "react";
import { shortDay } from "#lib/kernel/day-words.ts";
import type { Page } from "#lib/kernel/page.ts";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { Go, useGo } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { LongList } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { OccasionKind } from "../occasion.ts";
import type { OccasionView } from "../occasion-view.ts";
import { OccasionForm } from "./occasion-form.tsx";
import css from "./touches.module.css";

/** Events to invite to and articles to share. */
export function OccasionsPage() {
  const me = useMe();
  const go = useGo();
  const first = useRead<Page<OccasionView>>("/occasions", { limit: 1 });
  const [making, setMaking] = useState<OccasionKind | null>(null);
  if (me === undefined) return <Loading />;
  const actions = (
    <div className={css.acts}>
      <Button tone="primary" onClick={() => setMaking("event")}>
        An event …
      </Button>
      <Button onClick={() => setMaking("article")}>An article …</Button>
    </div>
  );
  const empty = first.data?.items.length === 0;
  return (
    <>
      <PageHeading
        below="Chosen one by one, each with words of its own, from your own mail. Being thought of is what counts."
        action={empty ? undefined : actions}
      >
        Events and articles
      </PageHeading>
      <Card>
        <LongList<OccasionView>
          label="Events and articles"
          path="/occasions"
          query={{}}
          rowKey={({ id }) => id}
          empty={
            <Empty action={actions}>
              Nothing to invite to or to share yet. Three people who get the right article remember it longer
              than three hundred who get a newsletter.
            </Empty>
          }
          render={(occasion) => <OccasionLine occasion={occasion} today={me.today} />}
        />
      </Card>
      <Sheet
        title={making === "article" ? "An article to share" : "An event to invite to"}
        opened={making !== null}
        onClose={() => setMaking(null)}
      >
        {making !== null && (
          <OccasionForm
            occasion={null}
            kind={making}
            today={me.today}
            onDone={({ id }) => go(`/touches/occasions/${id}`)}
          />
        )}
      </Sheet>
    </>
  );
}

function OccasionLine({ occasion, today }: { occasion: OccasionView; today: string }) {
  const { id, kind, title, day, place, memberName } = occasion;
  return (
    <div className={css.line}>
      <div className={css.words}>
        <p className={css.name}>
          <Go to={`/touches/occasions/${id}`}>{title}</Go>
          {day !== null && day >= today && <Pill tone="due">{shortDay(day, today)}</Pill>}
        </p>
        <p className={css.soft}>
          {[
            kind === "article" ? "Article" : day !== null && day < today ? shortDay(day, today) : "Event",
            place,
            memberName,
          ]
            .filter(Boolean)
            .join(", ")}
          {". "}
          {countsText(occasion)}
        </p>
      </div>
    </div>
  );
}

/** "Twelve chosen, ten sent, six coming." */
export function countsText({ kind, chosen, sent, coming, came }: OccasionView): string {
  if (chosen === 0) return "Nobody is chosen yet.";
  const parts = [`${chosen} chosen`, `${sent} sent`];
  if (kind === "event" && coming > 0) parts.push(`${coming} coming`);
  if (came > 0) parts.push(`${came} came`);
  return `${parts.join(", ")}.`;
}
