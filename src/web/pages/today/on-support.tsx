import type { OnSupport as RotationNow } from '../../../shifts/read-now.ts'
import { People } from '../../components/people.tsx'
import type { Reader } from '../../reader.ts'

function Rotation({ rotation: { rotation, now, next }, reader }: { rotation: RotationNow; reader: Reader }) {
  const { texts } = reader
  return (
    <li class="stack-small">
      <h3>{rotation.name}</h3>
      {now ? (
        <div class="stack-small">
          <small>{texts.until(reader.time(now.endsAt))}</small>
          <People people={now.people} />
        </div>
      ) : (
        <p class="soft">{texts.nobodyNow}</p>
      )}
      {next ? (
        <div class="stack-small">
          <small>
            {texts.nextUp(`${reader.day(next.startsAt)}, ${reader.span(next.startsAt, next.endsAt)}`)}
          </small>
          <People people={next.people} />
        </div>
      ) : (
        <small>{texts.noneNext}</small>
      )}
    </li>
  )
}

/** Who is on support now, and who comes next, for each rotation. */
export function OnSupport({ rotations, reader }: { rotations: RotationNow[]; reader: Reader }) {
  return (
    <section class="card" aria-labelledby="now">
      <h2 id="now">{reader.texts.nowOn}</h2>
      <ul class="stack">
        {rotations.map((rotation) => (
          <Rotation key={rotation.rotation.id} rotation={rotation} reader={reader} />
        ))}
      </ul>
    </section>
  )
}
