import { useMe } from "#team/screens/use-me.ts";
import { Loading } from "#lib/web/loading.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { LogDealForm, type KnownOfDeal } from "./log-deal-form.tsx";

/** "A deal": the sheet over a page. */
export function LogDealSheet({
  opened,
  onClose,
  ...known
}: KnownOfDeal & { opened: boolean; onClose: () => void }) {
  return (
    <Sheet title="A deal" opened={opened} onClose={onClose}>
      <LogDeal close={onClose} {...known} />
    </Sheet>
  );
}

/** The same without its frame. */
export function LogDeal({ close, ...known }: KnownOfDeal & { close: () => void }) {
  const me = useMe();
  if (me === undefined) return <Loading />;
  return <LogDealForm me={me} known={known} onLogged={close} />;
}
