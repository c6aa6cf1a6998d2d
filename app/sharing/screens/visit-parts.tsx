import { useState, type ComponentProps, type ReactNode } from "react";
import { copyText } from "#lib/web/copy.ts";
import type { Refused } from "#lib/web/visited/opening.ts";
import { Line as VisitedLine } from "#lib/web/visited/visited-fields.tsx";
import { Noted as VisitedNoted } from "#lib/web/visited/visited-parts.tsx";
import visited from "#lib/web/visited/visited.module.css";
import type { PageLanguage } from "../languages/language.ts";
import type { VisitProblem } from "../visit-problem.ts";

interface LineProps extends Omit<ComponentProps<typeof VisitedLine>, "wrong"> {
  /** The field that the house could not take, with why. */
  failure?: Refused<VisitProblem> | null;
  words: PageLanguage;
}

export function Line({ failure, words, ...line }: LineProps) {
  const wrong = failure?.field === line.name ? words.trouble[failure.trouble] : null;
  return <VisitedLine {...line} wrong={wrong} />;
}

/** Copies a text, and says whether it could. */
export function Copy({
  text,
  words,
  primary,
  label = words.source.copy,
}: {
  text: string;
  words: PageLanguage;
  primary?: boolean;
  label?: string;
}) {
  const [was, setWas] = useState<{ text: string; done: boolean } | null>(null);
  const now = was?.text === text ? was : null;
  return (
    <>
      <button
        type="button"
        className={primary ? visited.primary : visited.plain}
        onClick={() => void copyText(text).then((done) => setWas({ text, done }))}
      >
        {now?.done ? words.source.copied : label}
      </button>
      <p role="status" className={now?.done === false ? visited.wrong : "only-heard"}>
        {now !== null && (now.done ? words.source.copied : words.source.notCopied)}
      </p>
    </>
  );
}

interface FailureProps {
  failure: Refused<VisitProblem> | null;
  words: PageLanguage;
}

/** Trouble that belongs to no field. */
export function FailureLine({ failure, words }: FailureProps) {
  return (
    <div role="alert">
      {failure !== null && failure.field === undefined && (
        <p className={visited.wrong}>{words.trouble[failure.trouble]}</p>
      )}
    </div>
  );
}

interface NotedProps {
  children: ReactNode;
  takeBack: () => void;
  busy: boolean;
  words: PageLanguage;
}

export function Noted({ words, ...noted }: NotedProps) {
  return <VisitedNoted {...noted} label={words.source.said.takeBack} />;
}
