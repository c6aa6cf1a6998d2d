import { useRouter } from "@tanstack/react-router";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { ApiProblem } from "./api.ts";
import { Button, GoButton } from "./button.tsx";
import { Empty } from "./empty.tsx";
import { PageHeading } from "./page-heading.tsx";
import { Trouble } from "./trouble.tsx";

/** A page that could not be drawn or fetched. The rest of the application stays usable. */
export function PageTrouble({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  if (error instanceof ApiProblem) return <Trouble problem={error} again={again} />;
  if (isMissingPart(error))
    return (
      <Empty action={<Button onClick={() => location.reload()}>Reload</Button>}>
        This page could not be fetched: you are offline, or a newer version has been installed.
      </Empty>
    );
  return (
    <Empty action={<Button onClick={again}>Try again</Button>}>
      Something on this page broke. What you saved is safe; try again, or go on elsewhere.
    </Empty>
  );
}

export function NotThere() {
  return (
    <>
      <PageHeading>There is no such page</PageHeading>
      <Empty action={<GoButton to="/">Go to the first page</GoButton>}>
        The address may be old or mistyped.
      </Empty>
    </>
  );
}

// The three browsers' words for a failed import().
function isMissingPart(error: unknown): boolean {
  return (
    error instanceof TypeError && /dynamically imported module|module script failed/i.test(error.message)
  );
}
