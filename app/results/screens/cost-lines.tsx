import { Button } from "#lib/web/button.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import type { Query } from "#lib/web/api.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { periodOf } from "#lib/kernel/fiscal.ts";
import { capital } from "#lib/web/words.ts";
import { periodText } from "#scorecard/screens/period-words.ts";
import type { Me } from "#team/me-view.ts";
import { mayChangeFor, mayLead } from "#team/member.ts";
import type { CostView } from "../cost-view.ts";
import { lineText } from "./cost-words.ts";
import { FactPages } from "./fact-pages.tsx";
import { useTakeBackCost } from "./use-costs.ts";
import figures from "./figures.module.css";

export interface OpenedCosts {
  title: string;
  query: Query;
}

/** What was written down behind a number; whoever may can take it back. */
export function CostLines({
  opened,
  me,
  onClose,
}: {
  opened: OpenedCosts | null;
  me: Me;
  onClose: () => void;
}) {
  return (
    <Sheet title={opened?.title ?? ""} opened={opened !== null} onClose={onClose}>
      {opened !== null && (
        <FactPages<CostView>
          path="/origin-costs"
          query={opened.query}
          empty="Nothing was written down for these months."
          render={(line) => <Line line={line} me={me} />}
        />
      )}
    </Sheet>
  );
}

function Line({ line, me }: { line: CostView; me: Me }) {
  const say = useUndo();
  const takeBack = useTakeBackCost(() => say("Taken back."));
  const { memberId, memberTeamId: teamId } = line;
  const may = memberId === null ? mayLead(me) : mayChangeFor(me, { memberId, teamId });
  const month = periodText(
    periodOf(line.month.from, "month", me.workspace.calendar),
    me.workspace.calendar,
    me.today,
  );
  const who = line.memberName ?? "the company as a whole";
  return (
    <>
      <span>{lineText(line)}</span>
      <p className={figures.soft}>
        {[capital(month), who, line.note, line.byName !== line.memberName && `written down by ${line.byName}`]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {takeBack.problem && <FormError problem={takeBack.problem} />}
      {may && (
        <span>
          <Button
            tone="quiet"
            busy={takeBack.busy}
            label={`Take back: ${lineText(line)}, ${month}`}
            onClick={() => takeBack.send(line.id)}
          >
            Take back
          </Button>
        </span>
      )}
    </>
  );
}
