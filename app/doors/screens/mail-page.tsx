import { useState } from "react";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Column, Section } from "#lib/web/card.tsx";
import { CheckField } from "#lib/web/choice-fields.tsx";
import { copyText } from "#lib/web/copy.ts";
import { Empty } from "#lib/web/empty.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { LongList } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { ArrivedMailView, MailDoorView, MailQuestionsView } from "../mail-view.ts";
import { MailLine } from "./mail-line.tsx";
import { useQuestionWrites } from "./use-mail-writes.ts";
import css from "./mail.module.css";

/** The member's own address for copies and forwarded mail, and what became of what came there. */
export function MailPage() {
  const me = useMe();
  const door = useRead<MailDoorView>("/mail-address");
  if (door.problem) return <Trouble problem={door.problem} again={door.again} />;
  if (door.data === undefined || me === undefined) return <Loading />;
  const { address } = door.data;
  return (
    <>
      <PageHeading below="Put your address in the blind copy of a mail to a client, or forward what they wrote. Askwell logs it with the people it knows.">
        Mail that logs itself
      </PageHeading>
      <Column>
        <Door door={door.data} />
        <Section title="Mail that came in">
          <Questions />
          <LongList<ArrivedMailView>
            label="Mail that came in"
            path="/arrived-mail"
            rowKey={({ id }) => id}
            empty={
              <Empty>
                <span className={css.breaks}>
                  {address === null
                    ? "Nothing came in yet."
                    : `Nothing came in yet. Put ${address} in the blind copy of your next mail.`}
                </span>
              </Empty>
            }
            render={(mail) => <MailLine mail={mail} me={me} />}
          />
        </Section>
      </Column>
    </>
  );
}

/** All that wait for a word, let be at once; a single one has its own button. */
function Questions() {
  const waiting = useRead<MailQuestionsView>("/mail-questions").data?.waiting ?? 0;
  const { letAllBe } = useQuestionWrites();
  if (waiting < 2) return null;
  return (
    <>
      <div className={css.acts}>
        <Button busy={letAllBe.busy} onClick={() => letAllBe.send(undefined)}>
          Let all {waiting} questions be
        </Button>
      </div>
      <FormError problem={letAllBe.problem} />
    </>
  );
}

function Door({ door }: { door: MailDoorView }) {
  const say = useUndo();
  const [copied, setCopied] = useState(false);
  const renew = useWrite(
    (_: undefined, gesture) => write<MailDoorView>("POST", "/mail-address", {}, gesture),
    {
      refresh: ["/mail-address"],
      done: () => {
        setCopied(false);
        say(
          door.address === null
            ? "Here is your address."
            : "You have a new address; the one before takes no more mail.",
        );
      },
    },
  );
  const words = useWrite(
    (wanted: boolean, gesture) =>
      write<MailDoorView>("PUT", "/mail-address/words", { keeps: wanted }, gesture),
    { refresh: ["/mail-address", "/arrived-mail"] },
  );
  const { address, opens } = door;
  const [keeps, setKeeps] = useState(door.keepsWords);
  const keepWords = (wanted: boolean) => {
    setKeeps(wanted);
    words.sendNow(wanted).catch(() => setKeeps(!wanted));
  };
  if (!opens)
    return (
      <Card title="Mail does not come in yet">
        <p>An administrator opens it: the guide for administrators says how, under “Mail that comes in”.</p>
      </Card>
    );
  if (address === null)
    return (
      <Card
        title="You have no address here yet"
        actions={
          <Button tone="primary" busy={renew.busy} onClick={() => renew.send(undefined)}>
            Give me an address
          </Button>
        }
      >
        <p>
          It is yours alone. Only mail that surely comes from you is acted on; anything else is put to you.
        </p>
        <FormError problem={renew.problem} />
      </Card>
    );
  const copy = async () => setCopied(await copyText(address));
  return (
    <Card
      title="Your address"
      below="Save it among your contacts as “Askwell”."
      actions={
        <>
          <Button tone="primary" onClick={() => void copy()}>
            {copied ? "Copied" : "Copy"}
          </Button>
          <Button tone="quiet" busy={renew.busy} onClick={() => renew.send(undefined)}>
            Take another address
          </Button>
        </>
      }
    >
      <code className={css.address}>{address}</code>
      <CheckField
        label="Keep the words of my mail"
        hint="Only you can read them, for three months. Switched off, they are gone."
        name="keepsWords"
        value={keeps}
        onChange={keepWords}
      />
      <FormError problem={renew.problem ?? words.problem} />
    </Card>
  );
}
