import { Button, LinkButton } from '../../components/button.tsx'
import { DateField } from '../../components/field.tsx'
import { Note } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { frameTexts } from '../../texts/frame.ts'
import { reportTexts } from '../../texts/reports.ts'
import { themeTexts } from '../../texts/theme.ts'

interface Props {
  /** The page itself. */
  page: string
  /** Where what its figures are made of is to be had as a file. */
  csv: string
  /** The day that it is read as of; empty: as it stands. */
  asOf: string
  reader: Reader
}

/** Reads a page of figures as of a day, and has them as a file. */
export function AsKnown({ page, csv, asOf, reader }: Props) {
  const texts = reader.say(reportTexts)
  return (
    <form action={page} class="filters">
      <DateField
        id="as-of"
        name="asOf"
        label={texts.asOf}
        value={asOf}
        optional={reader.say(frameTexts).optional}
      />
      <Button tone="plain">{texts.show}</Button>
      <LinkButton tone="plain" icon="download" href={asOf === '' ? csv : `${csv}?asOf=${asOf}`}>
        {texts.csv}
      </LinkButton>
    </form>
  )
}

/** Says that a page is of the past, so that nobody takes it for today's. */
export function OfThePast({ page, asOf, reader }: Omit<Props, 'csv'>) {
  if (asOf === '') return null
  const themed = reader.say(themeTexts)
  return (
    <Note tone="warm">
      <p class="strong">{reader.say(reportTexts).asKnown(reader.date(asOf, 'dated'))}</p>
      <p>
        {themed.wordsOfToday} <a href={page}>{themed.showToday}</a>
      </p>
    </Note>
  )
}
