import type { Day } from "#lib/kernel/days.ts";
import { Go } from "#lib/web/go.tsx";
import { dayText } from "#lib/kernel/day-words.ts";
import type { ChainView } from "../referral-view.ts";
import { LEVEL_WORDS } from "./referral-words.ts";
import css from "./chain-line.module.css";

interface ChainLineProps {
  links: ChainView["items"];
  today: Day;
  /** The introduction whose page this is. */
  here?: string;
}

/** The line of introductions, from the oldest source down to the newest contact. */
export function ChainLine({ links, today, here }: ChainLineProps) {
  const first = links[0];
  if (first === undefined) return null;
  return (
    <ol className={css.line}>
      <li>
        <span className={css.node}>
          <Go to={`/people/${first.sourceId}`}>{first.sourceName}</Go>
        </span>
      </li>
      {links.map((link) => (
        <li key={link.referralId} className={link.referralId === here ? css.here : undefined}>
          <span className={css.how}>
            <Go to={`/referrals/${link.referralId}`}>{howText(link, today)}</Go>
          </span>
          <span className={css.node}>
            <Go to={`/people/${link.contactId}`}>{link.contactName}</Go>
          </span>
          {link.contactAccountName !== null && <span className={css.at}>{link.contactAccountName}</span>}
        </li>
      ))}
    </ol>
  );
}

function howText({ level, memberName, day }: ChainView["items"][number], today: Day): string {
  const when = dayText(day, today);
  if (level === 0) return `gave ${memberName} a name, ${when}`;
  return `introduced ${memberName}, ${when} · ${LEVEL_WORDS[level]}`;
}
