import { useId, useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { LongTextField } from "#lib/web/field.tsx";
import type { Part } from "../talk-part.ts";
import { saidIn, type TalkPart } from "../talk-track.ts";
import { KeepSaid, type KeepSaidProps } from "./keep-said.tsx";
import { missingText, PART_WORDS } from "./talk-words.ts";
import css from "./talk.module.css";

interface TalkPartsProps {
  track: readonly TalkPart[];
  /** What the source is called. */
  name: string;
  onSwap: (part: Part, key: string) => void;
  /** "" goes back to the words. */
  onWrite: (part: Part, words: string) => void;
  /** What is written stays with a plan, and not on this device alone. */
  withPlan: boolean;
  /** Where it is now. */
  kept: string | null;
  /** Whose words may be kept, where they are written. */
  source: Omit<KeepSaidProps, "words">;
}

/** One calm scroll, a part each: large, with other words one tap away. */
export function TalkParts({ track, name, onSwap, onWrite, withPlan, kept, source }: TalkPartsProps) {
  const [writing, setWriting] = useState<Part | null>(null);
  return (
    <ol className={css.parts}>
      {track.map((each) => (
        <li key={each.part} className={css.part}>
          {writing === each.part ? (
            <Write
              {...each}
              withPlan={withPlan}
              kept={kept}
              source={source}
              onWrite={(words) => onWrite(each.part, words)}
              onDone={() => setWriting(null)}
            />
          ) : (
            <Say
              {...each}
              name={name}
              onSwap={(key) => onSwap(each.part, key)}
              onWrite={() => setWriting(each.part)}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

interface SayProps extends TalkPart {
  name: string;
  onSwap: (key: string) => void;
  onWrite: () => void;
}

function Say({ part, text, missing, next, edited, name, onSwap, onWrite }: SayProps) {
  const id = useId();
  const title = PART_WORDS[part];
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={css.name}>
        {title}
      </h2>
      {text === null ? (
        <p className={css.missing}>
          {missing.length === 0
            ? "There are no words for this yet. Write your own."
            : missing.map((fact) => missingText(fact, name)).join(" ")}
        </p>
      ) : (
        <p className={css.words}>{text}</p>
      )}
      <div className={css.ways}>
        {next !== null && !edited && (
          <Button tone="quiet" label={`Other words: ${title}`} onClick={() => onSwap(next)}>
            Other words
          </Button>
        )}
        <Button tone="quiet" label={`${text === null ? "Write it" : "Change"}: ${title}`} onClick={onWrite}>
          {text === null ? "Write it" : "Change"}
        </Button>
      </div>
    </section>
  );
}

interface WriteProps extends TalkPart, Pick<TalkPartsProps, "withPlan" | "kept" | "source"> {
  onWrite: (words: string) => void;
  onDone: () => void;
}

function Write({ part, draft, edited, withPlan, kept, source, onWrite, onDone }: WriteProps) {
  const [words, setWords] = useState(draft);
  const said = edited && part === "value" ? saidIn(words) : null;
  const write = (text: string) => {
    setWords(text);
    onWrite(text);
  };
  return (
    <div className={css.writing}>
      <LongTextField
        label={PART_WORDS[part]}
        name={part}
        value={words}
        hint={
          withPlan
            ? "For this talk alone. It stays with your plan, for every device and whoever coaches you."
            : "For this talk alone. It stays on this device until you log how it went."
        }
        onChange={write}
      />
      {said !== null && <KeepSaid words={said} {...source} />}
      <div className={css.ways}>
        <Button onClick={onDone}>Done</Button>
        {edited && (
          <Button
            tone="quiet"
            onClick={() => {
              onWrite("");
              onDone();
            }}
          >
            Back to the words
          </Button>
        )}
        <span role="status" className={css.kept}>
          {kept}
        </span>
      </div>
    </div>
  );
}
