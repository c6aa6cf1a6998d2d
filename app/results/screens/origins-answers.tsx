import { HowLarge } from "./how-large.tsx";
import { HowLong } from "./how-long.tsx";
import { HowOften } from "./how-often.tsx";
import { linesOf, type AnswersProps } from "./origin-lines.ts";
import { WhereFrom } from "./where-from.tsx";

export function OriginsAnswers(props: AnswersProps) {
  const lines = linesOf(props.data);
  return (
    <>
      <WhereFrom {...props} lines={lines} />
      <HowOften {...props} lines={lines} />
      <HowLong {...props} lines={lines} />
      <HowLarge {...props} lines={lines} />
    </>
  );
}
