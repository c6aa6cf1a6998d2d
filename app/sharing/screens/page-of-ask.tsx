import { useState } from "react";
import type { AskView } from "#asks/ask-view.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { FullSheet } from "#lib/web/full-sheet.tsx";
import { useRead } from "#lib/web/queries.ts";
import { callName } from "#people/call-name.ts";
import type { Me } from "#team/me-view.ts";
import { mayChangeFor } from "#team/member.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { SharedPagesView } from "../page-view.ts";
import { MakePage } from "./make-page.tsx";
import { LinkToSend, PageCard } from "./page-card.tsx";
import css from "./page-card.module.css";

/** On the page of an ask: the source's own page, or the way to make one. */
export function PageOfAsk({ id }: { id: string }) {
  const { me, ask, pages } = usePagesOf(id);
  if (me === undefined || ask === undefined || pages === undefined) return null;
  const name = callName(ask.sourceName);
  const [page] = pages.items;
  if (page === undefined && !mayMake(me, ask)) return null;
  return (
    <Section title={`${name}'s page`}>
      {pages.items.map((each) => (
        <PageCard key={each.id} page={each} me={me} />
      ))}
      {(page === undefined || page.state === "withdrawn") && mayMake(me, ask) && (
        <Card>
          <p className={css.soft}>
            A link that opens without signing in: {name} finds the lines, tells you how it went, and reads
            later what became of it.
          </p>
          <Make ask={ask} me={me} pages={pages} />
        </Card>
      )}
    </Section>
  );
}

/** Beside the lines to pass on: the same as a link. */
export function PageBesideBlurb({ id }: { id: string }) {
  const { me, ask, pages } = usePagesOf(id);
  if (me === undefined || ask === undefined || pages === undefined) return null;
  const open = pages.items.find(({ state }) => state === "open");
  if (open?.link) return <LinkToSend page={open} link={open.link} />;
  return mayMake(me, ask) ? <Make ask={ask} me={me} pages={pages} /> : null;
}

function Make({ ask, me, pages }: { ask: AskView; me: Me; pages: SharedPagesView }) {
  const [making, setMaking] = useState(false);
  const name = callName(ask.sourceName);
  const close = () => setMaking(false);
  return (
    <>
      <div>
        <Button onClick={() => setMaking(true)}>Make {name} a page</Button>
      </div>
      {making && (
        <FullSheet title={`A page for ${name}`} onClose={close}>
          <MakePage ask={ask} me={me} asksFirst={pages.asksFirst} done={close} />
        </FullSheet>
      )}
    </>
  );
}

function usePagesOf(askId: string) {
  const me = useMe();
  const ask = useRead<AskView>(`/asks/${askId}`).data;
  const source = ask?.sourceId;
  const pages = useRead<SharedPagesView>(source === undefined ? undefined : "/shared-pages", {
    ask: askId,
    source,
  }).data;
  return { me, ask, pages };
}

function mayMake(me: Me, ask: AskView): boolean {
  const whose = { memberId: ask.memberId, teamId: ask.memberTeamId };
  return mayChangeFor(me, whose) && ask.outcome !== "no";
}
