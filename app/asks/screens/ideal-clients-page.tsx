import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Column, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { oneOf } from "#lib/web/filters.ts";
import { Go, useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useReadAll } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Toggle } from "#lib/web/toggle.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { IdealClientView } from "../ideal-client-view.ts";
import { byNearness, picturesFor } from "../ideal-client.ts";
import { IdealClientCard } from "./ideal-client-card.tsx";
import { DrawIdealClient } from "./ideal-client-form.tsx";
import { Targets } from "./targets.tsx";

const pictureFilters = { show: oneOf("mine", "all", "retired") };

/** Pictures of whom to meet, and those whom we know by name. */
export function IdealClientsPage() {
  const me = useMe();
  const [drawing, setDrawing] = useState(false);
  const close = () => setDrawing(false);
  const draw = (
    <Button tone="primary" onClick={() => setDrawing(true)}>
      Draw a picture
    </Button>
  );
  return (
    <Column>
      <PageHeading
        below={
          <>
            Somebody comes to a source's mind once they can picture whom we mean. And{" "}
            <Go to="/reasons">why should they meet us</Go>?
          </>
        }
        action={draw}
      >
        Whom we want to meet
      </PageHeading>
      {me === undefined ? (
        <Loading />
      ) : (
        <>
          <Pictures me={me} draw={draw} />
          <Targets me={me} />
          <Sheet title="Whom do you want to meet?" opened={drawing} onClose={close}>
            <DrawIdealClient me={me} onDrawn={close} />
          </Sheet>
        </>
      )}
    </Column>
  );
}

function Pictures({ me, draw }: { me: Me; draw: React.ReactNode }) {
  const [{ show }, setFilters] = useFilters(pictureFilters);
  const read = useReadAll<IdealClientView>("/ideal-clients", { retired: show === "retired" });
  const which = (
    <Toggle
      label="Which pictures"
      value={show}
      options={[
        { value: "mine", label: "For me" },
        { value: "all", label: "All" },
        { value: "retired", label: "Retired" },
      ]}
      onChange={(value) => setFilters({ show: value })}
    />
  );
  if (read.problem) return <Trouble problem={read.problem} again={read.again} />;
  const pictures =
    read.data && (show === "mine" ? picturesFor(read.data, me.member) : read.data.toSorted(byNearness));
  return (
    <Section title="Ideal clients" aside={which}>
      {pictures === undefined ? (
        <Loading lines={3} />
      ) : pictures.length > 0 ? (
        pictures.map((picture) => <IdealClientCard key={picture.id} picture={picture} me={me} />)
      ) : show === "retired" ? (
        <Empty>No picture was retired.</Empty>
      ) : (
        <Empty action={draw}>
          Tell a source exactly whom to picture: which level, what kind of company, what has just happened
          there, and what they say when they need us.
        </Empty>
      )}
    </Section>
  );
}
