import { StrictMode, type ComponentType } from "react";
import { createRoot } from "react-dom/client";
import "#lib/web/look/fonts.css";
import "#lib/web/look/palette.css";
import "#lib/web/look/ground.css";

/** What a link is for stands before its dot, "for#r.…"; a link without one is a source's or a contact's. */
const pages: Record<string, () => Promise<ComponentType>> = {
  "": async () => (await import("#sharing/screens/visited-page.tsx")).VisitedPage,
  l: async () => (await import("#letters/screens/visited-letter-page.tsx")).VisitedLetterPage,
  r: async () => (await import("#reviews/screens/visited-card-page.tsx")).VisitedCardPage,
  d: async () => (await import("#today/screens/digest-line-page.tsx")).DigestLinePage,
};
const KIND = /^#([a-z])\./;

const place = document.getElementById("place");
if (place === null) throw new Error("for.html has no #place");
const kindHere = () => KIND.exec(location.hash)?.[1] ?? "";
const kind = kindHere();
addEventListener("hashchange", () => {
  if (kindHere() !== kind) location.reload();
});
const Page = await (pages[kind] ?? pages[""])?.();
if (Page === undefined) throw new Error("there is no page for this link");
createRoot(place).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
