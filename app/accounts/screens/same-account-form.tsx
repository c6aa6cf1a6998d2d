import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Form } from "#lib/web/form.tsx";
import type { Choice } from "#lib/web/picker.tsx";
import type { AccountView } from "../account-view.ts";
import { AccountPicker } from "./account-picker.tsx";
import { useMergeAccounts } from "./use-account-writes.ts";

/** For two records of one company that nothing gave away: choose the other one. */
export function SameAccountForm({ account, onDone }: { account: AccountView; onDone: () => void }) {
  const [other, setOther] = useState<Choice | null>(null);
  const merge = useMergeAccounts(account, onDone);
  return (
    <Form
      problem={merge.problem}
      onSubmit={() => other && merge.send(other.id)}
      actions={
        <Button submit tone="primary" busy={merge.busy} disabled={other === null}>
          Make them one
        </Button>
      }
    >
      <AccountPicker
        label="The other one"
        name="mergedId"
        hint={`Its people and its history come to ${account.name}. It can be taken back.`}
        without={account.id}
        mayAdd={false}
        value={other}
        onChange={setOther}
      />
    </Form>
  );
}
