import type { Me } from "#team/me-view.ts";
import { Toggle } from "#lib/web/toggle.tsx";
import { teamOf } from "./whose.ts";

interface WhoseProps {
  me: Me;
  of: string;
  name: string | undefined;
  onChange: (of: string) => void;
}

/** Oneself, one's team, the company; and whoever was gone to from a table below. */
export function WhoseToggle({ me, of, name, onChange }: WhoseProps) {
  const team = teamOf(me);
  const ways = [
    { value: "me", label: "Me" },
    ...(team === null ? [] : [{ value: `team:${team}`, label: "My team" }]),
    { value: "company", label: "Company" },
  ];
  const other = ways.some((way) => way.value === of) ? [] : [{ value: of, label: name ?? "…" }];
  return (
    <div>
      <Toggle label="Whose" value={of} options={[...ways, ...other]} onChange={onChange} />
    </div>
  );
}
