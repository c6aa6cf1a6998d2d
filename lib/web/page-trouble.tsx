import { useEffect } from "react";
import { useRouter } from "@tanstack/react-router";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { ApiProblem } from "./api.ts";
import { Button, GoButton } from "./button.tsx";
import { Empty } from "./empty.tsx";
import { isMissingPart } from "./missing-part.ts";
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
  if (isMissingPart(error)) return <MissingPart />;
  return (
    <Empty action={<Button onClick={again}>Try again</Button>}>
      Something on this page broke. What you saved is safe; try again, or go on elsewhere.
    </Empty>
  );
}

/** It comes by itself once there is a network again. */
function MissingPart() {
  useEffect(() => {
    const reload = () => location.reload();
    addEventListener("online", reload);
    return () => removeEventListener("online", reload);
  }, []);
  return (
    <Empty action={<Button onClick={() => location.reload()}>Reload</Button>}>
      This page could not be fetched: you are offline, or a newer version has been installed.
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
