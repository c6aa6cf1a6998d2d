import { useState } from "react";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Button } from "#lib/web/button.tsx";
import { Column } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { TextField } from "#lib/web/field.tsx";
import { flag, text } from "#lib/web/filters.ts";
import { FormError } from "#lib/web/form-error.tsx";
import { useSettled } from "#lib/web/found.ts";
import { Go, useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useReadAll } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Toggle } from "#lib/web/toggle.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { mayReword } from "../business-reason.ts";
import type { ReasonView } from "../reason-view.ts";
import { ChangeReason, WriteReason } from "./reason-form.tsx";
import { useRetireReason } from "./use-picture-writes.ts";
import css from "./pictures.module.css";

const reasonFilters = { q: text(), retired: flag() };

/** The library of reasons to take a meeting, one sentence each. */
export function ReasonsPage() {
  const me = useMe();
  const [writing, setWriting] = useState(false);
  const close = () => setWriting(false);
  const add = (
    <Button tone="primary" onClick={() => setWriting(true)}>
      Write a reason
    </Button>
  );
  return (
    <Column>
      <PageHeading
        below={
          <>
            One sentence that a source can pass on. It belongs to{" "}
            <Go to="/ideal-clients">whom we want to meet</Go>.
          </>
        }
        action={add}
      >
        Why they should meet us
      </PageHeading>
      {me === undefined ? <Loading /> : <Reasons me={me} add={add} />}
      <Sheet title="Why should they take the meeting?" opened={writing} onClose={close}>
        <WriteReason onWritten={close} />
      </Sheet>
    </Column>
  );
}

function Reasons({ me, add }: { me: Me; add: React.ReactNode }) {
  const [filters, setFilters] = useFilters(reasonFilters);
  const q = useSettled(filters.q);
  const reasons = useReadAll<ReasonView>("/business-reasons", { q, retired: filters.retired });
  return (
    <>
      <div className={css.filters}>
        <div className={css.search}>
          <TextField
            label="Search"
            name="q"
            kind="search"
            placeholder="A word, an industry, a problem"
            value={filters.q}
            onChange={(value) => setFilters({ q: value })}
          />
        </div>
        <Toggle
          label="Which"
          value={filters.retired ? "retired" : "used"}
          options={[
            { value: "used", label: "In use" },
            { value: "retired", label: "Retired" },
          ]}
          onChange={(which) => setFilters({ retired: which === "retired" })}
        />
      </div>
      {reasons.problem ? (
        <Trouble problem={reasons.problem} again={reasons.again} />
      ) : reasons.data === undefined ? (
        <Loading lines={4} />
      ) : reasons.data.length > 0 ? (
        <ul className={css.lines}>
          {reasons.data.map((reason) => (
            <ReasonLine key={reason.id} reason={reason} me={me} />
          ))}
        </ul>
      ) : filters.retired || q !== "" ? (
        <Empty action={<Button onClick={() => setFilters({ q: "", retired: false })}>Show all</Button>}>
          {filters.retired ? "No reason was retired." : "No reason speaks of that yet."}
        </Empty>
      ) : (
        <Empty action={add}>
          A source says yes when they can say why in one sentence: what changed for somebody like the person
          they think of?
        </Empty>
      )}
    </>
  );
}

function ReasonLine({ reason, me }: { reason: ReasonView; me: Me }) {
  const [changing, setChanging] = useState(false);
  const retire = useRetireReason(reason);
  const retired = reason.retiredOn !== null;
  const close = () => setChanging(false);
  return (
    <li className={css.line}>
      <div>
        <p className={css.spoken}>{reason.sentence}</p>
        <small className={css.soft}>{aboutText(reason, me)}</small>
        {reason.advice !== null && <small className={`${css.soft} ${css.advice}`}>{reason.advice}</small>}
        <FormError problem={retire.problem} />
      </div>
      {mayReword(me, reason) && (
        <ActionMenu
          label={`More for “${reason.sentence.slice(0, 40)}”`}
          actions={[
            { label: "Reword", run: () => setChanging(true) },
            retired
              ? { label: "Bring back", run: () => retire.send(false) }
              : { label: "Retire", run: () => retire.send(true) },
          ]}
        >
          …
        </ActionMenu>
      )}
      <Sheet title="Why should they take the meeting?" opened={changing} onClose={close}>
        <ChangeReason reason={reason} onChanged={close} />
      </Sheet>
    </li>
  );
}

/** "Machinery · shift plans on paper · Mia Sommer, 3 November" */
function aboutText({ industry, problem, by, day, retiredOn, retiredBy }: ReasonView, me: Me): string {
  const who = by.id === me.member.id ? "you" : by.name;
  const gone = retiredOn && `retired ${dayText(retiredOn, me.today)} by ${retiredBy}`;
  return [industry, problem, `${who}, ${dayText(day, me.today)}`, gone].filter(Boolean).join(" · ");
}
