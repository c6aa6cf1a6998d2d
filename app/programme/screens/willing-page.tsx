import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Quote, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FactTable } from "#lib/web/fact-table.tsx";
import { LongTextField, TextField } from "#lib/web/field.tsx";
import { text } from "#lib/web/filters.ts";
import { Form, useDraft } from "#lib/web/form.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go, useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { LongList } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { rateText } from "#lib/web/words.ts";
import { useMe } from "#team/screens/use-me.ts";
import { NO_THEME } from "../willing-themes.ts";
import type { SaidView, WillingView } from "../willing-view.ts";
import { ProgrammeTabs } from "./programme-tabs.tsx";
import { useAddTheme, useRemoveTheme, useSortWords } from "./use-willing.ts";
import { waitingText, willingHeading } from "./willing-words.ts";
import css from "./willing.module.css";

const UNSORTED = "unsorted";

/** What clients said makes them willing to introduce us: their words, by theme. */
export function WillingPage() {
  const me = useMe();
  const willing = useRead<WillingView>("/willing");
  const [{ theme }, setFilters] = useFilters({ theme: text() });
  const [adding, setAdding] = useState(false);
  if (willing.problem) return <Trouble problem={willing.problem} again={willing.again} />;
  if (willing.data === undefined || me === undefined) return <Loading />;
  const { data } = willing;
  const anything = data.telling + data.unsorted > 0;
  const show = (key: string) => setFilters({ theme: key === theme ? "" : key });
  const shown = data.themes.find(({ key }) => key === theme);
  return (
    <>
      <ProgrammeTabs />
      <PageHeading below="Asked on report cards and noted in account reviews, of the last two years.">
        {willingHeading(data)}
      </PageHeading>
      <div className={css.page}>
        {anything ? (
          <>
            <Section
              title="By theme"
              aside={
                data.mayAddThemes && (
                  <Button tone="quiet" onClick={() => setAdding(true)}>
                    A theme of our own
                  </Button>
                )
              }
            >
              <Themes willing={data} chosen={theme} onChoose={show} />
            </Section>
            <Section
              title={shown?.name ?? (theme === UNSORTED ? "To be sorted" : "In their words")}
              aside={
                theme === "" && data.unsorted === 0 ? undefined : (
                  <Button tone="quiet" onClick={() => show(theme === "" ? UNSORTED : theme)}>
                    {theme === "" ? `Only the ${data.unsorted} to be sorted` : "All words"}
                  </Button>
                )
              }
            >
              <p className={css.soft}>
                {waitingText(data.unsorted)} A dashed theme is a guess from their words.
              </p>
              <LongList<SaidView>
                label="What they said"
                path="/willing/words"
                query={{ theme }}
                rowKey={({ key }) => key}
                empty={<p className={css.soft}>Nothing here any more.</p>}
                render={(said) => <Said said={said} willing={data} today={me.today} />}
              />
            </Section>
          </>
        ) : (
          <Empty action={<GoButton to="/report-cards">Send a report card</GoButton>}>
            Nobody has said yet. Each report card asks “What would make you glad to introduce us to somebody?”
          </Empty>
        )}
      </div>
      <Sheet title="A theme of our own" opened={adding} onClose={() => setAdding(false)}>
        <AddTheme onDone={() => setAdding(false)} />
      </Sheet>
    </>
  );
}

function Themes({
  willing,
  chosen,
  onChoose,
}: {
  willing: WillingView;
  chosen: string;
  onChoose: (key: string) => void;
}) {
  const remove = useRemoveTheme();
  const named = willing.themes.filter(({ words }) => words > 0);
  const others = willing.themes.filter(({ words }) => words === 0);
  return (
    <Card>
      {named.length > 0 && (
        <FactTable
          caption="Themes"
          rows={named}
          rowKey={({ key }) => key}
          columns={[
            {
              key: "name",
              head: "theme",
              main: true,
              render: ({ key, name }) => (
                <button
                  type="button"
                  className={css.open}
                  aria-pressed={key === chosen}
                  onClick={() => onChoose(key)}
                >
                  {name}
                </button>
              ),
            },
            { key: "words", head: "named", number: true, figure: true, render: ({ words }) => words },
            {
              key: "share",
              head: "of what is sorted",
              number: true,
              soft: true,
              render: ({ words, share }) => rateText(words, share),
            },
          ]}
        />
      )}
      {others.length > 0 && (
        <p className={css.soft}>Not named so far: {others.map(({ name }) => name).join(" · ")}.</p>
      )}
      {willing.mayAddThemes && others.some(({ own }) => own) && (
        <div className={css.chips}>
          {others
            .filter(({ own }) => own)
            .map(({ key, name, signs }) => (
              <Button
                key={key}
                tone="quiet"
                busy={remove.busy}
                onClick={() => remove.send({ key, name, signs })}
              >
                {`Take “${name}” away`}
              </Button>
            ))}
        </div>
      )}
      <FormError problem={remove.problem} />
    </Card>
  );
}

function Said({ said, willing, today }: { said: SaidView; willing: WillingView; today: Day }) {
  const sort = useSortWords(said);
  const likely = [...said.themes, ...said.proposed];
  const [all, setAll] = useState(false);
  const themes = [
    ...willing.themes.map(({ key, name }) => ({ key, name })),
    { key: NO_THEME, name: "Says nothing of it" },
  ];
  const near = themes.filter(({ key }) => likely.includes(key));
  const others = themes.filter(({ key }) => !likely.includes(key));
  const press = (key: string) => sort.send({ themes: toggled(said.themes, key), before: said.themes });
  return (
    <article className={css.word}>
      <Quote>{said.words}</Quote>
      <p className={css.by}>
        <Who said={said} /> · <Where said={said} today={today} />
      </p>
      <div className={css.chips} role="group" aria-label="Themes of these words">
        {[...near, ...(all ? others : [])].map(({ key, name }) => (
          <button
            key={key}
            type="button"
            className={said.proposed.includes(key) ? css.proposed : css.chip}
            aria-pressed={said.themes.includes(key)}
            disabled={sort.busy}
            onClick={() => press(key)}
          >
            {name}
            {said.proposed.includes(key) && <span className="only-heard"> (a guess)</span>}
          </button>
        ))}
        {!all && (
          <Button tone="quiet" label="More themes for these words" onClick={() => setAll(true)}>
            {likely.length === 0 ? "Choose a theme" : "More"}
          </Button>
        )}
      </div>
      <FormError problem={sort.problem} />
    </article>
  );
}

function Who({ said: { person, account, notedBy } }: { said: SaidView }) {
  const at = account && <Go to={`/accounts/${account.id}`}>{account.name}</Go>;
  if (person === null)
    return (
      <>
        {at ?? "A client"}
        {notedBy !== null && `, as ${notedBy} noted it`}
      </>
    );
  return (
    <>
      <Go to={`/people/${person.id}`}>{person.name}</Go>
      {at && <>, {at}</>}
    </>
  );
}

function Where({ said: { kind, recordId, day, question }, today }: { said: SaidView; today: Day }) {
  const to = kind === "card" ? `/report-cards/${recordId}` : `/account-reviews/${recordId}`;
  const when = dayText(day, today);
  return (
    <>
      <Go to={to}>{kind === "card" ? `report card of ${when}` : `account review of ${when}`}</Go>
      {question !== null && `, to “${question}”`}
    </>
  );
}

/** "Says nothing of it" stands alone. */
function toggled(themes: readonly string[], key: string): string[] {
  if (themes.includes(key)) return themes.filter((each) => each !== key);
  return key === NO_THEME ? [key] : [...themes.filter((each) => each !== NO_THEME), key];
}

function AddTheme({ onDone }: { onDone: () => void }) {
  const add = useAddTheme();
  const draft = useDraft({ name: "", signs: "" });
  const send = async () => {
    const signs = draft.value.signs.split(/[\n,]/).filter((sign) => sign.trim() !== "");
    await add.sendNow({ name: draft.value.name, signs });
    onDone();
  };
  return (
    <Form
      problem={add.problem}
      onSubmit={() => void send().catch(() => undefined)}
      actions={
        <Button submit tone="primary" busy={add.busy}>
          Add the theme
        </Button>
      }
    >
      <TextField label="What it is called" {...draft.field("name")} />
      <LongTextField
        label="Words by which it is guessed"
        hint="In English or German, with commas between them; each word finds its forms too. It may stay empty."
        {...draft.field("signs")}
      />
    </Form>
  );
}
