/** What clients say makes them willing to introduce us, by theme; `signs` are words by which it is proposed, in English and in German. */
export interface WillingTheme {
  key: string;
  name: string;
  signs: readonly string[];
}

/** It says nothing of what makes anybody willing. */
export const NO_THEME = "none";

/** As they come with the house; a team adds its own. */
export const WILLING_THEMES: readonly WillingTheme[] = [
  theme(
    "results",
    "Results they can show",
    "result outcome success saved savings works worked profit worth benefit proof numbers figures faster " +
      "Ergebnis Erfolg gespart Ersparnis funktioniert klappt Nutzen lohnt Zahlen Beleg schneller",
  ),
  theme(
    "trust",
    "Promises kept",
    "trust promise promised kept honest honesty dependable deadline dates punctual word " +
      "Vertrauen versprochen Versprechen gehalten ehrlich zuverlässig verlässlich Termine pünktlich Wort",
  ),
  theme(
    "people",
    "The people they deal with",
    "people team friendly listen listens personal relationship human pleasant respect colleague " +
      "Menschen Team freundlich zuhören persönlich Beziehung menschlich angenehm Respekt Kollege",
  ),
  theme(
    "whom",
    "Knowing whom it would help",
    "neighbour similar same fit suits suitable kind industry situation whom problem picture example " +
      "Nachbar ähnlich gleich passt passend Branche Lage wem Problem Bild Beispiel",
  ),
  theme(
    "ease",
    "That it is little work",
    "easy easily simple effort draft template forward sentence wording prepared minutes quick short " +
      "einfach leicht Aufwand Vorlage Entwurf weiterleiten Satz Sätze Formulierung vorbereitet Minuten kurz",
  ),
  theme(
    "safety",
    "No risk to their own name",
    "reputation pushy pressure salesy embarrass embarrassing discreet confidential careful risk annoy bother " +
      "Ruf aufdringlich Druck blamieren peinlich diskret vertraulich vorsichtig Risiko nerven belästigen",
  ),
  theme(
    "told",
    "Hearing what became of it",
    "feedback hear heard told update informed happened became reply " +
      "Rückmeldung hören gehört Bescheid informiert erfahren berichten geworden Antwort",
  ),
  theme(
    "back",
    "Something that comes back",
    "return favour favor mutual reciprocal exchange thank thanks invite invited " +
      "Gegenzug Gegenleistung Gefallen gegenseitig Austausch Dank bedanken einladen eingeladen",
  ),
  theme(
    "asked",
    "Being asked",
    "ask asked asking question remind reminder mention request " +
      "fragen gefragt frag Frage erinnern Erinnerung ansprechen Bitte bitten",
  ),
  theme(
    "moment",
    "The right moment",
    "finished finish complete completed launch later soon project quarter month months year wait ready once " +
      "abgeschlossen fertig Abschluss Start später bald Projekt Quartal Monat Monate Jahr warten bereit sobald",
  ),
];

function theme(key: string, name: string, signs: string): WillingTheme {
  return { key, name, signs: signs.split(" ") };
}
