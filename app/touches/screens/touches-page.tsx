import { GoButton } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { maybeOneOf, oneOf, text } from "#lib/web/filters.ts";
import { useFilters } from "#lib/web/go.tsx";
import type { Page } from "#lib/kernel/page.ts";
import { Loading } from "#lib/web/loading.tsx";
import { LongList } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead, useReadAll } from "#lib/web/queries.ts";
import { capital, countedIn } from "#lib/web/words.ts";
import type { Me } from "#team/me-view.ts";
import type { MemberView } from "#team/member-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { TeamView } from "#team/team-view.ts";
import { GROUPS, GROUP_WORDS } from "../rhythm.ts";
import type { SilenceView } from "../touch-view.ts";
import { SilenceLine } from "./silence-line.tsx";
import { silentHeading } from "./touch-words.ts";
import css from "./touches.module.css";

const FILTERS = { stage: oneOf("silent", "coming", "in-peace"), of: text(), group: maybeOneOf(...GROUPS) };
const STAGES = [
  { value: "silent", label: "Have not heard from us" },
  { value: "coming", label: "Due within two weeks" },
  { value: "in-peace", label: "Left in peace" },
] as const;

/** The heading counts what the list shows first: asked for alike, the two are answered once. */
const PAGE = 100;

/** Who has not heard from us, whoever waited longest first. */
export function TouchesPage() {
  const me = useMe();
  return me === undefined ? <Loading /> : <Touches me={me} />;
}

function Touches({ me }: { me: Me }) {
  const [filters, setFilters] = useFilters(FILTERS);
  const { stage, of, group } = filters;
  const query = { stage, group, ...whose(of, me) };
  const silent = useRead<Page<SilenceView>>(
    "/silences",
    { ...query, stage: "silent", limit: PAGE },
    { keep: true },
  );
  return (
    <>
      <PageHeading
        action={
          <div className={css.acts}>
            <GoButton to="/touches/cards">Write cards</GoButton>
            <GoButton to="/touches/occasions">Events and articles</GoButton>
            <GoButton to="/account-reviews">Account reviews</GoButton>
          </div>
        }
        below="Any real contact moves the clock, wherever it is written down: an ask, a meeting, a gift, an introduction, a word of thanks."
      >
        {headingOf(silent.data, of)}
      </PageHeading>
      <div className={css.filters}>
        <ChoiceField
          label="Who"
          name="stage"
          value={stage}
          options={STAGES}
          onChange={(next) => setFilters({ stage: next })}
        />
        <OfWhom me={me} value={of} onChange={(next) => setFilters({ of: next })} />
        <ChoiceField
          label="Kind of person"
          name="group"
          value={group ?? ""}
          options={[
            { value: "", label: "All" },
            ...GROUPS.map((each) => ({ value: each, label: capital(GROUP_WORDS[each]) })),
          ]}
          onChange={(next) => setFilters({ group: GROUPS.find((each) => each === next) })}
        />
      </div>
      <Card>
        <LongList<SilenceView>
          label="People"
          path="/silences"
          query={{ ...query, limit: PAGE }}
          rowKey={({ personId }) => personId}
          empty={<Nobody stage={stage} />}
          render={(silence) => <SilenceLine silence={silence} me={me} named={of !== ""} />}
        />
      </Card>
    </>
  );
}

/** Oneself, everybody, a team, another, or those whom nobody looks after. */
function OfWhom({ me, value, onChange }: { me: Me; value: string; onChange: (value: string) => void }) {
  const members = useReadAll<MemberView>("/members").data ?? [];
  const teams = useReadAll<TeamView>("/teams").data ?? [];
  const options = [
    { value: "", label: "Me" },
    { value: "all", label: "Everybody" },
    { value: "nobody", label: "Nobody" },
    ...teams.map(({ id, name }) => ({ value: `team-${id}`, label: `Team ${name}` })),
    ...members.filter(({ id }) => id !== me.member.id).map(({ id, name }) => ({ value: id, label: name })),
  ];
  const known = options.some((option) => option.value === value);
  return (
    <ChoiceField
      label="Looked after by"
      name="of"
      value={value}
      options={known ? options : [...options, { value, label: "…" }]}
      onChange={onChange}
    />
  );
}

function whose(of: string, me: Me): { member?: string; team?: string; nobodys?: boolean } {
  if (of === "") return { member: me.member.id };
  if (of === "all") return {};
  if (of === "nobody") return { nobodys: true };
  return of.startsWith("team-") ? { team: of.slice("team-".length) } : { member: of };
}

function headingOf(silent: Page<SilenceView> | undefined, of: string): string {
  if (silent === undefined) return "Who has not heard from us";
  if (silent.items.length === 0) return "Everybody has heard from us";
  return silentHeading(capital(countedIn(silent, "person", "people")), of === "");
}

function Nobody({ stage }: { stage: string }) {
  if (stage === "in-peace")
    return <Empty>Nobody is left in peace. “Not now” on a person puts them here for a while.</Empty>;
  if (stage === "coming") return <Empty>Nobody comes due within two weeks.</Empty>;
  return (
    <Empty action={<GoButton to="/settings/rhythms">Look at the rhythms</GoButton>}>
      Whoever is in a rhythm has heard from us in time. People forget us if they do not hear from us.
    </Empty>
  );
}
