import type { ComponentChildren } from 'preact'
import { addDays } from '../../../engine/time/add-days.ts'
import type { Season } from '../../../seasons/read-seasons.ts'
import { PageHead, Segments } from '../../components/page-head.tsx'
import { Badge, type BadgeTone } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { seasonTexts } from '../../texts/seasons.ts'

const TONES: Record<Season['state'], BadgeTone> = {
  planned: 'warm',
  running: 'good',
  over: 'warm',
  closed: 'soft'
}

export function StateBadge({ state, reader }: { state: Season['state']; reader: Reader }) {
  return <Badge tone={TONES[state]}>{reader.say(seasonTexts).states[state]}</Badge>
}

/** "1 April to 30 June 2027": the last day counts. */
export const seasonDays = ({ fromOn, toOn }: Pick<Season, 'fromOn' | 'toOn'>, reader: Reader): string =>
  reader.say(seasonTexts).days(reader.date(fromOn, 'dated'), reader.date(addDays(toOn, -1), 'dated'))

type Place = 'charter' | 'gap' | 'closing'
const PATHS: Record<Place, string> = { charter: '', gap: '/gap', closing: '/closing' }
const PLACES = ['charter', 'gap', 'closing'] as const

interface HeadProps {
  season: Season
  page: Place
  reader: Reader
  title?: string
  children?: ComponentChildren
}

/** The name of a season, its days and state, and the way between its pages. */
export function SeasonHead({ season, page, reader, title, children }: HeadProps) {
  const texts = reader.say(seasonTexts)
  return (
    <>
      <PageHead
        title={title ?? season.name}
        intro={
          <>
            {seasonDays(season, reader)} <StateBadge state={season.state} reader={reader} />
          </>
        }
      >
        {children}
      </PageHead>
      <div>
        <Segments
          label={texts.title}
          items={PLACES.map((place) => ({
            href: `/seasons/${season.id}${PATHS[place]}`,
            label: texts[place],
            isCurrent: place === page
          }))}
        />
      </div>
    </>
  )
}
