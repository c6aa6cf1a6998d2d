import { useMemo } from "react";
import { Card } from "#lib/web/card.tsx";
import { htmlOf } from "../letter-text.ts";
import css from "./letters.module.css";

/** What they will see, by the same rule by which it is sent. */
export function Preview({ text, title }: { text: string; title: string }) {
  const html = useMemo(() => htmlOf(text), [text]);
  return (
    <Card title={title} below="Below it stand why they get it, your postal address, and how to unsubscribe.">
      {text.trim() === "" ? (
        <p className={css.soft}>Nothing is written yet.</p>
      ) : (
        // What htmlOf makes holds no HTML of the writer's, no script and no picture; see letter-text.test.ts.
        // oxlint-disable-next-line react/no-danger
        <div className={css.preview} dangerouslySetInnerHTML={{ __html: html }} />
      )}
    </Card>
  );
}
