import type { Dice } from "./dice.ts";

// All invented; every address ends in .example, which belongs to nobody, and every number is one kept free for fiction.
const GIVEN =
  "Ada Alva Amira Anouk Arne Benno Birte Bruno Carla Cem Clara Damir Dana Edda Elif Emil Enno Fenja Femke Finn Frieda Gesa Hanno Ida Ilka Imke Ines Ivo Jale Jana Jaro Jette Jonna Juri Kaja Kalle Karim Kolja Lale Lara Leif Levin Liv Lotte Luan Maik Malin Mara Marit Matti Mila Mina Nele Nils Noor Ole Oskar Pia Pelle Rasmus Reka Rieke Romy Runa Samir Sanna Selma Sina Sören Svea Tamme Tilda Tjark Tomke Ulla Veit Vera Vito Wanja Wiebke Yara Yusuf Zora".split(
    " ",
  );
const FAMILY =
  "Abendrot Ahlers Amsel Birkholz Bolten Brandau Brinkhoff Cordes Dahlke Deichmann Drosten Ebbers Eichwald Ellerbrock Fährmann Feddersen Finkler Gerlach Grothe Haberkorn Hagedorn Hellwege Ihnen Immhoff Jessen Kallweit Kantor Kestner Kranich Kürten Ladewig Lentz Lindqvist Lorenzen Maibaum Marten Mehlhorn Merz Nadolny Niehus Oltmanns Ortlieb Paulsen Petermann Quast Rademacher Reimers Rosenow Sander Schlüter Seiler Sievers Steinbach Störmer Tammen Thode Uhlig Vestergaard Volkerts Wallner Wesseling Wiechers Windhorst Yilmaz Zander Zeisig".split(
    " ",
  );
const STEM =
  "Alster Bergmark Brenner Dornbusch Eider Elbtal Falken Fichtel Garten Goldbach Hafen Harz Havel Heide Hellweg Inster Jade Kiefer Klint Kornfeld Lahn Lauen Leine Linden Marsch Moor Mühlen Nebel Oder Ostsee Pappel Quell Rhön Saale Salzach Schlehen Seeland Silber Spree Stern Sund Tannen Trave Ufer Wald Warnow Weiden Werra Weser Wiesen Zinn".split(
    " ",
  );
const TRADES: readonly (readonly [ending: string, industry: string])[] = [
  ["Pumpen", "Machinery"],
  ["Logistik", "Logistics"],
  ["Medizintechnik", "Medical devices"],
  ["Backwaren", "Food"],
  ["Kliniken", "Health care"],
  ["Energie", "Energy"],
  ["Druck", "Print"],
  ["Möbel", "Furniture"],
  ["Stadtwerke", "Utilities"],
  ["Elektronik", "Electronics"],
  ["Verpackung", "Packaging"],
  ["Chemie", "Chemicals"],
  ["Textil", "Textiles"],
  ["Messgeräte", "Instruments"],
];
const TAIL = ["", "", "bach", "feld", "hof", "burg", "tal"];
const FORMS = ["GmbH", "AG", "KG", "GmbH & Co. KG", "SE"];
const CITIES =
  "Hamburg Bremen Kiel Lübeck Hannover Leipzig Dresden Erfurt Kassel Köln Essen Münster Mainz Ulm Augsburg Wien Graz Basel Bern".split(
    " ",
  );

/** Titles of people at a client, those who sign first; the list is long on purpose: not only buyers know people. */
export const TITLES = [
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
  "Assistant to the board",
] as const;

export interface InventedCompany {
  name: string;
  industry: string;
  city: string;
  domain: string;
}

/** Names that have not been handed out before. */
export function createNameGiver(dice: Dice) {
  const used = new Set<string>();
  function fresh(make: () => string): string {
    for (;;) {
      const name = make();
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  }
  return {
    person: () => fresh(() => `${dice.pick(GIVEN)} ${dice.pick(FAMILY)}`),
    company(): InventedCompany {
      const [ending, industry] = dice.pick(TRADES);
      const stem = fresh(() => `${dice.pick(STEM)}${dice.pick(TAIL)} ${ending}`);
      const name = `${stem} ${dice.pick(FORMS)}`;
      return { name, industry, city: dice.pick(CITIES), domain: `${plain(stem)}.example` };
    },
    /** Telephone numbers of the German range kept for films and books. */
    phone: () => `+4930 23125 ${String(dice.between(0, 999)).padStart(3, "0")}`,
    email: (name: string, domain: string) =>
      `${plain(name.split(" ")[0]!)}.${plain(name.split(" ").at(-1)!)}@${domain}`,
  };
}

export type NameGiver = ReturnType<typeof createNameGiver>;

function plain(text: string): string {
  const spelled = text
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss");
  return spelled.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "");
}
