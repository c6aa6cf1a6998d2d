import { useState } from "react";
import type { AccountView } from "#accounts/account-view.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { IssueView } from "../standing-view.ts";
import { IssueSheet, OpenIssue } from "./issue-sheet.tsx";
import css from "./lines.module.css";

/** First on an account's page: why nobody there is asked now. Nothing while no issue is open. */
export function OpenIssues({ id }: { id: string }) {
  const me = useMe();
  const { account, open } = useAccountIssues(id);
  if (me === undefined || account === undefined) return null;
  return open.map((issue) => (
    <Card key={issue.id} title={`Nobody at ${account.name} is asked while this is open`}>
      <OpenIssue issue={issue} holderIds={holdersOf(account)} me={me} />
    </Card>
  ));
}

/** Further down, where they are clients: the way to say that they are unhappy. */
export function RaiseIssue({ id }: { id: string }) {
  const me = useMe();
  const [raising, setRaising] = useState(false);
  const { account, open } = useAccountIssues(id);
  const close = () => setRaising(false);
  if (me === undefined || account === undefined || !HAPPY_KINDS.has(account.kind)) return null;
  return (
    <Section
      title="Are they happy?"
      aside={
        <Button tone="quiet" onClick={() => setRaising(true)}>
          Raise an issue
        </Button>
      }
    >
      <p className={css.soft}>
        {open.length === 0
          ? "No serious issue is open. While one is, nobody there is asked for an introduction."
          : "A serious issue is open."}
      </p>
      <Sheet title={`What is wrong at ${account.name}?`} opened={raising} onClose={close}>
        <IssueSheet
          path={`/accounts/${id}`}
          issues={[]}
          holderIds={holdersOf(account)}
          me={me}
          onDone={close}
        />
      </Sheet>
    </Section>
  );
}

const HAPPY_KINDS: ReadonlySet<AccountView["kind"]> = new Set(["client", "former-client", "partner"]);

function useAccountIssues(id: string): { account: AccountView | undefined; open: IssueView[] } {
  const account = useRead<AccountView>(`/accounts/${id}`).data;
  const issues = useRead<{ items: IssueView[] }>(`/accounts/${id}/issues`).data?.items ?? [];
  return { account, open: issues.filter((issue) => issue.settledOn === null) };
}

function holdersOf({ holderId }: AccountView): string[] {
  return holderId === null ? [] : [holderId];
}
