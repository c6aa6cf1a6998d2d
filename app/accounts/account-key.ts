import { fold } from "#lib/kernel/fold.ts";

/**
 * Equal for spellings of one company: "The Müller & Söhne GmbH", "Muller und Sohne", "MÜLLER AND SÖHNE". Legal forms,
 * accents, case and punctuation are set aside. Accounts are sorted by it as well.
 */
export function accountKey(name: string): string {
  const words = wordsOf(name);
  const core = withoutLegalForm(words[0] === "the" && words.length > 1 ? words.slice(1) : words);
  return core.join(" ") || name.trim().toLowerCase();
}

/**
 * The domain that stands for a company, "acme.co.uk" for https://www.acme.co.uk/about and jo@mail.acme.co.uk; null
 * for no domain, and for those of free mail, social networks and site builders, which say nothing about a company.
 */
export function domainOf(websiteOrEmail: string): string | null {
  const host = hostOf(websiteOrEmail);
  if (host === null) return null;
  const domain = registrable(host);
  return SHARED_HOSTS.has(domain) || isFreeMail(domain) ? null : domain;
}

/** True for the domains of the common free mail services; they say nothing about where somebody works. */
export function isFreeMail(domain: string): boolean {
  return FREE_MAIL.has(domain) || /^(?:yahoo|hotmail|live|outlook|gmx|ymail)\.[a-z.]{2,6}$/.test(domain);
}

/** "S.p.A." and "SpA" are one word, "Müller & Söhne" and "Muller und Sohne" the same ones. */
function wordsOf(name: string): string[] {
  const plain = name.replace(/(?<=(?<![\p{L}\p{N}])\p{L})\./gu, "").replace(/[&+]/g, " and ");
  return fold(plain)
    .split(" ")
    .map((word) => (AND.has(word) ? "and" : word))
    .filter((word) => word !== "");
}

const AND = new Set(["und", "et", "og", "och"]);

/** Legal forms at the end, one after another, as long as a name remains: "GmbH & Co. KG", "Pty Ltd", "Sp. z o.o.". */
function withoutLegalForm(words: string[]): string[] {
  let core = words;
  for (;;) {
    const forms = FORMS_BY_LAST_WORD.get(core.at(-1) ?? "") ?? [];
    const form = forms.find((form) => form.length < core.length && endsWith(core, form));
    if (form) core = core.slice(0, -form.length);
    else if (core.length > 1 && core.at(-1) === "and") core = core.slice(0, -1);
    else return core;
  }
}

function endsWith(words: string[], end: string[]): boolean {
  return end.every((word, index) => words[words.length - end.length + index] === word);
}

const LEGAL_FORMS = [
  "sp z oo",
  "sp zoo",
  "s r o",
  "s a s",
  "s r l",
  "s p a",
  "s a",
  "n v",
  "b v",
  "a s",
  ..."gmbh ggmbh mbh ag se kg kgaa ohg gbr ug ev eg inc incorporated corp corporation co company llc llp lllp lp plc ltd limited pty pte pvt private bv nv sa sas sasu sarl eurl srl srls spa sl slu sau ltda eireli ab as asa aps oy oyj hf kft zrt nyrt doo dd ad sro kk bhd sdn jsc ooo pjsc".split(
    " ",
  ),
].map((form) => form.split(" "));

const FORMS_BY_LAST_WORD = Map.groupBy(LEGAL_FORMS, (form) => form.at(-1));

function hostOf(text: string): string | null {
  const trimmed = text.trim().toLowerCase();
  const match = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^@/?#\s]*@)?([^:/?#\s]+)/.exec(trimmed);
  const host = match?.[1]?.replace(/\.$/, "") ?? "";
  const isHost = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]+$/u.test(host);
  return isHost ? host : null;
}

/** The last two labels, three below the country domains that have a second level for companies. */
function registrable(host: string): string {
  const labels = host.split(".");
  const [second = "", top = ""] = labels.slice(-2);
  const isSecondLevel = top.length === 2 && SECOND_LEVELS.has(second) && labels.length > 2;
  return labels.slice(isSecondLevel ? -3 : -2).join(".");
}

// The usual second levels of .uk, .au, .nz, .jp, .br, .za, .in, .tr, .kr, .il, .mx, .cn and their kind.
const SECOND_LEVELS = new Set(
  "co com org net edu ac gov gob govt ltd plc or ne go gv gen ind id mil nom sch".split(" "),
);

// The most common; the long tail of free mail matters little, since two people at one such domain are only suggested.
const FREE_MAIL = new Set(
  `gmail.com googlemail.com icloud.com me.com mac.com aol.com aim.com msn.com protonmail.com proton.me pm.me tutanota.com
  tuta.io fastmail.com fastmail.fm zoho.com mail.com email.com hey.com inbox.com rocketmail.com web.de t-online.de
  freenet.de arcor.de online.de posteo.de mailbox.org 1und1.de mail.de orange.fr wanadoo.fr free.fr laposte.net sfr.fr
  libero.it tiscali.it virgilio.it alice.it tin.it terra.com.br uol.com.br bol.com.br ig.com.br mail.ru yandex.ru
  yandex.com rambler.ru bk.ru list.ru inbox.ru qq.com 163.com 126.com sina.com foxmail.com naver.com hanmail.net daum.net
  rediffmail.com wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz abv.bg btinternet.com sky.com ntlworld.com
  virginmedia.com talktalk.net comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net
  earthlink.net juno.com bigpond.com optusnet.com.au xtra.co.nz rogers.com shaw.ca sympatico.ca telus.net bluewin.ch
  hispeed.ch gmx.net gmx.info telenet.be skynet.be ziggo.nl kpnmail.nl xs4all.nl planet.nl home.nl telia.com`.split(
    /\s+/,
  ),
);

const SHARED_HOSTS = new Set(
  `linkedin.com facebook.com fb.com instagram.com twitter.com x.com youtube.com xing.com tiktok.com google.com goo.gl
  bit.ly wordpress.com blogspot.com github.io gitlab.io wixsite.com weebly.com squarespace.com myshopify.com medium.com
  notion.site webflow.io netlify.app vercel.app herokuapp.com azurewebsites.net jimdo.com jimdofree.com business.site
  linktr.ee calendly.com substack.com`.split(/\s+/),
);
