import { useMe } from "#team/screens/use-me.ts";
import { Loading } from "#lib/web/loading.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { LogReferralForm, type Known } from "./log-referral-form.tsx";

interface LogReferralProps {
  /** Who introduced us, where the page knows it. */
  source?: Known;
  /** Whom they introduced, where the page knows it. */
  contact?: Known;
}

/** "I was introduced …": the sheet over a page. */
export function LogReferralSheet({
  opened,
  onClose,
  ...known
}: LogReferralProps & { opened: boolean; onClose: () => void }) {
  return (
    <Sheet title="I was introduced" opened={opened} onClose={onClose}>
      <LogReferral close={onClose} {...known} />
    </Sheet>
  );
}

/** The same without its frame. */
export function LogReferral({ close, source, contact }: LogReferralProps & { close: () => void }) {
  const me = useMe();
  if (me === undefined) return <Loading />;
  return <LogReferralForm me={me} source={source} contact={contact} onLogged={close} onKept={close} />;
}
