import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Page } from "#lib/kernel/page.ts";
import { Button } from "#lib/web/button.tsx";
import { CheckField } from "#lib/web/choice-fields.tsx";
import { ChoiceField, DayField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { useGo } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { shortDay } from "#lib/kernel/day-words.ts";
import type { MeetingView } from "#meetings/meeting-view.ts";
import type { PersonView } from "#people/person-view.ts";
import { usePlanReview } from "./use-account-review-writes.ts";
import css from "./account-review.module.css";

interface PlanProps {
  account: { id: string; name: string };
  /** Invited at first: whoever it was promised to. */
  personId: string | null;
  today: Day;
}

/** Plan a review: with whom, and when, or in which meeting. */
export function PlanReviewSheet({
  opened,
  onClose,
  ...plan
}: PlanProps & { opened: boolean; onClose: () => void }) {
  return (
    <Sheet title={`Review with ${plan.account.name}`} opened={opened} onClose={onClose}>
      {opened && <PlanReview {...plan} />}
    </Sheet>
  );
}

const SHOWN = 30;

function PlanReview({ account, personId, today }: PlanProps) {
  const people = useRead<Page<PersonView>>("/people", { account: account.id, limit: SHOWN });
  const meetings = useRead<Page<MeetingView>>("/meetings", {
    account: account.id,
    stage: "ahead",
    limit: 10,
  });
  const failed = [people, meetings].find(({ problem }) => problem);
  if (failed?.problem) return <Trouble problem={failed.problem} again={failed.again} />;
  if (people.data === undefined || meetings.data === undefined) return <Loading lines={4} />;
  return (
    <PlanForm
      account={account}
      people={people.data.items}
      meetings={meetings.data.items}
      personId={personId}
      today={today}
    />
  );
}

const A_WEEK = 7;

function PlanForm({
  account,
  people,
  meetings,
  personId,
  today,
}: PlanProps & { people: readonly PersonView[]; meetings: readonly MeetingView[] }) {
  const go = useGo();
  const known = people.some(({ id }) => id === personId) ? personId : (people[0]?.id ?? null);
  const draft = useDraft({
    personIds: known === null ? [] : [known],
    meetingId: "",
    day: addDays(today, A_WEEK),
    time: "",
  });
  const plan = usePlanReview(({ id }) => go(`/account-reviews/${id}`));
  const { personIds, meetingId, day, time } = draft.value;
  const inMeeting = meetingId !== "";
  if (people.length === 0)
    return <p>Nobody who works there is written down yet. Add somebody on the account’s page first.</p>;
  return (
    <Form
      problem={plan.problem}
      onSubmit={() =>
        plan.send({
          accountId: account.id,
          personIds,
          ...(inMeeting ? { meetingId } : { day, time: time.trim() || null }),
        })
      }
      actions={
        <Button submit tone="primary" busy={plan.busy} disabled={personIds.length === 0 && !inMeeting}>
          Plan it
        </Button>
      }
    >
      <fieldset className={css.people}>
        <legend>Who is invited</legend>
        {people.map(({ id, fullName, title }) => (
          <CheckField
            key={id}
            name={`invite-${id}`}
            label={fullName}
            {...(title !== null && { hint: title })}
            value={personIds.includes(id)}
            onChange={(on) =>
              draft.set({ personIds: on ? [...personIds, id] : personIds.filter((each) => each !== id) })
            }
          />
        ))}
      </fieldset>
      {meetings.length > 0 && (
        <ChoiceField
          label="In which meeting"
          options={[
            { value: "", label: "A new one" },
            ...meetings.map((meeting) => ({
              value: meeting.id,
              label: `${shortDay(meeting.day, today)} with ${meeting.personName}`,
            })),
          ]}
          {...draft.field("meetingId")}
        />
      )}
      {!inMeeting && (
        <div className={css.fields}>
          <DayField label="Day" {...draft.field("day")} />
          <TextField label="Time" hint="As 14:30; not needed." {...draft.field("time")} />
        </div>
      )}
    </Form>
  );
}
