import { useState } from "react";
import { ChoiceField } from "#lib/web/field.tsx";
import { Go } from "#lib/web/go.tsx";
import type { Moment } from "../ask.ts";
import { asksAt } from "../talk-part.ts";
import { TALK_LANGUAGES, type LanguageCode } from "../wordings/talk-languages.ts";
import { MOMENT_WORDS, optionsOf } from "./ask-words.ts";
import { keepLanguage } from "./talk-draft.ts";
import { languageOf, NONE, type TalkAddress, type TalkReadings } from "./use-talk.ts";
import css from "./talk.module.css";

interface TalkAboutProps {
  address: TalkAddress;
  onChange: (some: Partial<TalkAddress>) => void;
  talk: Pick<TalkReadings, "match" | "pictures" | "reasons">;
  name: string;
}

/** One quiet line of what the talk is about, and the choices behind it. */
export function TalkAbout({ address, onChange, talk, name }: TalkAboutProps) {
  const [opened, setOpened] = useState(false);
  const language = languageOf(address);
  const { match } = talk;
  const pictures = talk.pictures.map(({ id, name: label }) => ({ value: id, label }));
  const reasons = talk.reasons.map(({ id, sentence }) => ({ value: id, label: sentence }));
  const picture = pictures.find(({ value }) => value === (address.picture || pictures[0]?.value));
  const targets = targetsIn(match, address.target);
  const about = match?.target?.name ?? picture?.label;
  if (!opened)
    return (
      <button type="button" className={css.about} aria-expanded={false} onClick={() => setOpened(true)}>
        <span>{[MOMENT_WORDS[address.moment], about].filter(Boolean).join(" · ")}</span>
        <span className={css.change}>Change</span>
      </button>
    );
  return (
    <div className={css.choices}>
      <ChoiceField<Moment>
        label="At which moment"
        name="moment"
        value={address.moment}
        options={optionsOf(MOMENT_WORDS)}
        onChange={(moment) => onChange({ moment })}
      />
      <ChoiceField<LanguageCode>
        label="Language"
        name="language"
        value={language}
        options={TALK_LANGUAGES.map(({ code, name: own }) => ({ value: code as LanguageCode, label: own }))}
        onChange={(code) => {
          keepLanguage(code);
          onChange({ language: code });
        }}
      />
      {asksAt(address.moment) && pictures.length > 0 && (
        <ChoiceField
          label="Whom to picture"
          name="picture"
          value={address.picture || (pictures[0]?.value ?? NONE)}
          options={[...pictures, { value: NONE, label: "Nobody in general" }]}
          onChange={(id) => onChange({ picture: id })}
        />
      )}
      {asksAt(address.moment) && reasons.length > 0 && (
        <ChoiceField
          label="Why they should meet us"
          name="reason"
          value={address.reason || (reasons[0]?.value ?? NONE)}
          options={[...reasons, { value: NONE, label: "No reason" }]}
          onChange={(id) => onChange({ reason: id })}
        />
      )}
      {asksAt(address.moment) && targets.length > 0 && (
        <ChoiceField
          label="Somebody in particular"
          name="target"
          value={address.target || NONE}
          hint={`Whom of those we pursue ${name} may know.`}
          options={[{ value: NONE, label: "Nobody in particular" }, ...targets]}
          onChange={(id) => onChange({ target: id })}
        />
      )}
      <p className={css.more}>
        The words are your team's: <Go to={`/words-for-asking?moment=${address.moment}`}>Words for asking</Go>
      </p>
    </div>
  );
}

/** Whom they may know, and who was chosen besides: by a plan, say. */
function targetsIn(match: TalkReadings["match"], chosen: string): { value: string; label: string }[] {
  const known = (match?.targets ?? []).map((each) => ({
    value: each.targetId ?? each.personId ?? each.accountId ?? "",
    label: each.words,
  }));
  const strange = match?.target && known.every(({ value }) => value !== chosen);
  return strange ? [{ value: chosen, label: match.target?.name ?? "" }, ...known] : known;
}
