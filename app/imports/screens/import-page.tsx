import { useState } from "react";
import { write } from "#lib/web/api.ts";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { Card, Column as Narrow, Section } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { useGo, usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Progress } from "#lib/web/progress.tsx";
import { useRead, useRefreshAfter, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { ImportView } from "../import-view.ts";
import { canBeApplied, canBeMapped, canBeUndone, isAtWork, mayFinish } from "../import.ts";
import { ImportRows } from "./import-rows.tsx";
import { headingOf } from "./import-words.ts";
import { MappingForm } from "./mapping-form.tsx";

/** Whatever a file may have changed. */
const READS = ["/imports", "/accounts", "/people", "/deals", "/search", "/scorecard", "/timeline"];

export function ImportPage() {
  const id = usePathPart("importId");
  const one = useRead<ImportView>(
    `/imports/${id}`,
    {},
    { everyMs: (data) => (data && isAtWork(data.state) ? 700 : false) },
  );
  if (one.problem) return <Trouble problem={one.problem} again={one.again} />;
  if (one.data === undefined) return <Loading />;
  return <OneImport one={one.data} />;
}

function OneImport({ one }: { one: ImportView }) {
  const me = useMe();
  const [explaining, setExplaining] = useState(false);
  const atWork = isAtWork(one.state);
  useRefreshAfter(atWork, READS);
  const mine = me !== undefined && mayFinish(me, { memberId: one.byId, teamId: one.byTeamId });
  const asking = mine && canBeMapped(one.state) && (one.state === "unmapped" || explaining);
  const known = one.formatLabel ?? (one.mapping ? "a file you explained" : null);
  return (
    <Narrow>
      <PageHeading below={[one.fileName, known].filter(Boolean).join(" · ")}>{headingOf(one)}</PageHeading>
      {atWork && (
        <Progress
          label={one.progress?.says ?? "Waiting for its turn"}
          done={one.progress?.done ?? 0}
          of={one.progress?.total}
        />
      )}
      {one.failure !== null && <p role="alert">{one.failure}</p>}
      {asking && <MappingForm one={one} onMapped={() => setExplaining(false)} />}
      {mine && !asking && !atWork && <Steps one={one} onExplain={() => setExplaining(true)} />}
      {one.assumptions.length > 0 && !asking && (
        <Section title="What was taken for granted">
          {one.assumptions.map((said) => (
            <p key={said}>{said}</p>
          ))}
        </Section>
      )}
      {one.kept > 0 && (
        <p>
          {one.kept === 1 ? "One was" : `${one.kept.toLocaleString()} were`} left alone, because somebody has
          used or changed them since. The rows say which.
        </p>
      )}
      {one.counts !== null && !asking && !atWork && <ImportRows one={one} />}
    </Narrow>
  );
}

/** The one thing to do now, and the lesser ones beside it. */
function Steps({ one, onExplain }: { one: ImportView; onExplain: () => void }) {
  const go = useGo();
  const path = `/imports/${one.id}/application`;
  const apply = useWrite((_: null, gesture) => write<ImportView>("PUT", path, undefined, gesture), {
    refresh: READS,
  });
  const undo = useWrite((_: null, gesture) => write<ImportView>("DELETE", path, undefined, gesture), {
    refresh: READS,
  });
  const aside = useWrite((_: null, gesture) => write("DELETE", `/imports/${one.id}`, undefined, gesture), {
    refresh: ["/imports"],
    done: () => go("/imports"),
  });
  const { create = 0, update = 0, bad = 0 } = one.counts ?? {};
  const applicable = canBeApplied(one);
  return (
    <Card
      actions={
        <>
          {applicable && create + update > 0 && (
            <Button tone="primary" busy={apply.busy} onClick={() => apply.send(null)}>
              Bring it in
            </Button>
          )}
          {canBeUndone(one.state) && (
            <Button busy={undo.busy} onClick={() => undo.send(null)}>
              Take the whole file back
            </Button>
          )}
          {bad > 0 && (
            <LinkButton href={`/api/v1/imports/${one.id}/mend.csv`} download="rows-to-mend.csv">
              Rows to mend
            </LinkButton>
          )}
          {canBeMapped(one.state) && <Button onClick={onExplain}>What the columns mean</Button>}
          {applicable && (
            <Button tone="quiet" busy={aside.busy} onClick={() => aside.send(null)}>
              Set aside
            </Button>
          )}
        </>
      }
    >
      <p>{whatNow(one)}</p>
      <FormError problem={apply.problem ?? undo.problem ?? aside.problem} />
    </Card>
  );
}

function whatNow(one: ImportView): string {
  const { create = 0, update = 0, bad = 0, accounts = 0 } = one.counts ?? {};
  const mend =
    bad > 0
      ? ` ${bad === 1 ? "One row needs" : `${bad.toLocaleString()} rows need`} mending: take the file, mend it, and bring it again.`
      : "";
  if (one.state === "applied") return `You can take it all back with one press.${mend}`;
  if (one.state === "undone") return "Bring it in again whenever you like.";
  if (one.state === "failed") return "Nothing of it went in. Try again, or say anew what the columns mean.";
  if (create + update === 0) return `Everything in it is here already.${mend}`;
  const named =
    accounts > 0
      ? ` ${accounts === 1 ? "One account is" : `${accounts.toLocaleString()} accounts are`} added because rows name them.`
      : "";
  return `Nothing has happened yet.${named}${mend}`;
}
