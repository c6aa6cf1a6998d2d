import type { Day } from "#lib/kernel/days.ts";
import { Go } from "#lib/web/go.tsx";
import { dayText } from "#lib/web/words.ts";
import type { ChainView } from "../referral-routes.ts";
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
      <li className={css.person}>
        <Go to={`/people/${first.sourceId}`} className={css.name}>
          {first.sourceName}
        </Go>
      </li>
      {links.map((link) => (
        <li key={link.referralId} className={`${css.person} ${link.referralId === here ? css.here : ""}`}>
          <Go to={`/referrals/${link.referralId}`} className={css.how}>
            introduced {link.memberName} on {dayText(link.day, today)} ({LEVEL_WORDS[link.level]}) to
          </Go>
          <Go to={`/people/${link.contactId}`} className={css.name}>
            {link.contactName}
          </Go>
          {link.contactAccountName !== null && <span className={css.at}>{link.contactAccountName}</span>}
        </li>
      ))}
    </ol>
  );
}
