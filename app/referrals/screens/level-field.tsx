import { OneOfField } from "#lib/web/choice-fields.tsx";
import { capital } from "#lib/web/words.ts";
import { LEVELS, type Level } from "../referral.ts";
import { levelSentence } from "./referral-words.ts";

interface LevelFieldProps {
  /** What the source is called. */
  source: string;
  /** What the new contact is called. */
  contact: string;
  value: Level | null;
  onChange: (level: Level) => void;
  /** Whether "only a name" may be chosen. */
  names?: boolean;
}

/** The effort the source made, in plain sentences. */
export function LevelField({ source, contact, value, onChange, names = true }: LevelFieldProps) {
  return (
    <OneOfField
      label={`What did ${source} do?`}
      name="level"
      value={value === null ? "" : (String(value) as `${Level}`)}
      onChange={(level) => level !== "" && onChange(Number(level) as Level)}
      options={LEVELS.filter((level) => names || level > 0).map((level) => ({
        value: String(level) as `${Level}`,
        label: capital(levelSentence(level, contact)),
        ...(level === 0 && { hint: "Kept to work on. It counts once it becomes an introduction." }),
      }))}
    />
  );
}
