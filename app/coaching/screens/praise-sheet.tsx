import { useState } from "react";
import { Empty } from "#lib/web/empty.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useReadAll } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { callName } from "#people/call-name.ts";
import type { Me } from "#team/me-view.ts";
import type { MemberView } from "#team/member-view.ts";
import { PraiseList } from "./praise-list.tsx";
import { usePraisable } from "./use-praise.ts";
import css from "./praise.module.css";

interface PraiseSheetProps {
  me: Me;
  opened: boolean;
  onClose: () => void;
}

/** Whom, and for what of the last four weeks. */
export function PraiseSheet({ me, opened, onClose }: PraiseSheetProps) {
  return (
    <Sheet title="Praise a colleague" opened={opened} onClose={onClose}>
      {opened && <Whom me={me} done={onClose} />}
    </Sheet>
  );
}

function Whom({ me, done }: { me: Me; done: () => void }) {
  const [memberId, setMemberId] = useState("");
  const members = useReadAll<MemberView>("/members");
  const facts = usePraisable(memberId === "" ? null : { member: memberId });
  if (members.problem) return <Trouble problem={members.problem} again={members.again} />;
  if (members.data === undefined) return <Loading lines={2} />;
  const others = members.data.filter(({ id, state }) => state === "here" && id !== me.member.id);
  const chosen = others.find(({ id }) => id === memberId);
  return (
    <div className={css.stack}>
      <ChoiceField
        label="Whom"
        name="member"
        value={memberId}
        options={[{ value: "", label: "–" }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={setMemberId}
      />
      {facts.problem && <Trouble problem={facts.problem} again={facts.again} />}
      {chosen !== undefined && facts.data === undefined && !facts.problem && <Loading lines={3} />}
      {chosen !== undefined && facts.data?.items.length === 0 && (
        <Empty>
          {callName(chosen.name)} has logged nothing in the last four weeks. Ask how it goes, and praise what
          comes of it.
        </Empty>
      )}
      {facts.data !== undefined && <PraiseList items={facts.data.items} me={me} done={done} />}
    </div>
  );
}
