import { Go } from "#lib/web/go.tsx";
import css from "./pictures.module.css";

const PLACES = [
  ["/asks/week", "This week"],
  ["/asks/coverage", "Who has been asked"],
  ["/asks/load", "How our sources are asked"],
  ["/ideal-clients", "Whom we want to meet"],
  ["/reasons", "Why they should meet us"],
  ["/words-for-asking", "Words for asking"],
  ["/settings/moments", "When to ask"],
] as const;

/** From the asks to what is asked for: what is opened daily first. */
export function AskPlaces() {
  return (
    <nav aria-label="What to ask for" className={css.links}>
      {PLACES.map(([to, label]) => (
        <Go key={to} to={to} className={css.link}>
          {label}
        </Go>
      ))}
    </nav>
  );
}
