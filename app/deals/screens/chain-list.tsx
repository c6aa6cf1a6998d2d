import { dayText } from "#lib/kernel/day-words.ts";
import { Go } from "#lib/web/go.tsx";
import { STATE_WORDS } from "#referrals/referral.ts";
import type { ChainNode } from "../chain-tree.ts";
import { dealWords, levelText } from "./chain-words.ts";
import css from "./chain-list.module.css";

interface ChainListProps {
  nodes: readonly ChainNode[];
  about: string | null;
  today: string;
}

/** The same tree as lines, each below whoever introduced them. */
export function ChainList({ nodes, about, today }: ChainListProps) {
  return (
    <ul className={css.list}>
      {nodes.map((node) => (
        <li key={node.id} className={css.item}>
          <span className={node.id === about ? css.about : undefined}>
            <Go to={`/people/${node.id}`} className={css.name}>
              {node.person.name}
            </Go>
            {node.person.accountName !== null && `, ${node.person.accountName}`}
          </span>
          <span className={css.how}>
            <How node={node} today={today} />
            {dealWords(node.person.deals).map((words) => (
              <span key={words} className={node.person.deals.won > 0 ? css.won : undefined}>
                {" · "}
                {words}
              </span>
            ))}
          </span>
          {node.children.length > 0 && <ChainList nodes={node.children} about={about} today={today} />}
        </li>
      ))}
    </ul>
  );
}

function How({ node: { by, person }, today }: { node: ChainNode; today: string }) {
  if (by === null) return "first source";
  const { level, memberName, day, state, asked } = by;
  return (
    <>
      <Go to={`/referrals/${by.referralId}`}>
        {level === 0 ? "named to" : "introduced to"} {memberName}, {dayText(day, today)}
      </Go>
      {` · ${levelText(level)} · ${asked ? "asked for" : "unprompted"}`}
      {level > 0 && dealWords(person.deals).length === 0 && ` · ${STATE_WORDS[state]}`}
    </>
  );
}
