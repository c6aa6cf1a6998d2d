import type { AccountKind } from "#accounts/account.ts";
import type { DealOrigin, DealOutcome } from "#deals/deal.ts";

/**
 * Where a deal came from, by the lead source that somebody chose. The first pattern that fits counts, so
 * "Partner Referral" is a referral and "Seminar - Partner" an event. Null for an empty source.
 */
export function originOf(source: string): DealOrigin | null {
  const text = plainWords(source);
  if (text === "") return null;
  return ORIGINS.find(([pattern]) => pattern.test(text))?.[1] ?? "other";
}

/**
 * The same for a source that web analytics filled in, as HubSpot's "Original Traffic Source": its "Referrals" are
 * links on other websites, not people who introduced us.
 */
export function webOriginOf(source: string): DealOrigin | null {
  const text = plainWords(source);
  if (text === "" || text.startsWith("offline")) return null;
  return WEB_TRAFFIC.test(text) ? "inbound" : originOf(source);
}

/** Salesforce's opportunity type "Existing Customer - Upgrade", HubSpot's "Existing Business". */
export function isExistingBusiness(type: string): boolean {
  return /\b(existing ?(business|customer|client)?|renewal|upgrade|upsell|cross sell|expansion|bestandskunde)\b/.test(
    plainWords(type),
  );
}

/** What the name of a stage or a status says for certain; null when it says nothing. */
export function outcomeOf(stage: string): DealOutcome | null {
  const text = plainWords(stage).replace(/ \(.*\)$/, "");
  if (/^(closed ?)?won\b|^gewonnen$|^(ferme )?gagne(e)?$|^ganad[ao]$|^vint[ao]$|^ganh[ao]$/.test(text))
    return "won";
  if (/^(closed ?)?lost\b|^verloren$|^(ferme )?perdue?$|^perdid[ao]$|^pers[ao]$/.test(text)) return "lost";
  if (/^(open|offen|ouvert|abiert[ao]|apert[ao])$/.test(text)) return "open";
  return null;
}

/** Salesforce's account type, HubSpot's type or lifecycle stage, Pipedrive's label. Null when it says nothing. */
export function accountKindOf(type: string): AccountKind | null {
  const text = plainWords(type);
  return ACCOUNT_KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** A tick box as programs write it; null for an empty or unknown word. */
export function yesOrNo(text: string): boolean | null {
  const word = plainWords(text);
  if (/^(true|yes|y|1|x|t|on|wahr|ja|vrai|oui|si|verdadero|vero)$/.test(word)) return true;
  return /^(false|no|n|0|f|off|falsch|nein|faux|non|falso)$/.test(word) ? false : null;
}

const WEB_TRAFFIC =
  /^(organic|paid|direct|social|email|referrals?$|ai referrals?|other campaigns|display)|\b(web|website|site|url|traffic) referrals?\b|\breferr(er|ing|al) (site|url|traffic|link)/;

const ORIGINS: [RegExp, DealOrigin][] = [
  [/\b(no|non|not a) referral/, "other"],
  [/\b(web|website|site|ai) referrals?\b|\breferr(er|ing|al) (site|url|traffic|link)/, "inbound"],
  [/referral|\breferred\b|\bintroduc(tion|ed)|\bintro\b|word of mouth|recommend/, "referral"],
  [/empfehlung|empfohlen|mundpropaganda|recommandation|parrainage|bouche a oreille/, "referral"],
  [
    /recomend|boca a boca|boca em boca|referid|indicacao|passaparola|raccomandazione|aanbeveling|mond tot mond/,
    "referral",
  ],
  [
    /\bevents?\b|trade ?show|\bfair\b|seminar|conference|congress|webinar|workshop|exhibition|meetup|\bmesse\b|salon|feria|fiera/,
    "event",
  ],
  [
    /\b(existing|current) (client|customer|account|business)|bestandskunde|upsell|cross sell|renewal|\bcustomer base/,
    "existing-client",
  ],
  [/partner|reseller|alliance|channel/, "partner"],
  [
    /\bcold\b|outbound|purchased list|bought list|prospecting|prospector|\bsdr\b|\bbdr\b|telemarketing|kaltakquise|list purchase|data\.?com|zoominfo|sales navigator/,
    "cold-call",
  ],
  [
    /\bweb|internet|inbound|advert|\bads?\b|adwords|google|organic|\bseo\b|\bsem\b|\bppc\b|paid|social|campaign|newsletter|e ?mail|chat|phone inquiry|inquiry|enquiry|contact form|form fill|download|content|public relations|\bpr\b|press|trial|demo request|call in|walk in|direct|marketing|anfrage/,
    "inbound",
  ],
];

const ACCOUNT_KINDS: [RegExp, AccountKind][] = [
  [
    /\b(former|ex|past|previous|lost|churned|inactive) ?(client|customer)|\bchurned\b|ehemalig/,
    "former-client",
  ],
  [/partner|reseller|distributor|alliance/, "partner"],
  [
    /\b(prospect|lead|opportunity|target|suspect|subscriber|marketing qualified|sales qualified|interessent)/,
    "prospect",
  ],
  [/customer|client|evangelist|\bkunde/, "client"],
  [/competitor|vendor|supplier|investor|press|analyst|integrator|\bother\b/, "other"],
];

/** Lower case, no accents, words parted by single blanks. */
function plainWords(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[_\-–—/:,]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
