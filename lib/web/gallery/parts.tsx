import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Bars } from "#lib/web/bars.tsx";
import { Button, GoButton, LinkButton } from "#lib/web/button.tsx";
import { Card, Quote, Section } from "#lib/web/card.tsx";
import { CommandOpener } from "#lib/web/command-door.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import css from "./gallery.module.css";

export function Parts() {
  const say = useUndo();
  return (
    <>
      <PageHeading
        below="Shelf three is the one to look at."
        action={
          <GoButton to="/fields" tone="primary">
            Lend a tool
          </GoButton>
        }
      >
        Three tools are due, then you are done
      </PageHeading>
      <CommandOpener>lent … to … until …</CommandOpener>
      <Section title="Due today">
        <Card
          title="Ladder, three metres"
          below="Shelf 3 · lent since March"
          aside={<Pill tone="good">never late</Pill>}
          actions={
            <>
              <LinkButton href="tel:+4930000000" tone="primary">
                Call
              </LinkButton>
              <Button onClick={() => say("Brought back.", undone)}>Brought back</Button>
              <Button onClick={() => say("Nothing to take back here.")}>Not today</Button>
              <ActionMenu
                label="More for the ladder"
                actions={[
                  { label: "Mend", run: () => say("Mended.") },
                  { label: "Give away", run: () => say("Given away.", undone) },
                ]}
              >
                More
              </ActionMenu>
            </>
          }
        >
          <p>Said in May that the roof “will be done in a week”. You meet her tomorrow at 10:00.</p>
          <Quote>“Do you know when you will be done with the roof?”</Quote>
        </Card>
        <Card
          title="A saw with a name that is rather long and breaks the line"
          below="lent since Tuesday"
          aside={<Pill tone="due">due today</Pill>}
        >
          <p>Nothing else to say.</p>
        </Card>
      </Section>
      <Section title="Tones" aside={<Button tone="quiet">See all</Button>}>
        <div className={css.row}>
          <Pill>plain</Pill>
          <Pill tone="good">earned the right</Pill>
          <Pill tone="due">by Tuesday</Pill>
          <Pill tone="late">late by 3 days</Pill>
          <Pill tone="quiet">not yet</Pill>
        </div>
      </Section>
      <Section title="Buttons">
        <div className={css.row}>
          <Button tone="primary">Save</Button>
          <Button>Leave it</Button>
          <Button tone="quiet">Show more</Button>
          <Button tone="danger">Take away</Button>
          <Button disabled>Not now</Button>
          <Button tone="primary" busy>
            Saving
          </Button>
        </div>
      </Section>
      <Section title="History">
        <Bars
          label="Lent, last 13 weeks"
          bars={[4, 5, 1, 7, 9, 6, 4, 7, 9, 9, 6, 11, 8].map((value, at) => ({
            name: `week ${at + 1}`,
            value,
          }))}
        />
      </Section>
    </>
  );
}

async function undone(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 300));
}
