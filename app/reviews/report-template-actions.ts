import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { notAllowed } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { mayLead } from "#team/member.ts";
import { cardLanguage } from "./languages/card-languages.ts";
import {
  CARD_LANGUAGES,
  cleanQuestionnaire,
  OCCASIONS,
  type CardLanguageCode,
  type Occasion,
  type Questionnaire,
} from "./questionnaire.ts";
import { holdTemplates, insertTemplate, lastTemplates, type TemplateRow } from "./report-template-store.ts";

/** What a new card asks. `id` null: as it ships, and nobody has used it yet. */
export interface Template extends Questionnaire {
  id: string | null;
  occasion: Occasion;
  language: CardLanguageCode;
  changed: { at: Date; byName: string } | null;
}

/** One of each occasion and language. */
export async function templatesHere(tx: Tx): Promise<Template[]> {
  const rows = await lastTemplates(tx);
  return OCCASIONS.flatMap((occasion) =>
    CARD_LANGUAGES.map((language) => templateFrom(rows, occasion, language)),
  );
}

/** The version that a card sent now asks, written down if it is the first. */
export async function templateInUse(
  tx: Tx,
  actor: Actor,
  occasion: Occasion,
  language: CardLanguageCode,
): Promise<string> {
  await holdTemplates(tx);
  const template = templateFrom(await lastTemplates(tx), occasion, language);
  if (template.id !== null) return template.id;
  const id = newId(actor.now);
  await insertTemplate(tx, { ...template, id }, actor.now, null);
  return id;
}

/**
 * Cards that are sent from now on ask this; those that were sent keep what they asked. The same said again changes nothing. Throws
 * Problem not-allowed, and invalid naming the field.
 */
export async function changeTemplate(
  tx: Tx,
  actor: Actor,
  of: { occasion: Occasion; language: CardLanguageCode },
  said: Questionnaire,
): Promise<Template> {
  if (!mayLead(actor)) throw notAllowed("a leader changes what report cards ask");
  const clean = cleanQuestionnaire(said);
  await holdTemplates(tx);
  const before = templateFrom(await lastTemplates(tx), of.occasion, of.language);
  if (isSame(before, clean)) return before;
  const id = newId(actor.now);
  await insertTemplate(tx, { ...of, ...clean, id }, actor.now, actor);
  await writeJournal(tx, actor, [
    {
      verb: "report-template.changed",
      subject: { kind: "workspace", id: tx.workspaceId },
      day: actor.today,
      detail: { ...of, templateId: id, title: clean.title, many: clean.questions.length },
    },
  ]);
  return templateFrom(await lastTemplates(tx), of.occasion, of.language);
}

function templateFrom(
  rows: readonly TemplateRow[],
  occasion: Occasion,
  language: CardLanguageCode,
): Template {
  const row = rows.find((each) => each.occasion === occasion && each.language === language);
  if (row === undefined)
    return {
      id: null,
      occasion,
      language,
      ...cardLanguage(language).questionnaires[occasion],
      changed: null,
    };
  const { id, title, questions, at, byName } = row;
  return {
    id,
    occasion,
    language,
    title,
    questions,
    changed: byName === null ? null : { at, byName },
  };
}

function isSame(one: Questionnaire, other: Questionnaire): boolean {
  return plain(one) === plain(other);
}

/** Whatever the order of its keys. */
function plain({ title, questions }: Questionnaire): string {
  return JSON.stringify([
    title,
    questions.map(({ id, kind, text, why, low, high, options }) => [id, kind, text, why, low, high, options]),
  ]);
}
