import { useState } from "react";
import { mailAddress } from "#lib/kernel/mail-address.ts";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { copyText } from "#lib/web/copy.ts";
import { ChoiceField, LongTextField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { callName } from "#people/call-name.ts";
import { CARD_LANGUAGES, OCCASION_WORDS, OCCASIONS, type Occasion } from "../questionnaire.ts";
import { OPEN_DAYS } from "../report-card.ts";
import type { WholeCardView } from "../report-view.ts";
import { LANGUAGE_WORDS } from "./report-words.ts";
import { useMailCard, useSendCard } from "./use-report-writes.ts";
import css from "./reports.module.css";

interface SendCardProps {
  whom: { personId: string; personName: string };
  occasion?: Occasion;
  opened: boolean;
  onClose: () => void;
}

/** Makes a report card for one contact, and hands over its link: copied, or in a letter. */
export function SendCard({ whom, occasion = "half-yearly", opened, onClose }: SendCardProps) {
  const [card, setCard] = useState<WholeCardView | null>(null);
  const name = callName(whom.personName);
  const close = () => {
    setCard(null);
    onClose();
  };
  return (
    <Sheet title={`A report card for ${name}`} opened={opened} onClose={close}>
      {card === null ? (
        <MakeCard whom={whom} occasion={occasion} done={setCard} />
      ) : (
        <CardLink card={card} done={close} />
      )}
    </Sheet>
  );
}

const OPENS = [
  { value: "14", label: "Two weeks" },
  { value: String(OPEN_DAYS), label: "Two months" },
  { value: "180", label: "Half a year" },
];

function MakeCard({
  whom,
  occasion,
  done,
}: {
  whom: SendCardProps["whom"];
  occasion: Occasion;
  done: (card: WholeCardView) => void;
}) {
  const draft = useDraft<{ occasion: Occasion; language: "" | "en" | "de"; days: string }>({
    occasion,
    language: "",
    days: String(OPEN_DAYS),
  });
  const send = useSendCard(done);
  const { language, days, occasion: why } = draft.value;
  const wanted = {
    personId: whom.personId,
    occasion: why,
    days: Number(days),
    ...(language !== "" && { language }),
  };
  return (
    <Form
      problem={send.problem}
      onSubmit={() => send.send(wanted)}
      actions={
        <Button submit tone="primary" busy={send.busy}>
          Make the link
        </Button>
      }
    >
      <p>
        Two minutes on their phone, without signing in. Nothing goes out yet: you hand over the link yourself.
      </p>
      <ChoiceField
        label="What for"
        {...draft.field("occasion")}
        options={OCCASIONS.map((each) => ({ value: each, label: OCCASION_WORDS[each] }))}
      />
      <ChoiceField
        label="Language"
        {...draft.field("language")}
        options={[
          { value: "", label: "That of their country" },
          ...CARD_LANGUAGES.map((each) => ({ value: each, label: LANGUAGE_WORDS[each] })),
        ]}
      />
      <ChoiceField label="The link opens for" {...draft.field("days")} options={OPENS} />
    </Form>
  );
}

/** The link, to copy, or in a letter of one's own or from here. */
export function CardLink({ card, done }: { card: WholeCardView; done?: () => void }) {
  const [copied, setCopied] = useState<"not yet" | "copied" | "refused">("not yet");
  const [writing, setWriting] = useState(false);
  const { link, draft, mail } = card;
  if (link === null || draft === null) return null;
  const [first] = draft.to;
  const copy = async () => setCopied((await copyText(link)) ? "copied" : "refused");
  if (writing) {
    const back = () => setWriting(false);
    return <CardLetter card={card} draft={draft} sent={done ?? back} back={back} />;
  }
  return (
    <div className={css.stack}>
      <code className={css.link}>{link}</code>
      <div className={css.acts}>
        <Button tone="primary" onClick={() => void copy()}>
          {copied === "copied" ? "Copied ✓" : "Copy the link"}
        </Button>
        <LinkButton href={mailAddress(first === undefined ? [] : [first], draft.subject, draft.text)}>
          Open in my mail program
        </LinkButton>
        {mail && first !== undefined && <Button onClick={() => setWriting(true)}>Send it from here</Button>}
        <LinkButton href={link} tone="quiet" elsewhere>
          See it as they do
        </LinkButton>
        {done && (
          <Button tone="quiet" onClick={done}>
            Done
          </Button>
        )}
      </div>
      <p role="status" className={css.soft}>
        {copied === "refused"
          ? "This browser does not let us copy. Mark the link and copy it by hand."
          : "It is theirs alone, and answered once."}
      </p>
    </div>
  );
}

/** Looked over before it leaves. */
function CardLetter({
  card,
  draft: written,
  sent,
  back,
}: {
  card: WholeCardView;
  draft: NonNullable<WholeCardView["draft"]>;
  sent: () => void;
  back: () => void;
}) {
  const draft = useDraft({ to: written.to[0] ?? "", subject: written.subject, text: written.text });
  const mail = useMailCard(card, sent);
  return (
    <Form
      problem={mail.problem}
      onSubmit={() => mail.send(draft.value)}
      actions={
        <>
          <Button submit tone="primary" busy={mail.busy}>
            Send it
          </Button>
          <Button tone="quiet" onClick={back}>
            Not now
          </Button>
        </>
      }
    >
      <ChoiceField
        label="To"
        {...draft.field("to")}
        options={written.to.map((each) => ({ value: each, label: each }))}
      />
      <TextField label="Subject" {...draft.field("subject")} />
      <LongTextField
        label="Letter"
        lines={10}
        hint="The link has to stay in it. Answers go to your own address."
        {...draft.field("text")}
      />
    </Form>
  );
}
