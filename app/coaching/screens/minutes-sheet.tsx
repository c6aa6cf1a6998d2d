import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Form } from "#lib/web/form.tsx";
import { NumberField } from "#lib/web/number-field.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import type { SalesMeetingView } from "../sales-meeting-view.ts";
import { DEFAULT_MINUTES, MOST_MINUTES, PARTS, totalOf, type Minutes } from "../sales-meeting.ts";
import { PART_NAMES } from "./meeting-words.ts";
import { useArrange } from "./use-sales-meeting.ts";
import css from "./sales-meeting.module.css";

interface MinutesSheetProps {
  pack: SalesMeetingView;
  opened: boolean;
  onClose: () => void;
}

/** How many minutes each part takes: thirty together at most. The team keeps them for the weeks that follow. */
export function MinutesSheet({ pack, opened, onClose }: MinutesSheetProps) {
  return (
    <Sheet title="How long each part takes" opened={opened} onClose={onClose}>
      <MinutesForm pack={pack} done={onClose} />
    </Sheet>
  );
}

function MinutesForm({ pack, done }: { pack: SalesMeetingView; done: () => void }) {
  const [minutes, setMinutes] = useState<Record<string, number | null>>(pack.minutes);
  const arrange = useArrange(pack, { minutes: pack.minutes }, done);
  const whole = Object.fromEntries(PARTS.map((part) => [part, minutes[part] ?? 0])) as unknown as Minutes;
  const total = totalOf(whole);
  const over = total - MOST_MINUTES;
  return (
    <Form
      onSubmit={() => arrange.send({ minutes: whole })}
      problem={arrange.problem}
      actions={
        <>
          <Button submit tone="primary" busy={arrange.busy} disabled={over > 0}>
            Keep these times
          </Button>
          <Button tone="quiet" onClick={() => setMinutes(DEFAULT_MINUTES)}>
            As at first
          </Button>
        </>
      }
    >
      <p className={over > 0 ? css.over : css.soft} role="status">
        {over > 0
          ? `${total} minutes: take ${over} away, people want to go and ask.`
          : `${total} of ${MOST_MINUTES} minutes. None leaves a part out.`}
      </p>
      <div className={css.minutes}>
        {PARTS.map((part) => (
          <NumberField
            key={part}
            label={PART_NAMES[part]}
            name={`minutes.${part}`}
            value={minutes[part] ?? null}
            most={MOST_MINUTES}
            onChange={(value) => setMinutes({ ...minutes, [part]: value })}
          />
        ))}
      </div>
    </Form>
  );
}
