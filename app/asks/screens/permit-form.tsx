import { useState } from "react";
import type { PersonView } from "#people/person-view.ts";
import type { StandingView } from "#people/standing-view.ts";
import type { Me } from "#team/me-view.ts";
import type { MemberView } from "#team/member-view.ts";
import { Button } from "#lib/web/button.tsx";
import { ChoiceField, LongTextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { useRead, useReadAll } from "#lib/web/queries.ts";
import { mayPermit } from "../permit.ts";
import { useGivePermit } from "./use-budget-writes.ts";
import css from "./may-be-asked.module.css";

interface PermitFormProps {
  personId: string;
  memberId: string;
  onDone: () => void;
}

/** Lets one rep ask one source once within two weeks; the reason is kept. No form of its own: it stands inside others. */
export function PermitForm({ personId, memberId, onDone }: PermitFormProps) {
  const [reason, setReason] = useState("");
  const give = useGivePermit(personId, onDone);
  return (
    <>
      <LongTextField
        label="Why may they be asked nevertheless?"
        name="permitReason"
        lines={2}
        hint="For one ask within two weeks. The reason stands in the load report."
        value={reason}
        onChange={setReason}
      />
      <FormError problem={give.problem} />
      <div className={css.acts}>
        <Button
          tone="primary"
          busy={give.busy}
          disabled={memberId === "" || reason.trim() === ""}
          onClick={() => give.send({ memberId, reason })}
        >
          Permit it
        </Button>
        <Button tone="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </>
  );
}

/** The same where nobody is about to ask: whom it lets is said first, the holder of the relationship until somebody else is. */
export function PermitSomebody({
  personId,
  me,
  onDone,
}: Pick<PermitFormProps, "personId" | "onDone"> & { me: Me }) {
  const [said, setSaid] = useState<string | null>(null);
  const person = useRead<PersonView>(`/people/${personId}`);
  const standing = useRead<StandingView>(`/people/${personId}/standing`);
  const members = useReadAll<MemberView>("/members");
  const approverId = standing.data?.preference?.approver?.id ?? null;
  const may = (members.data ?? []).filter(
    ({ state, teamId }) => state !== "left" && mayPermit(me, { teamId }, approverId),
  );
  const holder = may.find(({ id }) => id === person.data?.holderId && id !== me.member.id);
  const memberId = said ?? holder?.id ?? "";
  return (
    <>
      <ChoiceField
        label="Who may ask them?"
        name="memberId"
        value={memberId}
        onChange={setSaid}
        options={[
          ...(memberId === "" ? [{ value: "", label: "Choose" }] : []),
          ...may.map(({ id, name }) => ({ value: id, label: id === me.member.id ? `${name} (you)` : name })),
        ]}
      />
      <PermitForm personId={personId} memberId={memberId} onDone={onDone} />
    </>
  );
}
