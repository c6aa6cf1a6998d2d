import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { LongTextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { useGivePermit } from "./use-budget-writes.ts";
import css from "./may-be-asked.module.css";

/** Lets one rep ask one source once within two weeks; the reason is kept. No form of its own: it stands inside others. */
export function PermitForm({
  personId,
  memberId,
  onDone,
}: {
  personId: string;
  memberId: string;
  onDone: () => void;
}) {
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
          disabled={reason.trim() === ""}
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
