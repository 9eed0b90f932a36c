import { SMALL_GROUPS } from '../../../reports/published-rows.ts'
import type { Participation } from '../../../reports/read-participation.ts'
import { BETWEEN_SEASONS } from '../../../reports/split-period.ts'
import { tenureBand } from '../../../reports/tenure.ts'
import type { Reader } from '../../reader.ts'
import { peopleTexts } from '../../texts/people.ts'
import { reportTexts } from '../../texts/reports.ts'

type Row = Participation['rows'][number]

/** More names than these are counted. */
const MOST_NAMES = 4
const NAMES_SHOWN = 3

/** What a row is called in the reader's language. Files keep the names of the API, which programs read. */
export function groupName(row: Row, by: Participation['by'], reader: Reader): string {
  const texts = reader.say(reportTexts)
  if (row.group === SMALL_GROUPS) return texts.fewGroup
  if (row.group === BETWEEN_SEASONS) return texts.betweenSeasons
  if (row.parts.length === 0) return row.group
  const names = row.parts.map((part) => partName(part, by, reader))
  if (names.length <= MOST_NAMES) return names.join(' + ')
  return [...names.slice(0, NAMES_SHOWN), texts.more(names.length - NAMES_SHOWN)].join(' + ')
}

function partName(part: string, by: Participation['by'], reader: Reader): string {
  const texts = reader.say(reportTexts)
  if (by === 'tenure') {
    const { since, before } = tenureBand(part)
    return texts.tenure(since, before)
  }
  if (by === 'track') return wordFor(texts.tracks, part)
  if (by === 'level') return wordFor(reader.say(peopleTexts).level, part)
  return part
}

const wordFor = (words: Readonly<Record<string, string>>, key: string) => words[key] ?? key
