import { lazy, Suspense, useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Loading } from "#lib/web/loading.tsx";
import css from "./log-sheet.module.css";

const PARTS = {
  ask: lazy(async () => ({ default: (await import("#asks/screens/log-ask-sheet.tsx")).LogAsk })),
  referral: lazy(async () => ({
    default: (await import("#referrals/screens/log-referral-sheet.tsx")).LogReferral,
  })),
  given: lazy(async () => ({ default: (await import("#giving/screens/log-given-sheet.tsx")).LogGiven })),
  meeting: lazy(async () => ({
    default: (await import("#meetings/screens/log-meeting-sheet.tsx")).LogMeeting,
  })),
  deal: lazy(async () => ({ default: (await import("#deals/screens/log-deal-sheet.tsx")).LogDeal })),
};

const WORDS: readonly [part: keyof typeof PARTS, label: string][] = [
  ["ask", "I asked for an introduction"],
  ["referral", "I was introduced"],
  ["given", "I introduced somebody"],
  ["meeting", "A meeting"],
  ["deal", "A deal"],
];

/** What happened? One tap, then the form for it. */
export function LogSheet({ close }: { close: () => void }) {
  const [part, setPart] = useState<keyof typeof PARTS | null>(null);
  if (part === null)
    return (
      <div className={css.choices}>
        {WORDS.map(([key, label], at) => (
          <Button key={key} wide tone={at === 0 ? "primary" : "plain"} onClick={() => setPart(key)}>
            {label}
          </Button>
        ))}
      </div>
    );
  const Part = PARTS[part];
  return (
    <Suspense fallback={<Loading />}>
      <Part close={close} />
    </Suspense>
  );
}
