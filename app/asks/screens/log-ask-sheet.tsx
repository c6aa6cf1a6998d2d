import { useState } from "react";
import { useMe } from "#team/screens/use-me.ts";
import { Loading } from "#lib/web/loading.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import type { LoggedAsk } from "../ask-view.ts";
import { AfterAsk, useGoesOn } from "./after-ask.tsx";
import { LogAskForm, type Asked, type AskedFor } from "./log-ask-form.tsx";
import { useSayLogged } from "./use-ask-writes.ts";

/** "I asked …": the sheet over a page. `source` is who was asked, and `askedFor` whom for, where the page knows it. */
export function LogAskSheet({
  opened,
  onClose,
  source,
  askedFor,
}: {
  opened: boolean;
  onClose: () => void;
  source?: Asked;
  askedFor?: AskedFor | undefined;
}) {
  return (
    <Sheet title="I asked …" opened={opened} onClose={onClose}>
      <LogAsk close={onClose} source={source} askedFor={askedFor} />
    </Sheet>
  );
}

/** The same without its frame. When someone was named it goes on to the introduction, which a room above shows. */
export function LogAsk({
  close,
  source,
  askedFor,
}: {
  close: () => void;
  source?: Asked | undefined;
  askedFor?: AskedFor | undefined;
}) {
  const me = useMe();
  const sayLogged = useSayLogged();
  const goesOn = useGoesOn();
  const [named, setNamed] = useState<LoggedAsk | null>(null);
  if (me === undefined) return <Loading />;
  if (named !== null) return <AfterAsk ask={named} close={close} />;
  const logged = (ask: LoggedAsk) => {
    if (goesOn(ask)) setNamed(ask);
    else {
      sayLogged(ask);
      close();
    }
  };
  return (
    <LogAskForm
      me={me}
      source={source}
      askedFor={askedFor}
      onLogged={logged}
      onKept={close}
      onPlanted={close}
    />
  );
}
