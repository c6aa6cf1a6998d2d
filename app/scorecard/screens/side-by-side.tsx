import type { Me } from "#team/me-view.ts";
import type { Period } from "#lib/kernel/fiscal.ts";
import { Section } from "#lib/web/card.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import type { RepsView, ScorecardView, TeamsView } from "../scorecard-view.ts";
import type { Opened } from "./facts-sheet.tsx";
import { FigureTable } from "./figure-table.tsx";
import { KPI_LINES } from "./kpi-words.ts";
import { periodText } from "./period-words.ts";

interface SideBySideProps {
  me: Me;
  whose: ScorecardView["whose"];
  period: Period;
  onOpen: (opened: Opened) => void;
}

type Line = Pick<TeamsView["items"][number], (typeof KPI_LINES)[number]["field"]> & {
  key: string;
  name: string;
  /** Where its own scorecard is; none for what was done outside any team. */
  to?: string;
  whose: Opened["whose"];
};

/** Of a team its reps, of the company its teams, or everybody while there are no teams. */
export function SideBySide(props: SideBySideProps) {
  if (props.whose.kind === "member") return null;
  return props.whose.kind === "team" ? <Reps {...props} teamId={props.whose.id} /> : <Teams {...props} />;
}

function Teams(props: SideBySideProps) {
  const { period } = props;
  const teams = useRead<TeamsView>(
    "/scorecard/teams",
    { by: period.kind, day: period.start },
    { keep: true },
  );
  if (teams.problem) return <Trouble problem={teams.problem} again={teams.again} />;
  if (teams.data === undefined) return <Loading lines={3} />;
  const { items, teamless } = teams.data;
  if (items.length === 0) return <Reps {...props} />;
  const lines: Line[] = items.map((team) => ({
    ...team,
    key: team.id,
    to: `/scorecard?of=team:${team.id}&by=${period.kind}`,
    whose: { team: team.id },
  }));
  const outside = KPI_LINES.some((line) => teamless[line.field].count > 0);
  if (outside) lines.push({ ...teamless, key: "none", name: "Without a team", whose: { team: "none" } });
  return <Table {...props} title="Teams" lines={lines} />;
}

function Reps({ teamId, ...props }: SideBySideProps & { teamId?: string }) {
  const { period } = props;
  const query = { by: period.kind, day: period.start, team: teamId, limit: 100 };
  const reps = useRead<RepsView>("/scorecard/members", query, { keep: true });
  if (reps.problem) return <Trouble problem={reps.problem} again={reps.again} />;
  if (reps.data === undefined) return <Loading lines={3} />;
  const lines = reps.data.items.map((rep): Line => ({
    ...rep,
    key: rep.id,
    name: rep.left ? `${rep.name} (left)` : rep.name,
    to: `/scorecard?of=member:${rep.id}&by=${period.kind}`,
    whose: { member: rep.id, ...(teamId !== undefined && { team: teamId }) },
  }));
  return <Table {...props} title="Who" lines={lines} />;
}

function Table({ me, period, onOpen, title, lines }: SideBySideProps & { title: string; lines: Line[] }) {
  const when = periodText(period, me.workspace.calendar, me.today);
  const rows = lines.map((line) => ({
    key: line.key,
    name: line.to === undefined ? line.name : <Go to={line.to}>{line.name}</Go>,
    about: `${line.name}, ${when}`,
    counts: line,
  }));
  return (
    <Section title={`${title}, ${when}`}>
      <FigureTable
        caption={title}
        rows={rows}
        goals
        onOpen={(kpi, { key, about }) => {
          const whose = lines.find((line) => line.key === key)?.whose ?? {};
          onOpen({ line: kpi, about, from: period.start, to: period.end, whose });
        }}
      />
    </Section>
  );
}
