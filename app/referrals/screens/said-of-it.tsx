import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Quote, Section } from "#lib/web/card.tsx";
import { callName } from "#people/call-name.ts";
import type { ReferralView } from "../referral-view.ts";
import { askFor, WORDS_TITLES, type AskedOf } from "./referral-words.ts";
import { WordsSheet } from "./words-sheet.tsx";
import css from "./referral-page.module.css";

const ORDER: readonly AskedOf[] = ["reason", "howKnown", "promised"];

/** What the source told, and what is still to be asked of them. */
export function SaidOfIt({ referral, mine }: { referral: ReferralView; mine: boolean }) {
  const [writing, setWriting] = useState<AskedOf | null>(null);
  const [source, contact] = [callName(referral.sourceName), callName(referral.contactName)];
  return (
    <>
      {ORDER.map((field) => {
        const text = referral[field];
        if (text === null && !mine) return null;
        const label = text === null ? "Write it down" : "Change";
        const change = (
          <Button tone="quiet" label={`${label}: ${WORDS_TITLES[field]}`} onClick={() => setWriting(field)}>
            {label}
          </Button>
        );
        return (
          <Section key={field} title={WORDS_TITLES[field]} aside={mine && change}>
            {text === null ? (
              <p className={css.soft}>{askFor(field, source, contact)}</p>
            ) : field === "reason" ? (
              <Quote>{text}</Quote>
            ) : (
              <p className={css.note}>{text}</p>
            )}
          </Section>
        );
      })}
      <WordsSheet referral={referral} field={writing} onClose={() => setWriting(null)} />
    </>
  );
}
