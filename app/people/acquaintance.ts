/** How a member knows somebody, and the prompt that helps to remember them, in the order in which they are gone through. */
export const ACQUAINTANCES = [
  {
    kind: "client",
    title: "Clients",
    prompt: "Who thanked you this year? Not only the buyer: who uses what you sold?",
  },
  {
    kind: "former-client",
    title: "Clients of old",
    prompt: "Whom did you serve years ago, and where do they work now?",
  },
  {
    kind: "colleague",
    title: "Colleagues",
    prompt: "Who sits near you, and whom do they know? Service, delivery, finance, the board.",
  },
  {
    kind: "former-colleague",
    title: "Former colleagues",
    prompt: "Where did you work before? Who has left your company, and for where?",
  },
  {
    kind: "partner",
    title: "Partners",
    prompt: "Who sells to the same clients? Consultants, integrators, agencies, accountants.",
  },
  {
    kind: "supplier",
    title: "Suppliers",
    prompt: "Who lives off your business: bank, lawyer, landlord, printer, travel agent?",
  },
  {
    kind: "alumni",
    title: "School and university",
    prompt: "With whom did you study or train? Who taught you?",
  },
  {
    kind: "friend",
    title: "Friends",
    prompt: "Whom do you call at the weekend? Who was at your last birthday?",
  },
  {
    kind: "family",
    title: "Family",
    prompt: "Who has married into a company? Cousins, in-laws, godparents.",
  },
  {
    kind: "neighbour",
    title: "Neighbours",
    prompt: "Who lives next door, and across the street? Whom do you meet walking the dog?",
  },
  {
    kind: "club",
    title: "Club and sport",
    prompt: "Choir, tennis, sailing, fire brigade: who stands beside you?",
  },
  {
    kind: "parent",
    title: "Other parents",
    prompt: "Whom do you know through school, kindergarten, the children's team?",
  },
  {
    kind: "association",
    title: "Associations and events",
    prompt: "Whom did you meet at the fair, the chamber, the panel, the board?",
  },
] as const;

export type AcquaintanceKind = (typeof ACQUAINTANCES)[number]["kind"];
export const ACQUAINTANCE_KINDS = ACQUAINTANCES.map(({ kind }) => kind);
