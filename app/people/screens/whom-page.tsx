import { useRef, useState, type KeyboardEvent, type SubmitEvent } from "react";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Column, Section } from "#lib/web/card.tsx";
import { TextField } from "#lib/web/field.tsx";
import { Go } from "#lib/web/go.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useNow } from "#team/screens/use-me.ts";
import { ACQUAINTANCES, type AcquaintanceKind } from "../acquaintance.ts";
import { newNames, paceText, type Typed } from "./memory-session.ts";
import { useRemembering } from "./use-remembering.ts";
import lines from "./lines.module.css";
import css from "./whom-page.module.css";

/** Remembering whom one knows: a prompt, a name, Enter. */
export function WhomPage() {
  const [kind, setKind] = useState<AcquaintanceKind>(ACQUAINTANCES[0].kind);
  const [text, setText] = useState("");
  const [began, setBegan] = useState<Date | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const now = useNow();
  const { typed, add, again, undo } = useRemembering();
  const at = ACQUAINTANCES.findIndex((each) => each.kind === kind);
  const { title, prompt } = ACQUAINTANCES[at] ?? ACQUAINTANCES[0];
  const next = ACQUAINTANCES[(at + 1) % ACQUAINTANCES.length] ?? ACQUAINTANCES[0];
  const write = () => form.current?.querySelector("input")?.focus();
  const goTo = (to: AcquaintanceKind) => {
    setKind(to);
    write();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!add(text, kind)) return;
    setText("");
    setBegan(began ?? now);
  };
  const mend = (line: Typed) => {
    const back = undo(line);
    if (back === null) return;
    setText(back);
    setKind(line.kind);
    write();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = typed.at(-1);
    if (event.key !== "ArrowUp" || text !== "" || last === undefined) return;
    event.preventDefault();
    mend(last);
  };
  const minutes = began === null ? null : Math.floor((now.getTime() - began.getTime()) / 60_000);
  return (
    <Column>
      <PageHeading
        below="A hundred names in twenty minutes. A name and Enter is enough; whether and how to ask comes later."
        action={newNames(typed) > 0 && <GoButton to="/people">That is enough</GoButton>}
      >
        Whom do I know?
      </PageHeading>
      <p className={css.pace}>{paceText(typed, minutes)}</p>
      <section className={css.prompt} aria-labelledby="prompt">
        <h2 id="prompt" className={css.title}>
          {title}
        </h2>
        <p className={css.question}>{prompt}</p>
        <form ref={form} onSubmit={submit} onKeyDown={onKeyDown} className={css.line}>
          <TextField
            label="Name, company"
            name="typed"
            placeholder="Ana Roth, Telia"
            value={text}
            onChange={setText}
            hint="Enter saves. The arrow up takes the last one back."
            autoFocus
          />
          <div className={css.buttons}>
            <Button submit tone="primary">
              Save
            </Button>
            <Button tone="quiet" onClick={() => goTo(next.kind)}>
              Next: {next.title.toLowerCase()}
            </Button>
          </div>
        </form>
      </section>
      <nav aria-label="Kinds of people" className={css.kinds}>
        {ACQUAINTANCES.map((each) => {
          const count = typed.filter((line) => line.kind === each.kind && line.answer !== null).length;
          return (
            <button
              key={each.kind}
              type="button"
              className={css.kind}
              aria-current={each.kind === kind}
              onClick={() => goTo(each.kind)}
            >
              {each.title}
              {count > 0 && ` ${count}`}
            </button>
          );
        })}
      </nav>
      {typed.length > 0 && (
        <Section title="Remembered">
          <ul className={lines.lines} aria-live="polite">
            {typed.toReversed().map((line) => (
              <Remembered key={line.gesture} line={line} onAgain={again} onMend={mend} />
            ))}
          </ul>
        </Section>
      )}
    </Column>
  );
}

interface RememberedProps {
  line: Typed;
  onAgain: (line: Typed) => void;
  onMend: (line: Typed) => void;
}

function Remembered({ line, onAgain, onMend }: RememberedProps) {
  const { answer, state } = line;
  const name = [answer?.person.fullName ?? line.fullName, answer?.person.accountName ?? line.accountName]
    .filter(Boolean)
    .join(", ");
  return (
    <li className={lines.line}>
      <span>
        {answer?.known === true && "Known already: "}
        {answer === null ? name : <Go to={`/people/${answer.person.id}`}>{name}</Go>}
        <small className={lines.when}>{stateText(line)}</small>
      </span>
      {state === "failed" ? (
        <Button tone="quiet" label={`Try again: ${name}`} onClick={() => onAgain(line)}>
          Try again
        </Button>
      ) : (
        <Button
          tone="quiet"
          label={`Take back: ${name}`}
          disabled={state === "saving" || state === "undoing"}
          onClick={() => onMend(line)}
        >
          Take back
        </Button>
      )}
    </li>
  );
}

function stateText({ state, reason, answer }: Typed): string {
  if (state === "saving") return "saving…";
  if (state === "undoing") return "taking back…";
  if (state === "twice") return "typed before, not saved again";
  if (reason !== null) return state === "failed" ? `Not saved yet. ${reason}` : reason;
  const others = answer?.namesakes.map((each) => each.accountName ?? "no company known") ?? [];
  return others.length === 0 ? "" : `another of that name is known: ${others.join(", ")}`;
}
