import { LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { ShiftLine } from '../../components/shift-line.tsx'
import { Told } from '../../components/told.tsx'
import type { MyTimeView } from '../../read-my-time.ts'
import type { Reader } from '../../reader.ts'
import { myTimeTexts } from '../../texts/my-time.ts'
import { Absences, Ill } from './absences.tsx'
import { UnavailableHours } from './hours.tsx'
import { Wishes } from './wishes.tsx'

interface PageProps {
  view: MyTimeView
  reader: Reader
}

function InTheWay({ view, reader }: PageProps) {
  const texts = reader.say(myTimeTexts)
  if (view.inTheWay.length === 0) return null
  return (
    <Card id="in-the-way" title={texts.inTheWay} tone="warm">
      <ul class="rows">
        {view.inTheWay.map(({ assignmentId, shift, startsAt, endsAt }) => (
          <ShiftLine
            key={assignmentId}
            shift={{ shiftId: shift.id, startsAt, endsAt }}
            rotation={shift.rotation}
            reader={reader}
          >
            <LinkButton href={`/shifts/${shift.id}/takers`} icon="swap" about={reader.day(startsAt)}>
              {texts.findTaker}
            </LinkButton>
          </ShiftLine>
        ))}
      </ul>
    </Card>
  )
}

/** When I am away, when I cannot, when I would love to. */
export function MyTimePage({ view, reader, told }: PageProps & { told: string | undefined }) {
  const texts = reader.say(myTimeTexts)
  return (
    <>
      <Told text={told} />
      <PageHead title={texts.title} intro={texts.intro} back={{ href: '/me/shifts', label: texts.back }} />
      <Ill view={view} reader={reader} />
      <InTheWay view={view} reader={reader} />
      <div class="columns even">
        <Absences view={view} reader={reader} />
        <div class="stack">
          <Wishes view={view} reader={reader} />
          <UnavailableHours view={view} reader={reader} />
        </div>
      </div>
    </>
  )
}
