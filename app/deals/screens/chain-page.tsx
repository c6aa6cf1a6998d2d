import { useEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { LogReferralSheet } from "#referrals/screens/log-referral-sheet.tsx";
import { useMe } from "#team/screens/use-me.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Toggle } from "#lib/web/toggle.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { everybody, growTree, type ChainNode } from "../chain-tree.ts";
import type { ChainPictureView } from "../chain-view.ts";
import { ChainDrawing } from "./chain-drawing.tsx";
import { ChainList } from "./chain-list.tsx";
import { chainSentence } from "./chain-words.ts";

/** Where a person, an introduction or a deal came from, and what grew from it: /chain/person/…, /chain/referral/…, /chain/deal/… */
export function ChainPage() {
  const [of, id] = [usePathPart("of"), usePathPart("ofId")];
  const me = useMe();
  const chain = useRead<ChainPictureView>("/chains", { [of]: id });
  const root = useMemo(() => chain.data && growTree(chain.data), [chain.data]);
  if (chain.problem) return <Trouble problem={chain.problem} again={chain.again} />;
  if (chain.data === undefined || me === undefined) return <Loading />;
  if (!root) return <WithNobody dealId={id} />;
  const all = everybody(root);
  const about = all.find((node) => node.id === chain.data?.personId) ?? root;
  if (all.length === 1) return <Alone who={about} />;
  return <Chain key={about.id} root={root} all={all} about={about} more={chain.data.more} today={me.today} />;
}

interface ChainProps {
  root: ChainNode;
  all: readonly ChainNode[];
  about: ChainNode;
  more: number;
  today: string;
}

function Chain({ root, all, about, more, today }: ChainProps) {
  const [shown, setShown] = useState<"picture" | "list">("picture");
  const asList = useOnPaper() || shown === "list";
  const toggle = (
    <Toggle
      label="How it is shown"
      value={shown}
      options={[
        { value: "picture", label: "As a picture" },
        { value: "list", label: "As a list" },
      ]}
      onChange={setShown}
    />
  );
  return (
    <>
      <PageHeading below={chainSentence(about, all, more)} action={toggle}>
        {headingOf(about)}
      </PageHeading>
      {asList ? (
        <ChainList nodes={[root]} about={about.id} today={today} />
      ) : (
        <ChainDrawing root={root} about={about.id} />
      )}
      {more > 0 && (
        <p>
          {more.toLocaleString("en-GB")} more grew from here. Open somebody of the last generation to see
          theirs.
        </p>
      )}
    </>
  );
}

function headingOf({ person, generation, grown }: ChainNode): string {
  if (generation === 1) return `What grew from ${person.name}`;
  return grown === 0
    ? `Where ${person.name} came from`
    : `Where ${person.name} came from, and what grew from it`;
}

function Alone({ who: { person } }: { who: ChainNode }) {
  const [logging, setLogging] = useState(false);
  return (
    <>
      <PageHeading>{`What grew from ${person.name}`}</PageHeading>
      <Empty action={<Button onClick={() => setLogging(true)}>{person.name} introduced …</Button>}>
        No chain leads through {person.name} yet. It begins with one introduction.
      </Empty>
      <LogReferralSheet
        opened={logging}
        onClose={() => setLogging(false)}
        source={{ id: person.personId, label: person.name }}
      />
    </>
  );
}

function WithNobody({ dealId }: { dealId: string }) {
  return (
    <>
      <PageHeading>Where this deal came from</PageHeading>
      <Empty action={<GoButton to={`/deals/${dealId}`}>Back to the deal</GoButton>}>
        Nobody knows yet: the deal names no introduction and no person.
      </Empty>
    </>
  );
}

/** True while it is printed: the list is what paper can hold. */
function useOnPaper(): boolean {
  const [onPaper, setOnPaper] = useState(false);
  useEffect(() => {
    const paper = window.matchMedia("print");
    // At once, because the browser prints what stands there when this returns.
    const turn = () => flushSync(() => setOnPaper(paper.matches));
    paper.addEventListener("change", turn);
    return () => paper.removeEventListener("change", turn);
  }, []);
  return onPaper;
}
