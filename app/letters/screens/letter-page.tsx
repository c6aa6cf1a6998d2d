import { Column } from "#lib/web/card.tsx";
import { usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { WholeView } from "../newsletter-view.ts";
import { CameBack } from "./came-back.tsx";
import { OnItsWay } from "./on-its-way.tsx";
import { Preview } from "./preview.tsx";
import { WriteLetter } from "./write-letter.tsx";

const LOOK_EVERY_MS = 2_000;

/** One letter: written, looked at, sent, and what came back, one below the other. */
export function LetterPage() {
  const id = usePathPart("letterId");
  const me = useMe();
  const letter = useRead<WholeView>(
    `/newsletters/${id}`,
    {},
    { everyMs: (data) => (data !== undefined && isMoving(data) ? LOOK_EVERY_MS : false) },
  );
  if (letter.problem) return <Trouble problem={letter.problem} again={letter.again} />;
  if (letter.data === undefined || me === undefined) return <Loading />;
  const whole = letter.data;
  if (whole.state === "draft") return <WriteLetter key={whole.id} letter={whole} me={me} />;
  return (
    <Column>
      <PageHeading below={whoWroteAndSent(whole)}>{whole.subject}</PageHeading>
      <OnItsWay letter={whole} me={me} />
      <CameBack letter={whole} me={me} />
      <Preview text={whole.text} title="What it says" />
    </Column>
  );
}

/** Something may be another in a moment. */
function isMoving({ state, version, tests }: WholeView): boolean {
  if (state === "sending") return true;
  return tests.some((test) => test.version === version && test.acceptedAt === null && test.failure === null);
}

function whoWroteAndSent({ memberName, sentBy }: Pick<WholeView, "memberName" | "sentBy">): string {
  return sentBy === memberName
    ? `${memberName} wrote it and sent it off.`
    : `${memberName} wrote it; ${sentBy} sent it off.`;
}
