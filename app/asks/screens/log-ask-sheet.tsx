import { useState } from "react";
import { useMe } from "#team/screens/use-me.ts";
import { Button } from "#lib/web/button.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Parts } from "#lib/web/parts.tsx";
import { useScreens } from "#lib/web/screens.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import type { LoggedAsk } from "../ask-routes.ts";
import { AfterAskContext } from "./after-ask.ts";
import { LogAskForm, type Asked } from "./log-ask-form.tsx";

/** "I asked …": the sheet over a page. `source` is who was asked, where the page knows it. */
export function LogAskSheet({
  opened,
  onClose,
  source,
}: {
  opened: boolean;
  onClose: () => void;
  source?: Asked;
}) {
  return (
    <Sheet title="I asked …" opened={opened} onClose={onClose}>
      <LogAsk close={onClose} source={source} />
    </Sheet>
  );
}

/** The same without its frame. When someone was named it goes on to the introduction, which a room above shows. */
export function LogAsk({ close, source }: { close: () => void; source?: Asked }) {
  const me = useMe();
  const { sections = [] } = useScreens();
  const [named, setNamed] = useState<LoggedAsk | null>(null);
  if (me === undefined) return <Loading />;
  if (named !== null)
    return (
      <AfterAskContext value={close}>
        <Parts on="ask-named" id={named.id} />
        <div>
          <Button tone="quiet" onClick={close}>
            Later
          </Button>
        </div>
      </AfterAskContext>
    );
  const goOn = (ask: LoggedAsk) => {
    const mayGoOn = ask.outcome === "named-someone" && sections.some((entry) => entry.on === "ask-named");
    if (mayGoOn) setNamed(ask);
    else close();
  };
  return <LogAskForm me={me} source={source} onLogged={goOn} />;
}
