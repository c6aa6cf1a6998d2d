import { Go } from "#lib/web/go.tsx";
import type { PhraseBook } from "#lib/web/phrases.ts";

/** How lines about letters read after the name of who wrote them; see lib/web/phrases.ts. */
export const letterPhrases: PhraseBook = {
  "newsletter.sent": ({ detail }, name) => (
    <>
      sent the letter <Go to={`/letters/${String(detail["newsletterId"])}`}>“{String(detail["subject"])}”</Go>{" "}
      to {name(detail["personId"])}
    </>
  ),
  // The system writes it: "Askwell received …".
  "newsletter.replied": ({ detail }, name) => (
    <>
      received an answer from {detail["personId"] === null ? "somebody" : name(detail["personId"])} to the
      letter <Go to={`/letters/${String(detail["newsletterId"])}`}>“{String(detail["subject"])}”</Go>
    </>
  ),
  "newsletter.begun": () => <>began a letter</>,
  "newsletter.sent-off": ({ detail }) => (
    <>
      sent off the letter “{String(detail["subject"])}” to {String(detail["recipients"])}
    </>
  ),
  "subscription.asked": ({ detail }, name) => (
    <>asked {name(detail["personId"])} whether they want our letters</>
  ),
  "address.works-again": () => <>said that an address works again</>,
  "workspace.sending-hours-set": () => <>set when letters leave</>,
};
