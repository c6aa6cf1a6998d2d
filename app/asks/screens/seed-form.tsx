import { Button } from "#lib/web/button.tsx";
import { LongTextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { useState } from "react";
import type { SeedView } from "../seed-view.ts";
import { usePlantSeed, type SeedToPlant } from "./use-waiting.ts";
import css from "./waiting.module.css";

/** Instead of an answer, where nothing was asked: what was said, to come back to once it is delivered. */
export function SeedForm({
  seed,
  onPlanted,
}: {
  seed: Omit<SeedToPlant, "words">;
  onPlanted: (seed: SeedView) => void;
}) {
  const [words, setWords] = useState("");
  const plant = usePlantSeed(onPlanted);
  const isSeed = seed.moment === "discovery";
  return (
    <div className={css.stack}>
      <p className={css.soft}>
        {isSeed
          ? "Nothing is asked yet. Plant a seed: it comes back once it is delivered, in your words."
          : "Nothing is asked yet. Promise the quarterly review: it comes back with the review."}
      </p>
      <LongTextField label="What did you say?" name="words" lines={2} value={words} onChange={setWords} />
      <FormError problem={plant.problem} />
      <Button
        tone="primary"
        wide
        busy={plant.busy}
        onClick={() => plant.send({ ...seed, ...(words.trim() !== "" && { words }) })}
      >
        {isSeed ? "Plant the seed" : "Write it down"}
      </Button>
    </div>
  );
}
