import { GoButton, LinkButton } from "#lib/web/button.tsx";
import { useRead } from "#lib/web/queries.ts";
import { callName } from "#people/call-name.ts";
import { callAddress } from "#lib/kernel/call-address.ts";
import type { PersonView } from "#people/person-view.ts";

/** One tap calls; where no number is known, it leads to where one can be written down. */
export function CallButton({ personId, name }: { personId: string; name: string }) {
  const person = useRead<PersonView>(`/people/${personId}`);
  const number = person.data?.phones.map(callAddress).find((address) => address !== null);
  if (!number) return <GoButton to={`/people/${personId}`}>How to reach {callName(name)}</GoButton>;
  return (
    <LinkButton tone="primary" href={number}>
      Call {callName(name)}
    </LinkButton>
  );
}
