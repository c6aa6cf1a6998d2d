import { useState } from "react";
import { write } from "#lib/web/api.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Column as Page } from "#lib/web/card.tsx";
import { CheckField } from "#lib/web/choice-fields.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { PillButton } from "#lib/web/pill.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { dayText } from "#lib/kernel/day-words.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { KeyView, MadeKey } from "../key-view.ts";
import { KEY_SCOPES, type KeyScope } from "../key.ts";
import css from "./keys-page.module.css";

const SCOPE_WORDS: Record<KeyScope, [label: string, hint: string]> = {
  read: ["Read", "Look at everything that you can see."],
  write: ["Write", "Log and change what you may change."],
  import: ["Import", "Bring files in."],
  admin: ["Settings", "Members, goals, settings and keys, as far as you may."],
};

/** Keys that let programs act as oneself. */
export function KeysPage() {
  const me = useMe();
  const keys = useRead<{ items: KeyView[] }>("/keys");
  const [making, setMaking] = useState(false);
  const add = (
    <Button tone="primary" onClick={() => setMaking(true)}>
      Make a key
    </Button>
  );
  return (
    <>
      <PageHeading
        below="A program that holds a key acts as you. Withdraw it when the program is gone."
        action={add}
      >
        API keys
      </PageHeading>
      {keys.problem && <Trouble problem={keys.problem} again={keys.again} />}
      {keys.loading && <Loading />}
      {keys.data?.items.length === 0 && (
        <Empty action={<GoButton to="/settings/api">Read about the API</GoButton>}>
          No keys yet. Make one for each program, so that each can be withdrawn alone.
        </Empty>
      )}
      {keys.data && keys.data.items.length > 0 && me && <KeyTable keys={keys.data.items} today={me.today} />}
      <Sheet title="A key for a program" opened={making} onClose={() => setMaking(false)}>
        <MakeKey close={() => setMaking(false)} />
      </Sheet>
    </>
  );
}

function KeyTable({ keys, today }: { keys: readonly KeyView[]; today: string }) {
  const say = useUndo();
  const withdraw = useWrite(
    (key: KeyView, gesture) => write("DELETE", `/keys/${key.id}`, undefined, gesture),
    {
      refresh: ["/keys"],
      done: (_answer, key) => say(`${key.name} opens nothing any more.`),
    },
  );
  const columns: Column<KeyView>[] = [
    { key: "name", head: "for", main: true, render: (key) => key.name },
    {
      key: "scopes",
      head: "may",
      render: (key) => key.scopes.map((scope) => SCOPE_WORDS[scope][0].toLowerCase()).join(", "),
    },
    { key: "end", head: "ends in", render: (key) => `… ${key.lastFour}` },
    { key: "used", head: "last used", render: (key) => (key.usedOn ? dayText(key.usedOn, today) : "never") },
    {
      key: "withdraw",
      head: "",
      spoken: "withdraw",
      render: (key) => (
        <PillButton label={`Withdraw ${key.name}`} onClick={() => withdraw.send(key)}>
          Withdraw
        </PillButton>
      ),
    },
  ];
  return <FactTable caption="API keys" columns={columns} rows={keys} rowKey={(key) => key.id} />;
}

function MakeKey({ close }: { close: () => void }) {
  const [made, setMade] = useState<MadeKey | null>(null);
  const draft = useDraft({ name: "", read: true, write: false, import: false, admin: false });
  const make = useWrite(
    (wanted: typeof draft.value, gesture) => {
      const scopes = KEY_SCOPES.filter((scope) => wanted[scope]);
      return write<MadeKey>("POST", "/keys", { name: wanted.name, scopes }, gesture);
    },
    { refresh: ["/keys"], done: setMade },
  );
  if (made) return <ShowOnce made={made} close={close} />;
  return (
    <Form
      problem={make.problem}
      onSubmit={() => make.send(draft.value)}
      actions={
        <Button submit tone="primary" busy={make.busy}>
          Make the key
        </Button>
      }
    >
      <TextField label="What is it for?" hint="The program's name, say." {...draft.field("name")} />
      {KEY_SCOPES.map((scope) => (
        <CheckField
          key={scope}
          label={SCOPE_WORDS[scope][0]}
          hint={SCOPE_WORDS[scope][1]}
          {...draft.field(scope)}
        />
      ))}
    </Form>
  );
}

function ShowOnce({ made, close }: { made: MadeKey; close: () => void }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(made.text);
    setCopied(true);
  };
  return (
    <Page>
      <Card
        title={made.name}
        below="Copy it now: it is shown this once and kept only as a hash."
        actions={
          <>
            <Button tone="primary" onClick={() => void copy()}>
              {copied ? "Copied" : "Copy"}
            </Button>
            <Button onClick={close}>I have it</Button>
          </>
        }
      >
        <code className={css.key}>{made.text}</code>
      </Card>
    </Page>
  );
}
