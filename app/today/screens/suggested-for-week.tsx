import { useState } from "react";
import { Section } from "#lib/web/card.tsx";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { SuggestionView } from "../suggestion-view.ts";
import { RefusedOffer } from "./refused-offer.tsx";
import { SuggestedAsk } from "./suggested-ask.tsx";
import { useKeepSuggestions, useSuggestions } from "./use-suggestions.ts";

/** On the page of the week, however full the day's card is: who of the three might be asked and is not planned yet. */
export function SuggestedForWeek() {
  const me = useMe();
  return me && <Suggested me={me} />;
}

function Suggested({ me }: { me: Me }) {
  const suggestions = useSuggestions(true);
  const [refused, setRefused] = useState<SuggestionView | null>(null);
  const items = suggestions.data?.items ?? [];
  useKeepSuggestions(items.length > 0, suggestions.data);
  return (
    <>
      {items.length > 0 && (
        <Section title="Whom you might ask">
          {items.map((each) => (
            <SuggestedAsk
              key={each.personId}
              suggestion={each}
              onRefused={(one) => setRefused(one.offer === null ? null : one)}
            />
          ))}
        </Section>
      )}
      <RefusedOffer refused={refused} me={me} onClose={() => setRefused(null)} />
    </>
  );
}
