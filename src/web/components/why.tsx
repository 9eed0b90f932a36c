import type { AssignmentReason } from '../../engine/plan/reason.ts'
import type { Reader } from '../reader.ts'
import { frameTexts } from '../texts/frame.ts'
import { whyTexts } from '../texts/why.ts'

/** The stored reasons as sentences, most telling first. */
function sentences(reason: AssignmentReason, reader: Reader): string[] {
  const texts = reader.say(whyTexts)
  const hours = reader.say(frameTexts).hoursShort(reader.hours(reason.owedMinutes))
  const { unpopularPoints, carriedUnpopular, otherTakers, nextBestExtraCost: next } = reason
  return [
    reason.owedMinutes > 0 ? texts.whyOwed(hours) : texts.whyNotOwed,
    unpopularPoints === 0 ? texts.whyPopular : texts.whyUnpopular(unpopularPoints, carriedUnpopular),
    otherTakers === 0 ? texts.whyNobody : texts.whyOthers(otherTakers),
    ...(next !== null && next > 0 ? [texts.whyNext(reader.number(next))] : [])
  ]
}

/** Why somebody got a seat, folded until asked for. */
export function Why({ reason, reader }: { reason: AssignmentReason; reader: Reader }) {
  return (
    <details>
      <summary>{reader.say(whyTexts).whyMe}</summary>
      <ul class="stack-xs">
        {sentences(reason, reader).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  )
}
