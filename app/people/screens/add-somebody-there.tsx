import { useState } from "react";
import type { AccountView } from "#accounts/account-view.ts";
import { Button } from "#lib/web/button.tsx";
import { useGo } from "#lib/web/go.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { AddPersonForm } from "./person-form.tsx";

/** On an account's page: the way to write down somebody who works there. Who is known there stands in the coverage. */
export function AddSomebodyThere({ id }: { id: string }) {
  const [adding, setAdding] = useState(false);
  const go = useGo();
  const account = useRead<AccountView>(`/accounts/${id}`).data;
  return (
    <div>
      <Button onClick={() => setAdding(true)}>Add somebody there</Button>
      <Sheet title="Add somebody there" opened={adding} onClose={() => setAdding(false)}>
        <AddPersonForm
          at={account && { id: account.id, label: account.name }}
          onAdded={(person) => go(`/people/${person.id}`)}
        />
      </Sheet>
    </div>
  );
}
