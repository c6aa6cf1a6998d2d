import { Loading } from "#lib/web/loading.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { useMe } from "#team/screens/use-me.ts";
import { GiveForm, type KnownOne } from "./give-form.tsx";

interface LogGivenProps {
  /** Who got the introduction, where the page knows it. */
  to?: KnownOne;
}

/** "I introduced …": the sheet over a page. */
export function LogGivenSheet({
  opened,
  onClose,
  to,
}: LogGivenProps & { opened: boolean; onClose: () => void }) {
  return (
    <Sheet
      title={to === undefined ? "I introduced somebody" : `I introduced ${to.label}`}
      opened={opened}
      onClose={onClose}
    >
      <LogGiven close={onClose} {...(to !== undefined && { to })} />
    </Sheet>
  );
}

/** The same without its frame. */
export function LogGiven({ close, to }: LogGivenProps & { close: () => void }) {
  const me = useMe();
  if (me === undefined) return <Loading />;
  return <GiveForm me={me} to={to} onLogged={close} />;
}
