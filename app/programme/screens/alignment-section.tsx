import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { CheckField } from "#lib/web/choice-fields.tsx";
import { ChoiceField, DayField, LongTextField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead, useReadAll } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import type { Me } from "#team/me-view.ts";
import type { MemberView } from "#team/member-view.ts";
import { mayLead } from "#team/member.ts";
import { AREAS, maySayOf, type Area } from "../alignment.ts";
import type { AreaHistoryView, AreaView } from "../priority-view.ts";
import { AREA_WORDS, glance, STATE_WORDS, whenOfArea } from "./alignment-words.ts";
import { useAlignment, useSayArea } from "./use-priority.ts";
import css from "./priority.module.css";

/** The six areas that follow the priority or do not yet; `opened` is the one whose sheet is open. */
export function AlignmentSection({
  me,
  opened,
  onOpen,
}: {
  me: Me;
  opened: string;
  onOpen: (area: Area | "") => void;
}) {
  const alignment = useAlignment();
  if (alignment.problem) return <Trouble problem={alignment.problem} again={alignment.again} />;
  if (alignment.data === undefined) return <Loading lines={6} />;
  const { items } = alignment.data;
  const area = items.find((each) => each.area === AREAS.find((one) => one === opened));
  return (
    <Section title={glance(items)}>
      <Card>
        <ul className={css.lines}>
          {items.map((each) => (
            <AreaLine key={each.area} area={each} me={me} onOpen={() => onOpen(each.area)} />
          ))}
        </ul>
      </Card>
      <Sheet
        title={area === undefined ? "" : AREA_WORDS[area.area].name}
        opened={area !== undefined}
        onClose={() => onOpen("")}
      >
        {area !== undefined && <AreaSheet area={area} me={me} onDone={() => onOpen("")} />}
      </Sheet>
    </Section>
  );
}

function AreaLine({ area, me, onOpen }: { area: AreaView; me: Me; onOpen: () => void }) {
  const { name, means, tool, repsTool = tool } = AREA_WORDS[area.area];
  const { to, label } = me.member.role === "rep" ? repsTool : tool;
  const { word, tone } = STATE_WORDS[area.state];
  const when = whenOfArea(area, me.today);
  const does = maySayOf(me, area) ? "Change" : "Open";
  return (
    <li className={css.line}>
      <div className={css.about}>
        <p className={css.name}>
          {name} <Pill tone={tone}>{word}</Pill>
        </p>
        <p className={css.soft}>
          {[area.ownerName, when].filter((part) => part !== null).join(", ") || means}
        </p>
        <Evidence evidence={area.evidence} link={area.link} />
      </div>
      <div className={css.acts}>
        <Go to={to}>{label}</Go>
        <Button tone="quiet" label={`${does} ${name}`} onClick={onOpen}>
          {does}
        </Button>
      </div>
    </li>
  );
}

function Evidence({ evidence, link }: Pick<AreaView, "evidence" | "link">) {
  return (
    <>
      {evidence !== null && <p className={css.words}>{evidence}</p>}
      {link !== null && (
        <p className={css.words}>
          <a href={link} target="_blank" rel="noopener noreferrer">
            {link}
          </a>
        </p>
      )}
    </>
  );
}

function AreaSheet({ area, me, onDone }: { area: AreaView; me: Me; onDone: () => void }) {
  return (
    <>
      <p className={css.soft}>{AREA_WORDS[area.area].means}</p>
      {maySayOf(me, area) ? (
        <AreaForm area={area} me={me} onDone={onDone} />
      ) : (
        <>
          <p className={css.plain}>
            {area.ownerName === null
              ? "Nobody sees to it yet: a leader says who does."
              : `${area.ownerName} sees to it.`}
          </p>
          <Evidence evidence={area.evidence} link={area.link} />
        </>
      )}
      <AreaHistory area={area.area} today={me.today} />
    </>
  );
}

function AreaForm({ area, me, onDone }: { area: AreaView; me: Me; onDone: () => void }) {
  const leads = mayLead(me);
  const members = useReadAll<MemberView>(leads ? "/members" : undefined).data ?? [];
  const draft = useDraft({
    ownerId: area.ownerId ?? "",
    dueOn: area.dueOn ?? "",
    evidence: area.evidence ?? "",
    link: area.link ?? "",
    isAligned: area.alignedOn !== null,
    alignedOn: area.alignedOn ?? me.today,
  });
  const [before] = useState(() => {
    const { ownerId, dueOn, evidence, link, alignedOn } = area;
    return { ownerId, dueOn, evidence, link, alignedOn };
  });
  const save = useSayArea(area.area, onDone);
  const { value } = draft;
  const send = () =>
    save.send({
      ownerId: value.ownerId || null,
      dueOn: value.dueOn || null,
      evidence: value.evidence || null,
      link: value.link || null,
      alignedOn: value.isAligned ? value.alignedOn || me.today : null,
      before,
    });
  const owner = area.ownerId !== null && { value: area.ownerId, label: area.ownerName ?? "" };
  const others = members
    .filter(({ id }) => id !== area.ownerId)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form
      problem={save.problem}
      onSubmit={send}
      actions={
        <Button submit tone="primary" busy={save.busy}>
          Keep
        </Button>
      }
    >
      <ChoiceField
        label="Who sees to it"
        disabled={!leads}
        options={[{ value: "", label: "Nobody yet" }, ...(owner ? [owner] : []), ...others]}
        {...draft.field("ownerId")}
      />
      <DayField label="By when" disabled={!leads} {...draft.field("dueOn")} />
      <LongTextField
        label="What shows it"
        hint="In a sentence, or give a link."
        {...draft.field("evidence")}
      />
      <TextField label="Link" kind="url" placeholder="https://" {...draft.field("link")} />
      <CheckField label="It follows what comes first" {...draft.field("isAligned")} />
      {value.isAligned && <DayField label="Since" latest={me.today} {...draft.field("alignedOn")} />}
    </Form>
  );
}

function AreaHistory({ area, today }: { area: Area; today: Day }) {
  const history = useRead<AreaHistoryView>(`/alignment/${area}/history`).data?.items ?? [];
  if (history.length === 0) return null;
  return (
    <details className={css.history}>
      <summary>What was said of it: {history.length}</summary>
      <ul className={css.lines}>
        {history.map(({ id, ownerName, dueOn, evidence, alignedOn, day, byName }) => (
          <li key={id} className={css.line}>
            <div className={css.about}>
              <p className={css.plain}>
                {[
                  ownerName ?? "nobody’s",
                  dueOn !== null && `by ${dayText(dueOn, today)}`,
                  alignedOn !== null && `follows since ${dayText(alignedOn, today)}`,
                ]
                  .filter((part) => part !== false)
                  .join(", ")}
              </p>
              {evidence !== null && <p className={css.words}>{evidence}</p>}
              <p className={css.soft}>
                {byName}, {dayText(day, today)}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
