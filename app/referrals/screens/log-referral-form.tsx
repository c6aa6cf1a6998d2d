import { useState } from "react";
import { AccountPicker } from "#accounts/screens/account-picker.tsx";
import type { AskLine } from "#asks/ask-view.ts";
import { askText } from "#asks/screens/ask-words.ts";
import { findPeople } from "#people/screens/find-people.ts";
import { ForMember } from "#team/screens/for-member.tsx";
import { linesOf } from "#people/screens/reach.ts";
import { RecentPeople } from "#people/screens/recent-people.tsx";
import { PersonPicker } from "#people/screens/person-picker.tsx";
import type { PersonChoice } from "#people/screens/person-choice.ts";
import type { Me } from "#team/me-view.ts";
import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";
import type { Page } from "#lib/kernel/page.ts";
import { Button } from "#lib/web/button.tsx";
import { ChoiceField, DayField, LongTextField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft, type Draft, useStaysToday } from "#lib/web/form.tsx";
import { Picker, type Choice } from "#lib/web/picker.tsx";
import { useRead } from "#lib/web/queries.ts";
import { whenText } from "#lib/kernel/day-words.ts";
import type { Level } from "../referral.ts";
import type { ReferralView } from "../referral-view.ts";
import { callName } from "#people/call-name.ts";
import { LevelField } from "./level-field.tsx";
import { useLogReferral } from "./use-referral-writes.ts";
import css from "./log-referral-form.module.css";

/** Somebody whom a page knows already. */
export type Known = Pick<PersonChoice, "id" | "label">;

interface Introduction {
  source: Known | null;
  contact: Choice | null;
  title: string;
  account: Choice | null;
  phones: string;
  emails: string;
  level: Level | null;
  day: string;
  /** Null: as it is proposed. "": unprompted. */
  askId: string | null;
  reason: string;
  howKnown: string;
  note: string;
  memberId: string;
}

interface LogReferralFormProps {
  me: Me;
  source?: Known | undefined;
  contact?: Known | undefined;
  /** The ask it came of, where that is known; then its source is. */
  askId?: string;
  memberId?: string;
  onLogged: (referral: ReferralView) => void;
  /** There is no network: it waits on this device. */
  onKept: () => void;
  /** For leaving it until later. */
  onLater?: () => void;
}

/** Who introduced whom, and what they did for it. */
export function LogReferralForm({
  me,
  source,
  contact,
  askId,
  memberId,
  onLogged,
  onKept,
  onLater,
}: LogReferralFormProps) {
  const draft = useDraft<Introduction>({
    source: source ?? null,
    contact: contact ?? null,
    title: "",
    account: null,
    phones: "",
    emails: "",
    level: null,
    day: me.today,
    askId: askId ?? null,
    reason: "",
    howKnown: "",
    note: "",
    memberId: memberId ?? me.member.id,
  });
  useStaysToday(draft.value.day, me.today, (day) => draft.set({ day }));
  const [refused, setRefused] = useState<{ reason: string; field: string } | null>(null);
  const log = useLogReferral(onLogged, onKept);
  const { value } = draft;
  const asks = useRead<Page<AskLine>>(value.source === null ? undefined : "/asks", {
    source: value.source?.id,
    member: value.memberId,
    limit: 10,
  });
  const theirs = asks.data?.items ?? [];
  const cause = value.askId ?? proposedAsk(theirs, me.today);
  const save = () => {
    const missing = missingIn(value);
    setRefused(missing);
    if (missing === null) log.send(bodyOf(value, cause));
  };
  return (
    <Form
      problem={refused ?? log.problem}
      onSubmit={save}
      actions={
        <>
          <Button submit tone="primary" busy={log.busy}>
            Save
          </Button>
          {onLater !== undefined && (
            <Button tone="quiet" onClick={onLater}>
              Later
            </Button>
          )}
        </>
      }
    >
      {source === undefined && (
        <PersonPicker
          label="Who introduced you?"
          name="sourceId"
          value={value.source as PersonChoice | null}
          onChange={(person) => draft.set({ source: person })}
          autoFocus
        />
      )}
      {value.source === null ? (
        <RecentPeople onChoose={(person) => draft.set({ source: person })} />
      ) : (
        <>
          {contact === undefined && <Contact draft={draft} sourceId={value.source.id} />}
          <LevelField
            source={callName(value.source.label)}
            contact={value.contact === null ? "them" : callName(value.contact.label)}
            value={value.level}
            onChange={(level) => draft.set({ level })}
          />
          <More draft={draft} me={me} asks={theirs} cause={cause} fixed={askId !== undefined} />
        </>
      )}
    </Form>
  );
}

function Contact({ draft, sourceId }: { draft: Draft<Introduction>; sourceId: string }) {
  const { contact } = draft.value;
  const isNew = contact?.id === NEW;
  return (
    <>
      <Picker
        label="To whom?"
        name="contactId"
        placeholder="A name"
        value={contact}
        find={async (q, signal) => (await findPeople(q, signal)).filter(({ id }) => id !== sourceId)}
        create={{
          label: (typed) => `Write down “${typed}”`,
          run: (typed) => ({ id: NEW, label: typed, hint: "new" }),
        }}
        onChange={(chosen) => draft.set({ contact: chosen })}
        autoFocus
      />
      {isNew && (
        <div className={css.pair}>
          <AccountPicker
            label="Company"
            {...draft.field("account")}
            name="accountId"
            byName={(name) => ({ id: NEW, label: name, hint: "new" })}
          />
          <TextField label="Title" {...draft.field("title")} />
          <TextField label="Phone" kind="tel" {...draft.field("phones")} />
          <TextField label="E-mail" kind="email" {...draft.field("emails")} />
        </div>
      )}
    </>
  );
}

interface MoreProps {
  draft: Draft<Introduction>;
  me: Me;
  /** The asks it may have come of. */
  asks: readonly AskLine[];
  /** The one it came of, "" for none. */
  cause: string;
  /** Whether that is known for sure. */
  fixed: boolean;
}

/** One quiet line of what is assumed, and the fields behind it. */
function More({ draft, me, asks, cause, fixed }: MoreProps) {
  const [opened, setOpened] = useState(false);
  if (!opened)
    return (
      <button type="button" className={css.more} aria-expanded={false} onClick={() => setOpened(true)}>
        <span>
          {whenText(draft.value.day, me.today)}
          {cause === "" ? ", unprompted" : ", because you asked"}
        </span>
        <span className={css.change}>Change or add why</span>
      </button>
    );
  return (
    <>
      <DayField
        label="Day"
        {...draft.field("day")}
        latest={me.today}
        quick={[
          { label: "Today", day: me.today },
          { label: "Yesterday", day: addDays(me.today, -1) },
        ]}
      />
      {!fixed && asks.length > 0 && (
        <ChoiceField
          label="Did you ask for it?"
          name="askId"
          value={cause}
          onChange={(askId) => draft.set({ askId })}
          options={[
            { value: "", label: "No, it came unprompted" },
            ...asks.map((ask) => ({ value: ask.id, label: `Asked ${askText(ask, me.today)}` })),
          ]}
        />
      )}
      <TextField
        label="Business reason"
        hint="One sentence: why should they take the meeting?"
        {...draft.field("reason")}
      />
      <TextField
        label="How do they know each other?"
        hint="One line, for the brief before you meet."
        {...draft.field("howKnown")}
      />
      <LongTextField label="Note" lines={2} hint="Your colleagues can read it." {...draft.field("note")} />
      {!fixed && (
        <ForMember
          me={me}
          label="Who was introduced"
          name="memberId"
          value={draft.value.memberId}
          onChange={(memberId) => draft.set({ memberId, askId: null })}
        />
      )}
    </>
  );
}

/** Stands for the id of somebody, or of a company, that is only written down with what is saved. */
const NEW = "new";

function missingIn({ source, contact, level }: Introduction): { reason: string; field: string } | null {
  if (source === null) return { reason: "Say who introduced you.", field: "sourceId" };
  if (contact === null) return { reason: "Say to whom: a name is enough.", field: "contactId" };
  if (level === null) return { reason: "Say what they did. It decides whether it counts.", field: "level" };
  return null;
}

function bodyOf(value: Introduction, askId: string) {
  const { source, contact, level, day, memberId } = value;
  if (source === null || contact === null || level === null) throw new Error("checked before by missingIn");
  const title = value.title.trim();
  const fresh = {
    fullName: contact.label,
    ...(title !== "" && { title }),
    ...(value.account !== null &&
      (value.account.id === NEW ? { accountName: value.account.label } : { accountId: value.account.id })),
    ...(value.phones.trim() !== "" && { phones: linesOf(value.phones) }),
    ...(value.emails.trim() !== "" && { emails: linesOf(value.emails) }),
  };
  return {
    sourceId: source.id,
    contactName: contact.label,
    ...(contact.id === NEW ? { contact: fresh } : { contactId: contact.id }),
    level,
    day,
    memberId,
    ...(askId !== "" && { askId }),
    ...(value.reason.trim() !== "" && { reason: value.reason }),
    ...(value.howKnown.trim() !== "" && { howKnown: value.howKnown }),
    ...(value.note.trim() !== "" && { note: value.note }),
  };
}

/** The latest ask that may well have led to it. */
function proposedAsk(asks: readonly AskLine[], today: Day): string {
  const likely = asks.find((ask) => ask.open || ask.outcome === "named-someone");
  return likely !== undefined && daysBetween(likely.lastDay, today) <= LIKELY_DAYS ? likely.id : "";
}

const LIKELY_DAYS = 90;
