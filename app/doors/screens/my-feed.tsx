import { useState } from "react";
import { write } from "#lib/web/api.ts";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { copyText } from "#lib/web/copy.ts";
import { FormError } from "#lib/web/form-error.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { FeedView } from "../calendar-view.ts";
import css from "./calendar-page.module.css";

const WHAT =
  "Your meetings here and what you owe to sources, in Apple, Google or Outlook: with names, and without a note.";

/** The link at which calendar programs find what is noted here. */
export function MyFeed({ feed }: { feed: FeedView | null }) {
  const say = useUndo();
  const [copied, setCopied] = useState<boolean | null>(null);
  const make = useWrite((_: null, gesture) => write<FeedView>("POST", "/my-calendar/feed", {}, gesture), {
    refresh: ["/my-calendar"],
    done: () => {
      setCopied(null);
      if (feed !== null) say("This is a new link. The one before opens nothing any more.");
    },
  });
  const withdraw = useWrite((_: null, gesture) => write("DELETE", "/my-calendar/feed", undefined, gesture), {
    refresh: ["/my-calendar"],
    done: () => say("The link is withdrawn: it opens nothing any more."),
  });
  const problem = <FormError problem={make.problem ?? withdraw.problem} />;
  if (feed === null)
    return (
      <Card
        title="Askwell in your calendar"
        below={WHAT}
        actions={
          <Button busy={make.busy} onClick={() => make.send(null)}>
            Make the link
          </Button>
        }
      >
        {problem}
      </Card>
    );
  return (
    <Card
      title="Askwell in your calendar"
      below={`${WHAT} Whoever has the link sees them: give it to your calendar program alone.`}
      actions={
        <>
          <Button onClick={() => void copyText(feed.link).then(setCopied)}>
            {copied === true ? "Copied" : "Copy the link"}
          </Button>
          <LinkButton href={feed.link.replace(/^https?:/, "webcal:")}>Subscribe</LinkButton>
          <Button tone="quiet" busy={make.busy} onClick={() => make.send(null)}>
            Make a new link
          </Button>
          <Button tone="quiet" busy={withdraw.busy} onClick={() => withdraw.send(null)}>
            Withdraw it
          </Button>
        </>
      }
    >
      <code className={css.link}>{feed.link}</code>
      {copied === false && <p role="status">It could not be copied: mark it and copy it by hand.</p>}
      {problem}
    </Card>
  );
}
