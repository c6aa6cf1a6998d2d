import { Go } from "#lib/web/go.tsx";
import css from "./pictures.module.css";

/** From the asks to what is asked for. */
export function AskPlaces() {
  return (
    <nav aria-label="What to ask for" className={css.links}>
      <Go to="/asks/coverage" className={css.link}>
        Who has been asked
      </Go>
      <Go to="/ideal-clients" className={css.link}>
        Whom we want to meet
      </Go>
      <Go to="/reasons" className={css.link}>
        Why they should meet us
      </Go>
      <Go to="/asks/week" className={css.link}>
        My week
      </Go>
      <Go to="/words-for-asking" className={css.link}>
        Words for asking
      </Go>
      <Go to="/asks/load" className={css.link}>
        How our sources are asked
      </Go>
    </nav>
  );
}
