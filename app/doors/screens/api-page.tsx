import { LinkButton } from "#lib/web/button.tsx";
import { Column as Page, Section } from "#lib/web/card.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { fieldsOf, linesByTag, typeText, type Described, type Line, type Schema } from "../described.ts";
import css from "./api-page.module.css";

/** Every route, read from the description that the server makes of itself. */
export function ApiPage() {
  const described = useRead<Described>("/openapi.json");
  return (
    <Page>
      <PageHeading
        below="What the screens do, programs can do too. Each route says which scope a key needs for it."
        action={<LinkButton href="/api/v1/openapi.json">OpenAPI 3.1</LinkButton>}
      >
        The API
      </PageHeading>
      <pre className={css.example} tabIndex={0}>
        {`curl -H "Authorization: Bearer KEY" ${location.origin}/api/v1/accounts`}
      </pre>
      {described.problem && <Trouble problem={described.problem} again={described.again} />}
      {described.loading && <Loading />}
      {described.data && <Routes document={described.data} />}
    </Page>
  );
}

function Routes({ document }: { document: Described }) {
  return (
    <>
      <p className={css.words}>{document.info.description}</p>
      {[...linesByTag(document)].map(([tag, lines]) => (
        <Section key={tag} title={tag}>
          {lines.map((line) => (
            <Route key={`${line.method} ${line.path}`} line={line} document={document} />
          ))}
        </Section>
      ))}
    </>
  );
}

function Route({ line, document }: { line: Line; document: Described }) {
  const { method, path, operation, scope } = line;
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const [status, done] = Object.entries(operation.responses).find(([code]) => code.startsWith("2")) ?? [];
  const answer = Object.values(done?.content ?? {})[0]?.schema;
  const parameters = (operation.parameters ?? []).filter((each) => each.in !== "header");
  return (
    <details className={css.route}>
      <summary>
        <span className={css.method}>{method}</span> <code className={css.path}>{path}</code>
        <span className={css.summary}>{operation.summary}</span>
      </summary>
      <p className={css.words}>{scope ? `A key needs the scope “${scope}”.` : "Open to everybody."}</p>
      <Fields
        title="Parameters"
        fields={parameters.map((each) => ({
          name: each.name,
          type: typeText(each.schema),
          required: each.required === true,
        }))}
      />
      <Fields title="Body" fields={fieldsOf(body, document)} whole={body} />
      <Fields title={`Answer ${status ?? ""}`} fields={fieldsOf(answer, document)} whole={answer} />
    </details>
  );
}

interface FieldsProps {
  title: string;
  fields: readonly { name: string; type: string; required: boolean }[];
  whole?: Schema;
}

function Fields({ title, fields, whole }: FieldsProps) {
  if (fields.length === 0 && whole === undefined) return null;
  return (
    <>
      <h3 className={css.part}>{title}</h3>
      {fields.length === 0 && <p className={css.words}>{typeText(whole)}</p>}
      <dl className={css.fields}>
        {fields.map(({ name, type, required }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
              {required && <span className={css.words}> needed</span>}
            </dt>
            <dd>{type}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
