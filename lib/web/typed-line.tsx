import type { Chip, Reading } from "./page.ts";
import css from "./typed-line.module.css";

interface ReadingChoice {
  run: () => void;
}

/** What the lines of the list do: carry it out and open the chips, or choose for the chip that is open. */
export function readingChoices(
  reading: Reading,
  chip: Chip | undefined,
  openChip: (id: string | null) => void,
): ReadingChoice[] {
  if (chip !== undefined)
    return chip.choices.map(({ run }) => ({
      run: () => {
        run();
        openChip(null);
      },
    }));
  const open = reading.chips.find(({ tone }) => tone === "open");
  const carryOut = () => {
    if (reading.busy) return;
    if (reading.ready) reading.run();
    else if (open !== undefined) openChip(open.id);
  };
  const offer = reading.offer === undefined || reading.busy ? [] : [reading.offer];
  return [{ run: carryOut }, ...offer, ...reading.chips.map(({ id }) => ({ run: () => openChip(id) }))];
}

/** The same as a screen reader says it when the line has come to rest. */
export function heardOf(reading: Reading, chip: Chip | undefined): string {
  if (chip !== undefined) return `${chip.label}: ${chip.choices.length} to choose from. Escape goes back.`;
  const offer = reading.offer === undefined ? [] : [`${reading.offer.label}?`, reading.offer.hint];
  return [reading.trouble ?? reading.label, ...offer, ...reading.notes].join(" ");
}

interface ReadingLinesProps {
  reading: Reading;
  chip: Chip | undefined;
  lineProps: (line: number) => object;
  choose: (line: number) => void;
}

/** What a typed line was understood as, in a list box: what Enter does, then a chip for each thing, or the choices of one. */
export function ReadingLines({ reading, chip, lineProps, choose }: ReadingLinesProps) {
  if (chip !== undefined)
    return (
      <div role="group" aria-label={chip.label}>
        <p className={css.group} aria-hidden="true">
          {chip.label}
        </p>
        {chip.choices.map((choice, line) => (
          <div
            key={choice.id}
            {...lineProps(line)}
            className={css.line}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(line)}
          >
            {choice.label}
            {choice.hint !== undefined && <small className={css.hint}>{choice.hint}</small>}
          </div>
        ))}
      </div>
    );
  const offer = reading.busy ? undefined : reading.offer;
  const first = offer === undefined ? 1 : 2;
  return (
    <div role="group" aria-label="Understood" className={css.chips}>
      <div
        {...lineProps(0)}
        aria-disabled={!reading.ready}
        className={css.run}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => choose(0)}
      >
        {reading.label}
      </div>
      {offer !== undefined && (
        <div
          {...lineProps(1)}
          className={css.offer}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(1)}
        >
          {offer.label}
          <small className={css.hint}>{offer.hint}</small>
        </div>
      )}
      {reading.chips.map((each, at) => (
        <div
          key={each.id}
          {...lineProps(at + first)}
          className={`${css.chip} ${css[each.tone]}`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(at + first)}
        >
          <small className={css.hint}>{each.label} </small>
          {each.value}
        </div>
      ))}
    </div>
  );
}
