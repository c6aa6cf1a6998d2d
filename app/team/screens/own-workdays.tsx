import type { Weekday } from "#lib/kernel/weeks.ts";
import { write } from "#lib/web/api.ts";
import { CheckField } from "#lib/web/choice-fields.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { SomeOfField } from "#lib/web/some-of-field.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { MemberView } from "../member-view.ts";
import type { WorkspaceView } from "../workspace-view.ts";
import { textsOf, weekdayOptions, weekdaysFrom } from "./weekdays.ts";

/** Which weekdays a member works: as everybody, or their own. A press saves. */
export function OwnWorkdays({ memberId }: { memberId: string }) {
  const say = useUndo();
  const workspace = useRead<WorkspaceView>("/workspace");
  const member = useRead<MemberView>(`/members/${memberId}`);
  const change = useWrite(
    (workdays: readonly Weekday[] | null, gesture) =>
      write<MemberView>("PATCH", `/members/${memberId}`, { workdays }, gesture),
    { refresh: ["/members", "/referrals", "/duties"] },
  );
  if (workspace.data === undefined || member.data === undefined) return <Loading lines={1} />;
  const before = member.data.workdays;
  const save = async (wanted: readonly Weekday[] | null) => {
    await change.sendNow(wanted);
    say("The workdays are changed.", () => change.sendNow(before));
  };
  const send = (wanted: readonly Weekday[] | null) => void save(wanted).catch(() => undefined);
  return (
    <>
      <CheckField
        label="Works on the same days as everybody"
        name="same"
        value={before === null}
        onChange={(same) => send(same ? null : (workspace.data?.workdays ?? null))}
      />
      {before !== null && (
        <SomeOfField
          label="Own workdays"
          name="workdays"
          value={textsOf(before)}
          options={weekdayOptions(workspace.data.calendar.firstDay)}
          onChange={(texts) => send(weekdaysFrom(texts))}
        />
      )}
      <FormError problem={change.problem} />
    </>
  );
}
