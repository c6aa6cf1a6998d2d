import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "#lib/web/look/fonts.css";
import "#lib/web/look/palette.css";
import "#lib/web/look/ground.css";
import { VisitedPage } from "#sharing/screens/visited-page.tsx";

const place = document.getElementById("place");
if (place === null) throw new Error("for.html has no #place");
createRoot(place).render(
  <StrictMode>
    <VisitedPage />
  </StrictMode>,
);
