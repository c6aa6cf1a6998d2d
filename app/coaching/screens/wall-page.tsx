import { useState } from "react";
import { dayText, shortDay } from "#lib/kernel/day-words.ts";
import { addDays } from "#lib/kernel/days.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Column, Quote } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { day, text } from "#lib/web/filters.ts";
import { useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { SaidLine } from "#people/screens/timeline.tsx";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { milestoneText } from "../milestone.ts";
import type { WallItemView, WallView } from "../praise-view.ts";
import { CoachingTabs } from "./coaching-tabs.tsx";
import { OwnPraise, PraiseButton } from "./praise-button.tsx";
import { PraiseSheet } from "./praise-sheet.tsx";
import { EVERYBODY, teamQuery, WallLinks, WhoseField } from "./wall-team.tsx";
import { wallHeading } from "./wall-words.ts";
import css from "./praise.module.css";

const FILTERS = { team: text(), to: day() };

/** What colleagues were praised for, and what they reached, the latest first. */
export function WallPage() {
  const me = useMe();
  return me === undefined ? <Loading /> : <Wall me={me} />;
}

function Wall({ me }: { me: Me }) {
  const [{ team, to }, change] = useFilters(FILTERS);
  const [opened, setOpened] = useState(false);
  const whose = team === "" ? EVERYBODY : team;
  const wall = useRead<WallView>(
    "/wall",
    { ...teamQuery(whose), ...(to === undefined ? {} : { to }) },
    { keep: true },
  );
  if (wall.problem) return <Trouble problem={wall.problem} again={wall.again} />;
  if (wall.data === undefined) return <Loading />;
  const { from, to: last, items, more } = wall.data;
  return (
    <Column>
      <CoachingTabs />
      <PageHeading
        below={`${dayText(from, me.today)} to ${last === me.today ? "today" : dayText(last, me.today)}. Milestones come by themselves, and go when their fact is taken back.`}
        action={
          <Button tone="primary" onClick={() => setOpened(true)}>
            Praise a colleague
          </Button>
        }
      >
        {wallHeading(wall.data)}
      </PageHeading>
      <WallLinks open="wall" />
      <WhoseField value={whose} onChange={(teamId) => change({ team: teamId === EVERYBODY ? "" : teamId })} />
      {items.length === 0 ? (
        <Empty action={<Button onClick={() => setOpened(true)}>Praise a colleague</Button>}>
          Praise is for something somebody did: an ask, an introduction, a promise kept. It takes two taps.
        </Empty>
      ) : (
        <ul className={css.wall}>
          {items.map((item) => (
            <li key={item.key}>
              {item.praise !== null ? <Praised item={item} me={me} /> : <Reached item={item} me={me} />}
            </li>
          ))}
        </ul>
      )}
      <div className={css.acts}>
        {more && <Button onClick={() => change({ to: addDays(from, -1) })}>Earlier</Button>}
        {last < me.today && (
          <GoButton to={whose === EVERYBODY ? "/wall" : `/wall?team=${whose}`}>Today</GoButton>
        )}
      </div>
      <PraiseSheet me={me} opened={opened} onClose={() => setOpened(false)} />
    </Column>
  );
}

function Praised({ item: { praise, praiseId }, me }: { item: WallItemView; me: Me }) {
  if (praise === null) return null;
  const { by, to, words, fact, id, day: on } = praise;
  return (
    <Card
      title={
        <>
          {by.id === me.member.id ? "You" : by.name} praised {to.id === me.member.id ? "you" : to.name}
        </>
      }
      below={shortDay(on, me.today)}
    >
      {words !== null && (
        <Quote>
          <p className={css.written}>{words}</p>
        </Quote>
      )}
      {fact !== null && (
        <div className={words === null ? `${css.between} ${css.alone}` : css.between}>
          <p className={css.fact}>
            <SaidLine line={fact} me={me} />
            {fact.day !== on && `, ${shortDay(fact.day, me.today)}`}
          </p>
          {praiseId === id ? (
            <OwnPraise praiseId={id} factId={fact.id} words={words} />
          ) : (
            praiseId === null && to.id !== me.member.id && <PraiseButton factId={fact.id} toName={to.name} />
          )}
        </div>
      )}
    </Card>
  );
}

function Reached({ item: { milestone, praiseId }, me }: { item: WallItemView; me: Me }) {
  if (milestone === null) return null;
  const { member, fact, day: on } = milestone;
  const mine = member.id === me.member.id;
  return (
    <Card
      title={`${mine ? "You" : member.name} ${milestoneText(milestone)}`}
      below={shortDay(on, me.today)}
      aside={<Pill tone="good">milestone</Pill>}
    >
      {fact !== null && (
        <div className={`${css.between} ${css.alone}`}>
          <p className={css.fact}>
            <SaidLine line={fact} me={me} />
          </p>
          {!mine && praiseId === null && <PraiseButton factId={fact.id} toName={member.name} />}
          {praiseId !== null && <span className={css.soft}>You praised this</span>}
        </div>
      )}
    </Card>
  );
}
