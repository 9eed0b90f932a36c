import type { OnSupport as RotationNow } from '../../../shifts/read-now.ts'
import { Card } from '../../components/card.tsx'
import { hueOf } from '../../components/hue.ts'
import { People } from '../../components/people.tsx'
import type { Reader } from '../../reader.ts'
import { frameTexts } from '../../texts/frame.ts'
import { todayTexts } from '../../texts/today.ts'

function Rotation({ rotation: { rotation, now, next }, reader }: { rotation: RotationNow; reader: Reader }) {
  const texts = reader.say(todayTexts)
  const hostWord = reader.say(frameTexts).host
  return (
    <li class={`hue-${hueOf(rotation.id)}`}>
      <h3>{rotation.name}</h3>
      {now ? (
        <>
          <a class="small way-on" href={`/shifts/${now.id}`}>
            {texts.until(reader.time(now.endsAt))}
          </a>
          <People people={now.people} hostWord={hostWord} />
        </>
      ) : (
        <p class="soft">{texts.nobodyNow}</p>
      )}
      {next ? (
        <>
          <a class="small way-on" href={`/shifts/${next.id}`}>
            {texts.nextUp(`${reader.shortDay(next.startsAt)}, ${reader.span(next.startsAt, next.endsAt)}`)}
          </a>
          <People people={next.people} hostWord={hostWord} />
        </>
      ) : (
        <small>{texts.noneNext}</small>
      )}
    </li>
  )
}

/** Who is on support now, and who comes next, for each rotation. */
export function OnSupport({ rotations, reader }: { rotations: RotationNow[]; reader: Reader }) {
  const texts = reader.say(todayTexts)
  return (
    <Card id="now" title={texts.nowOn} end={<a href="/schedule">{texts.wholeSchedule}</a>}>
      {rotations.length === 0 && <p class="soft">{texts.noneNext}</p>}
      <ul class="on-now">
        {rotations.map((rotation) => (
          <Rotation key={rotation.rotation.id} rotation={rotation} reader={reader} />
        ))}
      </ul>
    </Card>
  )
}
