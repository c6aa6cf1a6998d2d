import { useState } from "react";
import type { Weekday } from "#lib/kernel/weeks.ts";
import { write } from "#lib/web/api.ts";
import { Card, Column } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { text } from "#lib/web/filters.ts";
import { useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { SomeOfField } from "#lib/web/some-of-field.tsx";
import { Toggle } from "#lib/web/toggle.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { mayKeepHolidays, yearsFrom } from "../holiday.ts";
import type { Me } from "../me-view.ts";
import type { MemberView } from "../member-view.ts";
import type { WorkspaceView } from "../workspace-view.ts";
import { Holidays } from "./holidays.tsx";
import { OwnWorkdays } from "./own-workdays.tsx";
import { useMe } from "./use-me.ts";
import { textsOf, weekdayOptions, weekdaysFrom } from "./weekdays.ts";

/** On which days clocks stand still: everybody's, or a member's own besides. */
export function DaysOffPage() {
  const me = useMe();
  const [{ of }] = useFilters({ of: text() });
  const workspace = useRead<WorkspaceView>("/workspace");
  const member = useRead<MemberView>(of === "" ? undefined : `/members/${of}`);
  const problem = workspace.problem ?? member.problem;
  if (problem)
    return <Trouble problem={problem} again={workspace.problem ? workspace.again : member.again} />;
  if (me === undefined || workspace.data === undefined) return <Loading />;
  if (of === "") return <Everybodys me={me} workspace={workspace.data} />;
  return member.data === undefined ? <Loading /> : <Members me={me} member={member.data} />;
}

function Everybodys({ me, workspace }: { me: Me; workspace: WorkspaceView }) {
  const may = mayKeepHolidays(me, null);
  return (
    <>
      <PageHeading
        below={
          may
            ? "Clocks stand still on days off: nothing is due on them."
            : "Clocks stand still on days off. A leader can change what stands here."
        }
      >
        When everybody works
      </PageHeading>
      <Column>
        <Card>
          <Workdays workspace={workspace} may={may} />
        </Card>
        <HolidaysByYear me={me} memberId={null} may={may} />
      </Column>
    </>
  );
}

function Members({ me, member }: { me: Me; member: MemberView }) {
  const may = mayKeepHolidays(me, { memberId: member.id, teamId: member.teamId });
  return (
    <>
      <PageHeading below="What differs from everybody's: other weekdays, the holidays of another country.">
        {member.id === me.member.id ? "When you work" : `When ${member.name} works`}
      </PageHeading>
      <Column>
        {may && (
          <Card>
            <OwnWorkdays memberId={member.id} />
          </Card>
        )}
        <HolidaysByYear me={me} memberId={member.id} may={may} />
      </Column>
    </>
  );
}

function Workdays({ workspace, may }: { workspace: WorkspaceView; may: boolean }) {
  const say = useUndo();
  const change = useWrite(
    (workdays: readonly Weekday[], gesture) => {
      const { slug: _slug, recount: _recount, ...settings } = workspace;
      return write<WorkspaceView>("PUT", "/workspace", { ...settings, workdays }, gesture);
    },
    { refresh: ["/workspace", "/referrals", "/duties"] },
  );
  const save = async (workdays: readonly Weekday[]) => {
    const before = workspace.workdays;
    await change.sendNow(workdays);
    say("The workdays are changed.", () => change.sendNow(before));
  };
  return (
    <>
      <SomeOfField
        label="Workdays"
        name="workdays"
        disabled={!may}
        value={textsOf(workspace.workdays)}
        options={weekdayOptions(workspace.calendar.firstDay)}
        onChange={(texts) => void save(weekdaysFrom(texts)).catch(() => undefined)}
      />
      <FormError problem={change.problem} />
    </>
  );
}

function HolidaysByYear({ me, memberId, may }: { me: Me; memberId: string | null; may: boolean }) {
  const { first, last } = yearsFrom(me.today);
  const [year, setYear] = useState(String(first));
  const years = Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
  return (
    <Holidays
      memberId={memberId}
      may={may}
      year={Number(year)}
      today={me.today}
      country={me.workspace.defaultCountry}
      years={
        <Toggle
          label="Year"
          value={year}
          options={years.map((each) => ({ value: each, label: each }))}
          onChange={setYear}
        />
      }
    />
  );
}
