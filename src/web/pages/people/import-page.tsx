import { EMPLOYEE_COLUMNS } from '../../../directory/csv/columns.ts'
import type { Complaint } from '../../../directory/csv/complaint.ts'
import type { ImportResult } from '../../../directory/import-employees.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { Field, TextField } from '../../components/field.tsx'
import { Figures } from '../../components/figures.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Refused } from '../../components/refused.tsx'
import { Tick } from '../../components/ticks.tsx'
import type { Reader } from '../../reader.ts'
import { sayRemedy } from '../../refusals/remedy-texts.ts'
import { peopleTexts } from '../../texts/people.ts'
import { columnTexts } from '../../texts/people-columns.ts'

export interface ImportView {
  csv: string
  deactivateMissing: boolean
  result: ImportResult | null
  /** What is wrong, line by line; `total` counts those not listed too. */
  complaints: { total: number; lines: readonly Complaint[] } | null
  refusal: string | null
}

interface Props {
  view: ImportView
  reader: Reader
}

const COUNTS = ['added', 'changed', 'unchanged', 'reactivated', 'deactivated', 'teamsAdded'] as const

/** What is no column, and is wrong all the same. */
const PLACES = ['header', 'line', 'file'] as const
const isPlace = (field: string): field is (typeof PLACES)[number] => PLACES.some((place) => place === field)

function Remedy({ remedy, reader }: { remedy: string; reader: Reader }) {
  const { text, lang } = sayRemedy(remedy, reader)
  return <span lang={lang}>{text}</span>
}

function Wrong({ complaints, reader }: { complaints: ImportView['complaints'] & object; reader: Reader }) {
  const texts = reader.say(peopleTexts)
  return (
    <Card id="wrong" tone="warm" title={texts.wrong(complaints.total)} hint={texts.wrongHint}>
      <DataTable
        caption={texts.wrong(complaints.total)}
        rows={complaints.lines}
        keyOf={({ line, field, remedy }) => `${line} ${field} ${remedy}`}
        columns={[
          { heading: texts.line, value: ({ line }) => `${texts.line} ${line}` },
          { heading: texts.field, value: ({ field }) => (isPlace(field) ? texts.places[field] : field) },
          { heading: texts.value, value: ({ value }) => value ?? '' },
          { heading: texts.remedy, value: ({ remedy }) => <Remedy remedy={remedy} reader={reader} /> }
        ]}
      />
    </Card>
  )
}

function WouldDo({ view: { result, csv, deactivateMissing }, reader }: Props) {
  const texts = reader.say(peopleTexts)
  if (!result) return null
  return (
    <Card id="would" title={texts.wouldDo}>
      <Figures
        figures={COUNTS.map((count) => ({ label: texts.counts[count], value: reader.number(result[count]) }))}
      />
      {result.deactivatedPeople.length > 0 && (
        <details>
          <summary>{texts.leaving}</summary>
          <ul>
            {result.deactivatedPeople.map(({ name, email }) => (
              <li key={email}>
                {name} <span class="soft">{email}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <form method="post" action="/people/import" encType="multipart/form-data" class="inline">
        <textarea name="csv" hidden value={csv} />
        {deactivateMissing && <input type="hidden" name="missing" value="yes" />}
        <Button name="write" value="yes" icon="check">
          {texts.write}
        </Button>
      </form>
    </Card>
  )
}

function Columns({ reader }: { reader: Reader }) {
  const texts = reader.say(peopleTexts)
  const { holds } = reader.say(columnTexts)
  return (
    <details class="card">
      <summary>{texts.columns}</summary>
      <dl class="stack-s">
        {EMPLOYEE_COLUMNS.map(({ name, isRequired }) => (
          <div key={name}>
            <dt>
              <code>{name}</code> {isRequired && <span class="soft small">{texts.required}</span>}
            </dt>
            <dd class="soft small">{holds[name]}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** People from a file: what would happen first, then the writing. */
export function ImportPage({ view, reader }: Props) {
  const texts = reader.say(peopleTexts)
  return (
    <>
      <PageHead
        title={texts.importTitle}
        intro={texts.importIntro}
        back={{ href: '/people', label: texts.title }}
      />
      {view.refusal && (
        <Refused title={texts.wrongHint}>
          <p>{view.refusal}</p>
        </Refused>
      )}
      {view.complaints && <Wrong complaints={view.complaints} reader={reader} />}
      <WouldDo view={view} reader={reader} />
      <section class="card">
        <form method="post" action="/people/import" encType="multipart/form-data" class="fields">
          <Field id="file" label={texts.file}>
            {(described) => (
              <input
                id="file"
                name="file"
                type="file"
                accept=".csv,text/csv,text/plain"
                data-choose={texts.chooseFile}
                data-none={texts.noFile}
                {...described}
              />
            )}
          </Field>
          <TextField
            id="csv"
            name="csv"
            label={texts.orPaste}
            maxLength={4_000_000}
            long
            optional=""
            value={view.csv.length < 20_000 ? view.csv : ''}
          />
          <Tick name="missing" label={texts.missing} isTicked={view.deactivateMissing} />
          <Button icon="search">{texts.dryRun}</Button>
        </form>
      </section>
      <Columns reader={reader} />
    </>
  )
}
