import { Card, Column, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { GoButton } from "#lib/web/button.tsx";
import { oneOf } from "#lib/web/filters.ts";
import { useFilters } from "#lib/web/go.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital, counted } from "#lib/web/words.ts";
import type { Me } from "#team/me-view.ts";
import { useMe, useNow } from "#team/screens/use-me.ts";
import { inGroups, isMissed, MISSED_AFTER_DAYS, type DutyGroup } from "../duty-group.ts";
import type { DutyView } from "../duty-view.ts";
import { GiftsWaiting } from "./gifts-waiting.tsx";
import { OwedLine } from "./owed-line.tsx";
import css from "./owed-page.module.css";

const FILTERS = { whose: oneOf("mine", "everybody") };

/** All that is owed to sources: late first, then by its time. */
export function OwedPage() {
  const me = useMe();
  return me === undefined ? <Loading /> : <OwedTo me={me} />;
}

function OwedTo({ me }: { me: Me }) {
  const [{ whose }, setFilters] = useFilters(FILTERS);
  const mine = whose === "mine";
  const now = useNow();
  const found = useRead<{ items: DutyView[] }>("/duties", {
    ...(mine && { responsible: me.member.id, elsewhere: true }),
  });
  if (found.problem) return <Trouble problem={found.problem} again={found.again} />;
  if (found.data === undefined) return <Loading />;
  // Whoever answers an introduction of their own has it on Today, and on its page.
  const owed = found.data.items.filter(
    ({ kind, responsible }) => kind !== "respond" || responsible.because !== "rep",
  );
  const elsewhere = mine ? owed.filter(({ responsible }) => responsible.id !== me.member.id) : [];
  const here = owed.filter((duty) => !elsewhere.includes(duty));
  const missed = inGroups(here.filter((duty) => isMissed(duty, now)));
  const groups = inGroups(here.filter((duty) => !isMissed(duty, now)));
  const late = groups.filter(({ first }) => first.state === "late");
  const open = groups.filter(({ first }) => first.state === "open");
  const heading =
    late.length > 0
      ? `${capital(counted(sourcesOf(late), "source waits", "sources wait"))} longer than promised`
      : open.length > 0
        ? `${capital(counted(sourcesOf(open), "source", "sources"))} to thank or to tell`
        : "Nobody waits to hear from us";
  return (
    <Column>
      <PageHeading
        action={<GoButton to="/gifts">Gifts</GoButton>}
        below="Who introduces us hears from us: thanks in two days, what came of it in thirty, and at the close."
      >
        {heading}
      </PageHeading>
      <GiftsWaiting me={me} />
      <ChoiceField
        label="Whose"
        name="whose"
        value={whose}
        options={[
          { value: "mine", label: "What I see to" },
          { value: "everybody", label: "Everybody's" },
        ]}
        onChange={(next) => setFilters({ whose: next })}
      />
      <Elsewhere duties={elsewhere} />
      {late.length + open.length + elsewhere.length === 0 && (
        <Empty action={<GoButton to="/referrals">Look at introductions</GoButton>}>
          Every source has been thanked and told. The next introduction starts its clocks by itself.
        </Empty>
      )}
      <Groups title="Late" groups={late} me={me} named={!mine} />
      <Groups title="Owed" groups={open} me={me} named={!mine} />
      {missed.length > 0 && (
        <details>
          <summary className={css.more}>
            {capital(counted(sourcesOf(missed), "source was", "sources were"))} not thanked or told, more than{" "}
            {MISSED_AFTER_DAYS} days ago
          </summary>
          <Groups title="Missed" groups={missed} me={me} named={!mine} />
        </details>
      )}
    </Column>
  );
}

/** What colleagues see to in one's place, so that nothing looks done that is not. */
function Elsewhere({ duties }: { duties: readonly DutyView[] }) {
  const by = Map.groupBy(duties, ({ responsible }) => responsible.name);
  return [...by].map(([name, theirs]) => (
    <p key={name}>
      {name} sees to what you owe{" "}
      {counted(new Set(theirs.map(({ sourceId }) => sourceId)).size, "source", "sources")}
      {theirs.some(({ responsible }) => responsible.because === "stands-in") ? " while you are away." : "."}
    </p>
  ));
}

function sourcesOf(groups: readonly DutyGroup<DutyView>[]): number {
  return new Set(groups.map(({ first }) => first.sourceId)).size;
}

interface GroupsProps {
  title: string;
  groups: readonly DutyGroup<DutyView>[];
  me: Me;
  /** Whether it is said who sees to each. */
  named: boolean;
}

function Groups({ title, groups, me, named }: GroupsProps) {
  if (groups.length === 0) return null;
  return (
    <Section title={title}>
      <Card>
        <ul className={css.lines}>
          {groups.map((group) => (
            <li key={group.id} className={css.line}>
              {named && <p className={css.soft}>{group.first.responsible.name}</p>}
              <OwedLine group={group} me={me} />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
