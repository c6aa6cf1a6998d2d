import { ChoiceField } from "#lib/web/field.tsx";
import { Go } from "#lib/web/go.tsx";
import { useReadAll } from "#lib/web/queries.ts";
import type { TeamView } from "#team/team-view.ts";
import css from "./praise.module.css";

export const EVERYBODY = "all";

/** The pages of the wall, beside each other. */
export function WallLinks({ open }: { open: "wall" | "boards" | "what-works" }) {
  const links = [
    ["wall", "/wall", "The wall"],
    ["boards", "/wall/boards", "Side by side"],
    ["what-works", "/wall/what-works", "What works"],
  ] as const;
  return (
    <nav aria-label="The wall" className={css.links}>
      {links.map(([name, to, label]) =>
        name === open ? (
          <span key={name} aria-current="page" className={css.here}>
            {label}
          </span>
        ) : (
          <Go key={name} to={to}>
            {label}
          </Go>
        ),
      )}
    </nav>
  );
}

/** Which team's, or everybody's. Nothing where there is but one team or none. */
export function WhoseField({
  value,
  onChange,
  everybody = "Everybody",
}: {
  value: string;
  onChange: (teamId: string) => void;
  everybody?: string;
}) {
  const teams = useReadAll<TeamView>("/teams").data?.filter(({ closedOn }) => closedOn === null) ?? [];
  if (teams.length < 2 && value === EVERYBODY) return null;
  return (
    <ChoiceField
      label="Whose"
      name="team"
      value={value}
      options={[
        { value: EVERYBODY, label: everybody },
        ...teams.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={onChange}
    />
  );
}

/** As it is sent. */
export function teamQuery(teamId: string): { team?: string } {
  return teamId === EVERYBODY ? {} : { team: teamId };
}
