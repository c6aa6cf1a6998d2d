import { StrictMode, type ComponentType } from "react";
import { createRoot } from "react-dom/client";
import { kindOf, type LinkKind } from "#lib/kernel/link-kinds.ts";
import "#lib/web/look/fonts.css";
import "#lib/web/look/palette.css";
import "#lib/web/look/ground.css";
import { linkHere } from "#lib/web/visited/call-by-link.ts";

const pages: Record<LinkKind, () => Promise<ComponentType>> = {
  page: async () => (await import("#sharing/screens/visited-page.tsx")).VisitedPage,
  letters: async () => (await import("#letters/screens/visited-letter-page.tsx")).VisitedLetterPage,
  card: async () => (await import("#reviews/screens/visited-card-page.tsx")).VisitedCardPage,
  line: async () => (await import("#today/screens/digest-line-page.tsx")).DigestLinePage,
};

const place = document.getElementById("place");
if (place === null) throw new Error("for.html has no #place");
const kind = kindOf(linkHere());
addEventListener("hashchange", () => {
  if (kindOf(linkHere()) !== kind) location.reload();
});
const Page = await pages[kind]();
createRoot(place).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
