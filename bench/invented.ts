import type { Dice } from "#demo/dice.ts";

// Made of syllables, so that there are as many different ones as among real people; a few names are frequent, most are rare.
const FAMILY_BEGINS =
  "Mül Schmi Schnei Fi Web Mey Wag Beck Hoff Schä Koch Bau Rich Klei Wol Schrö Neu Schwar Zim Brau Krü Hof Hart Lan Wer Krau Lehn Köh Mai Wal Her Kö Kai Fuchs Pe Schol Möl Weiß Jun Hah Schu Vo Fried Gün Kel Ber Fra Roth Lor Bö Win Schus Krä Bött Sim Bran Haa Grä Diet Zie Kuh Pohl En Hor Bu Voig Sau Ar Pfei Ber Haas Busch Oh Stei Jah Bren Eber Nor Rei Tha Ull Wie Ost Lud Kas Dor Man Ge Bal Ki Ja Nov Dvo Ku Pav Hru Le Moreau Du Ber Gar Ló Fer Pé Ro San Ram Tor Ri Bian Mar Con Gre Ne Joh An Lar Nils Ols Pet Ha Kow Wiś Woj Zie Now".split(
    " ",
  );
const FAMILY_ENDS =
  "ler dt der scher er mann ner bach berg feld hof meier stein brink holt kamp ing hardt wald lich mer ke sen sson ski wicz ák ova ier ard ez ía eri ini ato elli oni quist lund ström dahl vig baum thal roth horn eck".split(
    " ",
  );
const GIVEN =
  "Anna Peter Julia Thomas Maria Michael Laura Andreas Sarah Stefan Lisa Christian Sophie Martin Katharina Daniel Lena Markus Sandra Alexander Nicole Matthias Claudia Sebastian Petra Jan Sabine Florian Monika Tobias Susanne Frank Nina Uwe Ursula Jörg Birgit Jürgen Elena Lukas Eva Felix Hannah Paul Marie Jonas Clara Leon Emma Ben Ida Oskar Greta Moritz Frieda Anton Mathilda Theo Elif Mehmet Ayşe Yusuf Fatma Emre José María Carlos Lucía Javier Carmen Luis Sofía François Hélène Jean Camille Pierre Chloé Luc Zoé Marco Giulia Luca Chiara Paolo Francesca Jan Zofia Piotr Agnieszka Tomasz Magdalena Jiří Tereza Björn Astrid Søren Freja Lars Ingrid Olga Dmitri Wei Mei Hiroshi Yuki Priya Arjun John Emily James Olivia".split(
    " ",
  );
const COMPANY_BEGINS =
  "Alster Bergmark Brenner Dorn Eider Elb Falken Fichtel Garten Gold Hafen Harz Havel Heide Hell Inster Jade Kiefer Klint Korn Lahn Lauen Leine Linden Marsch Moor Mühlen Nebel Oder Ost Pappel Quell Rhön Saal Salz Schlehen See Silber Spree Stern Sund Tannen Trave Ufer Wald Warn Weiden Werra Weser Wiesen Zinn Nord Süd West Alpen Rhein Main Donau Isar Neckar Ruhr Ems Saar Mosel".split(
    " ",
  );
const COMPANY_MIDDLES = [
  "",
  "bach",
  "feld",
  "hof",
  "burg",
  "tal",
  "stein",
  "werk",
  "tec",
  "plan",
  "soft",
  "med",
];
const COMPANY_TRADES =
  "Pumpen Logistik Medizintechnik Backwaren Kliniken Energie Druck Möbel Stadtwerke Elektronik Verpackung Chemie Textil Messgeräte Software Beratung Versicherung Bau Maschinen Optik Automation Spedition Systeme Immobilien".split(
    " ",
  );
const FORMS = ["GmbH", "AG", "KG", "GmbH & Co. KG", "SE", "e.G."];
const CITIES =
  "Hamburg Berlin München Köln Frankfurt Stuttgart Düsseldorf Leipzig Dortmund Essen Bremen Dresden Hannover Nürnberg Duisburg Bochum Wuppertal Bielefeld Bonn Münster Kiel Lübeck Ulm Wien Graz Zürich Basel".split(
    " ",
  );
const TITLES = [
  "Managing director",
  "Head of operations",
  "Chief financial officer",
  "Plant manager",
  "Head of IT",
  "Purchasing manager",
  "Production planner",
  "Team lead, warehouse",
  "Controller",
  "Quality manager",
  "Works council",
  "Project engineer",
  "Sales director",
  "Head of human resources",
  "Office manager",
  "Assistant to the board",
];

export function inventPersonName(dice: Dice): { given: string; family: string } {
  return {
    given: oftenFirst(dice, GIVEN),
    family: oftenFirst(dice, FAMILY_BEGINS) + oftenFirst(dice, FAMILY_ENDS),
  };
}

/** Never twice the same for two different numbers. */
export function inventCompany(dice: Dice, number: number): { name: string; city: string; domain: string } {
  const begin = COMPANY_BEGINS[number % COMPANY_BEGINS.length]!;
  const rest = Math.floor(number / COMPANY_BEGINS.length);
  const middle = COMPANY_MIDDLES[rest % COMPANY_MIDDLES.length]!;
  const after = Math.floor(rest / COMPANY_MIDDLES.length);
  const trade = COMPANY_TRADES[after % COMPANY_TRADES.length]!;
  const again = Math.floor(after / COMPANY_TRADES.length);
  const name = [`${begin}${middle}`, trade, again > 0 ? String(again + 1) : "", dice.pick(FORMS)]
    .filter(Boolean)
    .join(" ");
  return {
    name,
    city: dice.pick(CITIES),
    domain: `${plain(`${begin}${middle}-${trade}${again || ""}`)}.example`,
  };
}

export function inventTitle(dice: Dice): string {
  return dice.pick(TITLES);
}

/** Telephone numbers of German exchanges, each its own. */
export function inventPhone(number: number): string {
  return `+49 30 ${String(20_000_000 + number)}`;
}

export function mailLocal(name: { given: string; family: string }): string {
  return `${plain(name.given)}.${plain(name.family)}`;
}

/** The first of a list many times as often as the last. */
function oftenFirst<T>(dice: Dice, from: readonly T[]): T {
  return from[Math.floor(dice.roll() ** 2 * from.length)]!;
}

function plain(text: string): string {
  const spelled = text
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss");
  return spelled
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
}
