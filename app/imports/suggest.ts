import { type Columns, fieldsOf, type ImportKind, type Mapping } from "./fields.ts";
import { plainHeader } from "./headers.ts";

/**
 * A first guess for the mapping screen when no known program wrote the file: columns by their names in English, German,
 * French, Spanish, Italian, Portuguese and Dutch. Every column feeds at most one field.
 */
export function suggestMapping(headers: string[], kind: ImportKind = likelyKind(headers)): Mapping {
  const columns: Columns = {};
  for (const header of headers) {
    const field = fieldNamed(header, kind);
    if (field && (fieldsOf(kind)[field]?.many || !columns[field])) {
      columns[field] = [...(columns[field] ?? []), header];
    }
  }
  return { kind, system: "csv", columns };
}

/** What the rows are most likely about. */
export function likelyKind(headers: string[]): ImportKind {
  const has = (kind: ImportKind, fields: string[]) =>
    fields.filter((field) => headers.some((header) => fieldNamed(header, kind) === field)).length;
  if (has("deals", ["amount", "stage", "closeDay", "source"]) >= 2) return "deals";
  return has("people", ["given", "family", "emails", "title", "linkedin"]) >= 1 ? "people" : "accounts";
}

function fieldNamed(header: string, kind: ImportKind): string | undefined {
  return (byWord[kind] ??= new Map(
    Object.entries(WORDS[kind]).flatMap(([field, words]) => words.split(" ").map((word) => [word, field])),
  )).get(wordOf(header));
}

const byWord: Partial<Record<ImportKind, Map<string, string>>> = {};

/** "E-Mail-Adresse (2)" becomes "emailadresse". */
function wordOf(header: string): string {
  return plainHeader(header)
    .replace(/ \(\d+\)$/, "")
    .normalize("NFKD")
    .replace(/[^\p{L}]/gu, "");
}

const COMPANY =
  "company companyname organization organisation organizationname account accountname employer firm business firma firmenname unternehmen kunde client customer societe entreprise raisonsociale empresa compania azienda ragionesociale bedrijf bedrijfsnaam organisatie";
const CITY = "city town ort stadt wohnort ville ciudad citta cidade plaats stad businesscity workcity";
const COUNTRY = "country land staat pays pais paese nation countryregion businesscountry";
const OWNER =
  "owner recordowner responsible assignedto accountmanager salesrep rep betreuer zustandig verantwortlich proprietaire responsable propietario responsabile eigenaar";
const PHONE =
  "phone phonenumber telephone tel telefon telefonnummer rufnummer telefono telefone telefoon telefoonnummer numerodetelephone workphone businessphone officephone phonework mainphone";
const MOBILE =
  "mobile mobilephone mobilenumber cell cellphone mobil mobiltelefon handy handynummer portable gsm movil celular cellulare mobiel homephone otherphone phonemobile";
const ID = "id recordid externalid uid kundennummer customernumber identifier";

const WORDS: Record<ImportKind, Record<string, string>> = {
  accounts: {
    name: `name ${COMPANY} nom nombre nome naam`,
    externalId: `${ID} accountid companyid organizationid`,
    kind: "type kind accounttype customertype status category kategorie typ art tipo categorie",
    industry: "industry sector branche secteur industria settore setor",
    website: "website web url webpage homepage site siteweb sitioweb sitoweb domain internet webseite",
    phone: `${PHONE} ${MOBILE}`,
    street:
      "street address streetaddress addressline strasse straße adresse rue direccion indirizzo endereco straat adres",
    city: CITY,
    region: "state province region stateprovince stateregion county bundesland provincia estado regione",
    postalCode: "zip zipcode postalcode postcode plz postleitzahl codepostal codigopostal cap cep",
    country: COUNTRY,
    employees:
      "employees numberofemployees noofemployees employeecount headcount staff mitarbeiter mitarbeiterzahl mitarbeiteranzahl anzahlmitarbeiter anzahldermitarbeiter beschaftigte effectif effectifs employes nombredemployes salaries nombredesalaries empleados numerodeempleados dipendenti numerodipendenti numerodidipendenti funcionarios numerodefuncionarios werknemers aantalwerknemers medewerkers aantalmedewerkers",
    description:
      "description notes note comment comments notizen bemerkung remarques notas descripcion opmerking",
    owner: OWNER,
    createdDay: "created createdon createddate createdate creationdate erstelltam",
  },
  people: {
    given: "firstname givenname forename first vorname prenom nombre nome voornaam primernombre",
    middle: "middlename middle additionalname",
    family:
      "lastname surname familyname last nachname familienname zuname apellido apellidos cognome sobrenome apelido achternaam nomdefamille nom",
    fullName:
      "name fullname contactname contact person displayname kontakt ansprechpartner nomcomplet nombrecompleto nomecompleto nomecognome naam",
    emails:
      "email emailaddress mail emails emailadresse mailadresse courriel adressemail correo correoelectronico workemail businessemail privateemail personalemail emailwork emailhome posta indirizzoemail",
    phones: `${PHONE} ${MOBILE}`,
    title:
      "title jobtitle position role job funktion stelle berufsbezeichnung fonction poste intitule cargo puesto qualifica ruolo functie",
    companyName: COMPANY,
    companyExternalId: "accountid companyid organizationid",
    linkedin: "linkedin linkedinurl linkedinprofile linkedinpage linkedinprofileurl profileurl",
    externalId: `${ID} contactid personid`,
    connectedDay: "connectedon connectedsince knownsince",
    city: CITY,
    country: COUNTRY,
    notes: "notes note comment comments description notizen bemerkung remarques notas commenti opmerking",
    owner: `${OWNER} contactowner`,
    createdDay: "created createdon createddate createdate creationdate erstelltam",
  },
  deals: {
    name: "name deal dealname dealtitle title opportunity opportunityname project projekt subject verkaufschance affaire opportunite negocio oportunidad trattativa",
    accountName: COMPANY,
    accountExternalId: "accountid companyid organizationid",
    amount:
      "amount value dealvalue dealamount price total revenue volume betrag wert summe auftragswert montant valeur importe valor monto importo valore bedrag waarde",
    currency: "currency currencycode wahrung devise moneda valuta moeda",
    stage: "stage dealstage phase salesstage pipelinestage etape etapa fase",
    status: "status outcome result dealstatus ergebnis statut estado stato resultaat",
    won: "won iswon gewonnen",
    closed: "closed isclosed",
    closeDay:
      "closedate closingdate closedon closed expectedclosedate expectedclose wondate wontime abschlussdatum abschluss datedecloture fechadecierre datachiusura sluitingsdatum",
    createdDay: "created createdon createddate createdate creationdate opened openedon erstelltam",
    lostReason: "lostreason lossreason reasonlost closedlostreason verlustgrund",
    source:
      "leadsource source origin dealsource leadorigin channel herkunft quelle leadquelle provenance fuente origen origine bron",
    contactName: "contact contactname contactperson primarycontact ansprechpartner kontakt",
    owner: `${OWNER} dealowner opportunityowner`,
    nextStep: "nextstep nextaction nachsterschritt prochaineetape",
    description: "description notes note comment comments notizen bemerkung",
    externalId: `${ID} dealid opportunityid`,
  },
};
