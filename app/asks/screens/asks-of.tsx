import { useMe } from "#team/screens/use-me.ts";
import type { Me } from "#team/me-view.ts";
import type { Page } from "#lib/kernel/page.ts";
import { Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import type { AskLine } from "../ask-view.ts";
import { AnswerPill } from "./answer-pill.tsx";
import { askedText } from "./ask-words.ts";
import css from "./asks-of.module.css";

const SHOWN = 6;

/** On a person's page: when they were asked, by whom, and what they said. */
export function AsksOfPerson({ id }: { id: string }) {
  const me = useMe();
  const asks = useRead<Page<AskLine>>("/asks", { source: id, limit: SHOWN });
  return (
    <Section title="Asked for introductions">
      {asks.problem ? (
        <Trouble problem={asks.problem} again={asks.again} />
      ) : asks.data === undefined || me === undefined ? (
        <Loading lines={2} />
      ) : asks.data.items.length === 0 ? (
        <Empty>Never asked. Who is pleased with us is glad to be asked whom they know.</Empty>
      ) : (
        <AskList asks={asks.data.items} me={me} />
      )}
    </Section>
  );
}

function AskList({ asks, me }: { asks: readonly AskLine[]; me: Me }) {
  return (
    <ul className={css.asks}>
      {asks.map((ask) => (
        <li key={ask.id} className={css.ask}>
          <span>
            <Go to={`/asks/${ask.id}`} className={css.when}>
              {askedText(ask, me.today)}
            </Go>
            <span className={css.by}>, by {ask.memberId === me.member.id ? "you" : ask.memberName}</span>
          </span>
          <AnswerPill ask={ask} today={me.today} />
        </li>
      ))}
    </ul>
  );
}
