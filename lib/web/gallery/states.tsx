import { ApiProblem } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Progress } from "#lib/web/progress.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";

export function States() {
  const gone = useRead("/gone");
  return (
    <>
      <PageHeading>Nothing went wrong, and this is how it would look</PageHeading>
      <Section title="Nothing yet">
        <Empty action={<Button tone="primary">Bring your tools</Button>}>
          A tool nobody knows of is never borrowed. Begin with the ten you use least.
        </Empty>
      </Section>
      <Section title="On its way">
        <Loading />
      </Section>
      <Section title="Long work">
        <Progress label="Reading tools" done={41200} of={100000} />
        <Progress label="Counting" done={812} />
      </Section>
      <Section title="No connection">
        <Trouble
          problem={new ApiProblem(0, "lost", "No connection. Try again when you are back on the network.")}
          again={gone.again}
        />
      </Section>
      <Section title="Gone">
        {gone.problem !== null && <Trouble problem={gone.problem} again={gone.again} />}
      </Section>
      <Section title="Refused">
        <FormError problem={{ reason: "The saw is lent until Thursday. Choose a later day." }} />
      </Section>
    </>
  );
}

export function Broken(): never {
  throw new Error("A screen with a mistake in it");
}

export function Refused() {
  const found = useRead("/private");
  return found.problem === null ? <Loading /> : <Trouble problem={found.problem} />;
}
