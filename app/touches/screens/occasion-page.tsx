import { useState } from "react";
import { fullDay } from "#lib/kernel/day-words.ts";
import type { Page } from "#lib/kernel/page.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Column, Section } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { useGo, usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import type { PersonChoice } from "#people/screens/person-choice.ts";
import { PersonPicker } from "#people/screens/person-picker.tsx";
import { mayChangeFor } from "#team/member.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { OccasionView, OfferedView } from "../occasion-view.ts";
import type { SilenceView } from "../touch-view.ts";
import { OccasionForm } from "./occasion-form.tsx";
import { OfferCard } from "./offer-card.tsx";
import { LastWord } from "./silence-line.tsx";
import { countsText } from "./occasions-page.tsx";
import { OCCASION_READS, useChoose } from "./use-occasion-writes.ts";
import css from "./touches.module.css";

/** One event or article: for whom it is, in which words, and what came of it. */
export function OccasionPage() {
  const me = useMe();
  const id = usePathPart("occasionId");
  const occasion = useRead<OccasionView>(`/occasions/${id}`);
  const offers = useRead<{ items: OfferedView[] }>(`/occasions/${id}/offers`);
  const failed = [occasion, offers].find(({ problem }) => problem);
  if (failed?.problem) return <Trouble problem={failed.problem} again={failed.again} />;
  if (me === undefined || occasion.data === undefined || offers.data === undefined) return <Loading />;
  const { items } = offers.data;
  return (
    <Column>
      <Head occasion={occasion.data} me={me} />
      {items.length > 0 && (
        <Section title="For whom">
          {items.map((offer) => (
            <OfferCard key={offer.id} offer={offer} occasion={occasion.data as OccasionView} me={me} />
          ))}
        </Section>
      )}
      <ChooseWhom occasion={occasion.data} chosen={items.map(({ personId }) => personId)} me={me} />
    </Column>
  );
}

function Head({ occasion, me }: { occasion: OccasionView; me: Me }) {
  const go = useGo();
  const [changing, setChanging] = useState(false);
  const takeBack = useWrite(
    (_: undefined, gesture) => write("DELETE", `/occasions/${occasion.id}`, undefined, gesture),
    { refresh: OCCASION_READS, done: () => go("/touches/occasions") },
  );
  const { title, day, time, place, link, memberId, memberTeamId, sent } = occasion;
  const when = [day && fullDay(day, me.today), time, place].filter(Boolean).join(", ");
  const mine = mayChangeFor(me, { memberId, teamId: memberTeamId });
  return (
    <>
      <PageHeading
        below={
          <>
            {when !== "" && `${when}. `}
            {countsText(occasion)}
            {link !== null && (
              <>
                {" "}
                <a href={link} target="_blank" rel="noopener noreferrer">
                  Open the link
                </a>
              </>
            )}
          </>
        }
        action={
          mine && (
            <div className={css.acts}>
              <Button onClick={() => setChanging(true)}>Change it</Button>
              {sent === 0 && (
                <Button tone="quiet" busy={takeBack.busy} onClick={() => takeBack.send(undefined)}>
                  Take it back
                </Button>
              )}
            </div>
          )
        }
      >
        {title}
      </PageHeading>
      <FormError problem={takeBack.problem} />
      <Sheet title={title} opened={changing} onClose={() => setChanging(false)}>
        <OccasionForm
          occasion={occasion}
          kind={occasion.kind}
          today={me.today}
          onDone={() => setChanging(false)}
        />
      </Sheet>
    </>
  );
}

const SUGGESTED = 5;

/** One by one: by name, or from those who wait for a word of ours. */
function ChooseWhom({ occasion, chosen, me }: { occasion: OccasionView; chosen: readonly string[]; me: Me }) {
  const [picked, setPicked] = useState<PersonChoice | null>(null);
  const choose = useChoose(occasion.id, () => setPicked(null));
  const silent = useRead<Page<SilenceView>>("/silences", {
    stage: "silent",
    member: me.member.id,
    limit: SUGGESTED + 10,
  });
  const waiting = (silent.data?.items ?? [])
    .filter(({ personId }) => !chosen.includes(personId))
    .slice(0, SUGGESTED);
  return (
    <Card title="Choose whom it is for">
      <PersonPicker
        label="Person"
        name="personId"
        value={picked}
        without={chosen}
        mayAdd={false}
        onChange={(next) => {
          setPicked(next);
          if (next !== null) choose.send(next.id);
        }}
      />
      <FormError problem={choose.problem} />
      {waiting.length > 0 && (
        <>
          <p className={css.soft}>They have not heard from you for long:</p>
          <ul className={css.lines}>
            {waiting.map((silence) => (
              <li key={silence.personId}>
                <div className={css.line}>
                  <div className={css.words}>
                    <p className={css.name}>{silence.fullName}</p>
                    <p className={css.soft}>
                      {silence.accountName !== null && `${silence.accountName}. `}
                      <LastWord silence={silence} today={me.today} />
                    </p>
                  </div>
                  <Button
                    label={`Choose ${silence.fullName}`}
                    busy={choose.busy}
                    onClick={() => choose.send(silence.personId)}
                  >
                    Choose
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
