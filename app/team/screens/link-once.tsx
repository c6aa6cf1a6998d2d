import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Column } from "#lib/web/card.tsx";
import { useRead } from "#lib/web/queries.ts";
import type { JobView } from "../job-view.ts";
import css from "./lines.module.css";

interface LinkOnceProps {
  link: string;
  /** What to do with it: "Give it to Nora." */
  says: string;
  /** The job that mails it. */
  mailJobId?: string | null;
  close: () => void;
}

/** A link that is shown this once, to copy. */
export function LinkOnce({ link, says, mailJobId = null, close }: LinkOnceProps) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <Column>
      <p>{says} It is shown this once; whoever holds it can use it.</p>
      <code className={css.link}>{link}</code>
      {mailJobId !== null && <OnItsWay jobId={mailJobId} />}
      <Button tone="primary" wide onClick={() => void copy()}>
        {copied ? "Copied" : "Copy the link"}
      </Button>
      <Button wide onClick={close}>
        Done
      </Button>
    </Column>
  );
}

function OnItsWay({ jobId }: { jobId: string }) {
  const job = useRead<JobView>(
    `/jobs/${jobId}`,
    {},
    { everyMs: (data) => (data?.state === "waiting" ? 1_000 : false) },
  );
  if (job.data?.state === "done") return <p role="status">The letter is on its way too.</p>;
  if (job.data?.state === "failed") return <p role="alert">No letter went out: {job.data.failure}.</p>;
  return <p role="status">The letter is being handed to the mail server …</p>;
}
