import { AREAS } from "../alignment.ts";
import { GoButton } from "#lib/web/button.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { oneOf, text } from "#lib/web/filters.ts";
import { useFilters } from "#lib/web/go.tsx";
import { Parts } from "#lib/web/parts.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { capital, counted } from "#lib/web/words.ts";
import { periodText } from "#scorecard/screens/period-words.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { AlignmentSection } from "./alignment-section.tsx";
import { LeadingAnswers, useLeading, type Chosen } from "./leading-answers.tsx";
import { PriorityCard } from "./priority-card.tsx";
import { ProgrammeTabs } from "./programme-tabs.tsx";
import { RollOutCard } from "./roll-out-card.tsx";
import css from "./priority.module.css";

const ALL_AREAS = "all";
const programmeFilters = { month: oneOf("last", "this"), team: text(), area: text() };

/** What comes first, what follows it, how far it is; at the head a leader's three answers. */
export function ProgrammePage() {
  const me = useMe();
  if (me === undefined) return <Loading lines={8} />;
  return <Programme me={me} />;
}

function Programme({ me }: { me: Me }) {
  const [{ month, team, area }, setFilters] = useFilters(programmeFilters);
  const leads = me.member.role === "leader" || (me.member.role === "manager" && me.leads.length > 0);
  const chosen: Chosen = { month, team };
  const opened = AREAS.find((each) => each === area) ?? "";
  // Whoever comes for the areas finds them first.
  const areasFirst = area === ALL_AREAS;
  const areas = <AlignmentSection me={me} opened={opened} onOpen={(one) => setFilters({ area: one })} />;
  return (
    <div className={css.page}>
      <ProgrammeTabs />
      {me.workspace.story === "demo" && <Parts on="programme first" id={me.member.id} seldom />}
      {leads ? (
        <>
          <LeadingHeading me={me} chosen={chosen} />
          {areasFirst && areas}
          <LeadingAnswers me={me} chosen={chosen} onChoose={setFilters} />
        </>
      ) : (
        <>
          <PageHeading>Asking comes first here</PageHeading>
          {areasFirst && areas}
        </>
      )}
      <div className={css.sides}>
        <PriorityCard me={me} />
        <RollOutCard me={me} />
      </div>
      {!areasFirst && areas}
    </div>
  );
}

function LeadingHeading({ me, chosen }: { me: Me; chosen: Chosen }) {
  const { data } = useLeading(chosen);
  const heading =
    data === undefined
      ? "The programme"
      : `${capital(counted(data.introductions.count, "introduction", "introductions"))} in ${periodText(data.month, me.workspace.calendar, me.today)}`;
  return (
    <PageHeading action={<GoButton to="/programme/barriers">What stands in the way</GoButton>}>
      {heading}
    </PageHeading>
  );
}
