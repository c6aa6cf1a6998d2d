import { shortDay } from "#lib/kernel/day-words.ts";
import { Card, Section } from "#lib/web/card.tsx";
import { Go } from "#lib/web/go.tsx";
import { useRead } from "#lib/web/queries.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { OfferView } from "../occasion-view.ts";
import css from "./touches.module.css";

const SHOWN = 5;

/** On a person's page: what they were invited to or given to read; nothing where there was none. */
export function OccasionsWith({ id }: { id: string }) {
  const me = useMe();
  const offers =
    useRead<{ items: OfferView[] }>(`/people/${id}/occasions`, { limit: SHOWN }).data?.items ?? [];
  if (me === undefined || offers.length === 0) return null;
  return (
    <Section title="Events and articles" aside={<Go to="/touches/occasions">All</Go>}>
      <Card>
        <ul className={css.lines}>
          {offers.map((offer) => (
            <li key={offer.id} className={css.contact}>
              <p>
                <Go to={`/touches/occasions/${offer.occasionId}`}>{offer.title}</Go>{" "}
                <span className={css.soft}>{stateText(offer, me.today)}</span>
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}

function stateText({ sentOn, answer, came, reaction }: OfferView, today: string): string {
  if (sentOn === null) return "not sent yet";
  const parts = [
    came === null
      ? answer === null
        ? `sent ${shortDay(sentOn, today)}`
        : answer === "coming"
          ? "coming"
          : "not coming"
      : came
        ? "came"
        : "stayed away",
  ];
  if (reaction !== null) parts.push(`“${reaction}”`);
  return parts.join(": ");
}
