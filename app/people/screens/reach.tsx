import { Button, LinkButton } from "#lib/web/button.tsx";
import type { PersonView } from "../person-view.ts";
import type { StopReach } from "../consent.ts";
import { callAddress } from "#lib/kernel/call-address.ts";
import css from "./reach.module.css";

/** How to speak to somebody; what they do not want is shown and cannot be pressed. */
export function Reach({
  person,
  stopped,
  onMissing,
}: {
  person: PersonView;
  stopped: StopReach | null;
  onMissing: () => void;
}) {
  const { phones, phonesShown, emails, linkedinUrl } = person;
  if (phones.length + emails.length === 0) {
    return (
      <div className={css.reach}>
        <p className={css.none}>No number yet, and asking is done by voice.</p>
        <Button onClick={onMissing}>Add a phone</Button>
      </div>
    );
  }
  return (
    <div className={css.reach}>
      {phones.map((phone, at) => {
        const address = stopped === "everything" ? null : callAddress(phone);
        const shown = phonesShown[at] ?? phone;
        return address === null ? (
          <span key={phone} className={css.typed}>
            {shown}
          </span>
        ) : (
          <LinkButton key={phone} href={address}>
            Call {shown}
          </LinkButton>
        );
      })}
      {emails.map((email) =>
        stopped !== null ? (
          <span key={email} className={css.typed}>
            {email}
          </span>
        ) : (
          <LinkButton key={email} href={`mailto:${email}`}>
            {email}
          </LinkButton>
        ),
      )}
      {linkedinUrl !== null && <LinkButton href={linkedinUrl}>LinkedIn</LinkButton>}
    </div>
  );
}
