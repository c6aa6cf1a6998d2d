import { useState, type ReactNode } from "react";
import type { Day } from "#lib/kernel/days.ts";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital } from "#lib/web/words.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Me } from "#team/me-view.ts";
import { hasWishes } from "../protection.ts";
import type { PersonView } from "../person-view.ts";
import type { StandingView } from "../standing-view.ts";
import { IssueSheet } from "./issue-sheet.tsx";
import { MetSheet } from "./met-sheet.tsx";
import { NoGoSheet } from "./no-go-sheet.tsx";
import { RightSheet } from "./right-sheet.tsx";
import { RoleSheet } from "./role-sheet.tsx";
import {
  ACQUAINTANCE_WORDS,
  mayAskText,
  metText,
  ROLE_HINTS,
  ROLE_WORDS,
  ruledOutText,
  wishText,
} from "./source-words.ts";
import { StopSheet } from "./stop-sheet.tsx";
import { WishSheet } from "./wish-sheet.tsx";
import css from "./source.module.css";

type Open = "stop" | "right" | "role" | "met" | "wishes" | "no-goes" | "issue";

const TITLES: Record<Open, string> = {
  stop: "May they be asked?",
  right: "Have we earned the right to ask?",
  role: "Their part in buying",
  met: "Have we met them?",
  wishes: "How they like to be asked",
  "no-goes": "What they rule out",
  issue: "A serious issue",
};

const LABELS: Record<Open, string> = {
  stop: "May be asked",
  right: "Earned the right",
  role: "Part in buying",
  met: "Met",
  wishes: "Likes to be asked",
  "no-goes": "Rules out",
  issue: "Open issue",
};

/** What to press while nothing stands there. */
const NOT_YET: Record<Open, string> = {
  stop: "They said stop",
  right: "What they said it was worth",
  role: "Their part in buying",
  met: "We have met",
  wishes: "How they like to be asked",
  "no-goes": "What they rule out",
  issue: "They are unhappy",
};

/** What one comes to know of most people; the rest is behind a quiet button until it is said. */
const FIRST: ReadonlySet<Open> = new Set(["right", "role", "met"]);

/** What is said in a line, and smaller below it; nothing: not known, or none. */
type Said = [said: ReactNode, small?: ReactNode];
interface Line {
  which: Open;
  said: Said | null | false | undefined;
}

/** What a sheet about a source is given. */
export interface SourceSheetProps {
  person: PersonView;
  standing: StandingView;
  me: Me;
  onDone: () => void;
}

/** What stands about somebody as a source; each line opens where it is changed, and what is not known yet is one press away. */
export function AsASource({ person, me }: { person: PersonView; me: Me }) {
  const standing = useRead<StandingView>(`/people/${person.id}/standing`);
  return (
    <Section title="As a source">
      {standing.problem ? (
        <Trouble problem={standing.problem} again={standing.again} />
      ) : standing.data === undefined ? (
        <Loading lines={5} />
      ) : (
        <Lines person={person} standing={standing.data} me={me} />
      )}
    </Section>
  );
}

function Lines({ person, standing, me }: Omit<SourceSheetProps, "onDone">) {
  const [opened, setOpened] = useState<Open | null>(null);
  const close = () => setOpened(null);
  const given = { person, standing, me, onDone: close };
  const { today } = me;
  const [issue] = standing.issues;
  const ruledOut = ruledOutText(standing.noGos);
  const barred = mayAskText(standing, today);
  const lines: Line[] = [
    { which: "stop", said: barred !== null && [barred, quoted(standing.doNotAsk?.words)] },
    { which: "right", said: rightLine(standing, today) },
    { which: "role", said: roleLine(standing, today) },
    {
      which: "met",
      said: standing.met && [metText(standing, today), standing.met.by && `by ${standing.met.by.name}`],
    },
    { which: "wishes", said: wishLine(standing) },
    { which: "no-goes", said: ruledOut ? [capital(ruledOut)] : null },
    { which: "issue", said: issue && [issue.what, `${issue.by.name}, ${dayText(issue.day, today)}`] },
  ];
  const open = lines.filter(({ said }) => !said);
  const rare = open.filter(({ which }) => !FIRST.has(which));
  return (
    <>
      <ul className={css.rows}>
        {lines.map(
          ({ which, said }) =>
            said && <Row key={which} label={LABELS[which]} said={said} onOpen={() => setOpened(which)} />,
        )}
        {standing.acquaintances.length > 0 && <Known standing={standing} me={me} />}
      </ul>
      {open.length > 0 && (
        <div className={css.notYet}>
          {open
            .filter(({ which }) => FIRST.has(which))
            .map(({ which }) => (
              <Button key={which} onClick={() => setOpened(which)}>
                {NOT_YET[which]}
              </Button>
            ))}
          {rare.length > 0 && (
            <ActionMenu
              label={`More about ${person.fullName} as a source`}
              actions={rare.map(({ which }) => ({ label: NOT_YET[which], run: () => setOpened(which) }))}
            >
              …
            </ActionMenu>
          )}
        </div>
      )}
      <Sheet title={opened ? TITLES[opened] : ""} opened={opened !== null} onClose={close}>
        {opened === "stop" && <StopSheet {...given} />}
        {opened === "right" && <RightSheet {...given} />}
        {opened === "role" && <RoleSheet {...given} />}
        {opened === "met" && <MetSheet {...given} />}
        {opened === "wishes" && <WishSheet {...given} />}
        {opened === "no-goes" && <NoGoSheet {...given} />}
        {opened === "issue" && (
          <IssueSheet
            path={`/people/${person.id}`}
            issues={standing.issues}
            holderIds={standing.holderIds}
            me={me}
            onDone={close}
          />
        )}
      </Sheet>
    </>
  );
}

function Row({ label, said: [said, small], onOpen }: { label: string; said: Said; onOpen: () => void }) {
  return (
    <li>
      <button type="button" className={css.row} onClick={onOpen}>
        <span className={css.label}>{label}</span>
        <span className={css.said}>
          {said}
          {small ? <small className={css.small}>{small}</small> : null}
        </span>
      </button>
    </li>
  );
}

function Known({ standing, me }: { standing: StandingView; me: Me }) {
  const words = standing.acquaintances.map(({ memberId, memberName, kind }) =>
    memberId === me.member.id
      ? `to you, ${ACQUAINTANCE_WORDS[kind]}`
      : `to ${memberName}, ${ACQUAINTANCE_WORDS[kind]}`,
  );
  return (
    <li className={css.still}>
      <span className={css.label}>Known</span>
      <span className={css.said}>{words.join("; ")}</span>
    </li>
  );
}

function rightLine({ right }: StandingView, today: Day): Said | null {
  if (right === null) return null;
  const who = `${right.by.name}, ${dayText(right.day, today)}`;
  if (!right.earned) return ["Not yet", quoted(right.words) ?? who];
  return [quoted(right.words), who];
}

function roleLine({ role }: StandingView, today: Day): Said | null {
  if (role === null || role.role === null) return null;
  return [capital(ROLE_WORDS[role.role]), `${ROLE_HINTS[role.role]} · since ${dayText(role.since, today)}`];
}

function wishLine({ preference }: StandingView): Said | null {
  if (!hasWishes(preference)) return null;
  const said = wishText(preference);
  return [said && capital(said), said === preference?.note ? undefined : preference?.note];
}

function quoted(words: string | null | undefined): string | undefined {
  return words ? `“${words}”` : undefined;
}
