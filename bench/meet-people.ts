import type { Meetable } from "#giving/meet.ts";

/**
 * Invented people with what they need and offer, and which of them should meet, judged by hand before the formula was weighed.
 * Every other pair of the same set should not. The first set is what the weights were chosen on; the second was kept apart.
 */
export interface LabelledPeople {
  people: readonly Meetable[];
  /** Pairs by the first letters of their names' keys. */
  good: readonly (readonly [string, string])[];
}

type Row = readonly [
  key: string,
  name: string,
  city: string,
  trade: string,
  needs: readonly string[],
  offers: readonly string[],
];

const worked: readonly Row[] = [
  [
    "a1",
    "Anna",
    "Hamburg",
    "Head of operations, Logistics",
    ["more warehouse space near the port from spring"],
    [],
  ],
  ["a2", "Bo", "Hamburg", "Owner, Construction", [], ["warehouses to let at the port, 2,000 square metres"]],
  ["a3", "Cora", "Bremen", "Managing director, Printing", ["a tax adviser who knows family businesses"], []],
  ["a4", "Dirk", "Bremen", "Partner, Tax advice", [], ["tax advice for family-owned companies"]],
  [
    "a5",
    "Eva",
    "Hannover",
    "Head of engineering, Machinery",
    ["zwei Konstrukteure für den Sondermaschinenbau"],
    [],
  ],
  [
    "a6",
    "Frida",
    "Hannover",
    "Owner, Recruiting",
    [],
    ["Konstrukteure und Ingenieure in Festanstellung vermitteln"],
  ],
  [
    "a7",
    "Gerd",
    "Hamburg",
    "Owner, Catering",
    ["corporate clients for summer parties"],
    ["catering for up to 300 guests"],
  ],
  ["a8", "Hanna", "Hamburg", "Owner, Events", ["a caterer for a company party of 200 in June"], []],
  ["a9", "Ilka", "Köln", "Partner, Law firm", [], ["employment law, works councils"]],
  [
    "a10",
    "Jan",
    "Köln",
    "Head of personnel, Electronics",
    ["ein Anwalt für Arbeitsrecht, ein Betriebsrat wird gegründet"],
    [],
  ],
  ["a11", "Kai", "Bremen", "Head of purchasing, Pumps", ["a second supplier of castings"], []],
  ["a12", "Lia", "Duisburg", "Sales director, Foundry", [], ["castings in small series, free capacity"]],
  ["a13", "Mona", "Münster", "Head of marketing, Furniture", ["Fotograf für den neuen Katalog"], []],
  ["a14", "Nils", "Münster", "Owner, Photography", [], ["Produktfotografie, eigenes Studio"]],
  ["a15", "Olga", "Berlin", "Sales director, Software", ["an introduction to hospitals in the north"], []],
  ["a16", "Paul", "Kiel", "Head of administration, Hospital", ["software for shift planning"], []],
  ["a17", "Quirin", "Berlin", "Broker, Insurance", [], ["cyber insurance for software firms"]],
  ["a18", "Rosa", "Kiel", "Owner, Construction", ["a reliable electrician for a building site in Kiel"], []],
  ["a19", "Sven", "Kiel", "Owner, Electrical contractor", [], ["electricians free from March"]],
  ["a20", "Tina", "Köln", "Coach, Coaching", [], ["leadership training for first-time managers"]],
  ["a21", "Uwe", "Köln", "Head of personnel, Chemicals", ["training for new team leads"], []],
  [
    "a22",
    "Vera",
    "Hamburg",
    "Dispatcher, Logistics",
    ["truck drivers"],
    ["storage and transport to Scandinavia"],
  ],
  ["a23", "Willi", "Hannover", "Owner, Windows", ["Steuerberater mit Erfahrung bei der Nachfolge"], []],
  ["a24", "Xenia", "Hamburg", "Agent, Real estate", [], ["Büroflächen in der Hafencity"]],
];

const keptApart: readonly Row[] = [
  [
    "b1",
    "Arne",
    "München",
    "Head of logistics, Brewery",
    ["refrigerated transport for deliveries to Austria"],
    [],
  ],
  [
    "b2",
    "Britta",
    "Rosenheim",
    "Owner, Refrigerated transport",
    [],
    ["chilled deliveries to Austria and Italy"],
  ],
  [
    "b3",
    "Clemens",
    "Stuttgart",
    "Head of legal, Textiles",
    ["someone to translate contracts into Polish"],
    [],
  ],
  ["b4", "Dana", "Stuttgart", "Owner, Translation", [], ["sworn translations, Polish and Czech"]],
  [
    "b5",
    "Emil",
    "Ulm",
    "Managing director, Medical devices",
    ["Zulassung in den USA, jemand mit FDA-Erfahrung"],
    [],
  ],
  ["b6", "Fatma", "Freiburg", "Consultant, Regulatory affairs", [], ["Beratung für Zulassungen bei der FDA"]],
  ["b7", "Greta", "München", "Managing director, Hotels", ["a landscape gardener for the courtyard"], []],
  ["b8", "Hugo", "München", "Owner, Landscaping", [], ["gardens and courtyards, planning and planting"]],
  ["b9", "Iris", "Frankfurt", "Branch manager, Banking", [], ["loans for machines without collateral"]],
  ["b10", "Jonas", "Frankfurt", "Owner, Machining", ["a loan for a milling machine"], []],
  ["b11", "Karla", "Leipzig", "Editor in chief, Publishing", ["Lektorin für englische Fachbücher"], []],
  ["b12", "Leo", "Leipzig", "Editor, Editing", [], ["Lektorat und Korrektur, Englisch und Deutsch"]],
  [
    "b13",
    "Mira",
    "Freiburg",
    "Sales director, Solar",
    ["roofs to lease in Baden"],
    ["solar panels at no cost for roof owners"],
  ],
  ["b14", "Nico", "Freiburg", "Owner, Warehousing", [], ["large flat roofs to rent out"]],
  ["b15", "Oda", "Leipzig", "Owner, Pharmacies", ["a night courier for medicines"], []],
  ["b16", "Piet", "Leipzig", "Dispatcher, Courier service", [], ["courier rides by day and by night"]],
  ["b17", "Rike", "Ulm", "Head of personnel, Plastics", ["Auszubildende für das Labor"], []],
  [
    "b18",
    "Sami",
    "Ulm",
    "Headmaster, Vocational school",
    [],
    ["Auszubildende, die einen Betrieb für Praktika suchen"],
  ],
  ["b19", "Tess", "Stuttgart", "Owner, Advertising", ["clients in medical technology"], []],
  ["b20", "Udo", "Frankfurt", "Owner, Security", [], ["guards for events and building sites"]],
  ["b21", "Vito", "Frankfurt", "Site manager, Construction", ["somebody to watch our sites at night"], []],
  ["b22", "Wanda", "Stuttgart", "Notary, Notary's office", [], ["Beurkundung von Gesellschaftsverträgen"]],
  ["b23", "Yara", "Stuttgart", "Founder, Software", ["a notary for founding a company"], []],
  ["b24", "Zeno", "Frankfurt", "Owner, Wine", [], ["wine tastings for customer events"]],
];

/** 24 people, so 276 pairs, of which these should meet. */
export const WORKED_ON: LabelledPeople = {
  people: worked.map(meetable),
  good: [
    ["a1", "a2"],
    ["a3", "a4"],
    ["a4", "a23"],
    ["a5", "a6"],
    ["a7", "a8"],
    ["a9", "a10"],
    ["a11", "a12"],
    ["a13", "a14"],
    ["a15", "a16"],
    ["a15", "a17"],
    ["a18", "a19"],
    ["a20", "a21"],
  ],
};

/** The same number of others. */
export const KEPT_APART: LabelledPeople = {
  people: keptApart.map(meetable),
  good: [
    ["b1", "b2"],
    ["b3", "b4"],
    ["b5", "b6"],
    ["b5", "b19"],
    ["b7", "b8"],
    ["b9", "b10"],
    ["b11", "b12"],
    ["b13", "b14"],
    ["b15", "b16"],
    ["b17", "b18"],
    ["b20", "b21"],
    ["b22", "b23"],
  ],
};

function meetable([key, name, city, trade, needs, offers]: Row): Meetable {
  return { personId: key, name, accountId: `at ${key}`, needs, offers, trade, city, country: "Germany" };
}
