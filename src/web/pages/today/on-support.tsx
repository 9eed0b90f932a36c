import { People } from '../../components/people.tsx'
import type { Reader } from '../../reader.ts'
import type { RotationNow } from './view.ts'

function Rotation({ rotation, reader }: { rotation: RotationNow; reader: Reader }) {
  const { texts } = reader
  const { next } = rotation
  return (
    <li class="stack-small">
      <h3>{rotation.rotationName}</h3>
      {rotation.now.map((shift) => (
        <div key={shift.endsAt.getTime()} class="stack-small">
          <small>{texts.until(reader.time(shift.endsAt))}</small>
          <People people={shift.people} />
        </div>
      ))}
      {rotation.now.length === 0 && <p class="soft">{texts.nobodyNow}</p>}
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
          <Rotation key={rotation.rotationId} rotation={rotation} reader={reader} />
        ))}
      </ul>
    </section>
  )
}
