import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { TextField } from '../../components/field.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { DateTile, Times } from '../../components/when.tsx'
import type { CounterView } from '../../read-counter.ts'
import type { Reader } from '../../reader.ts'
import { frameTexts } from '../../texts/frame.ts'
import { swapsTexts } from '../../texts/swaps.ts'
import { takersTexts } from '../../texts/takers.ts'
import { PartField } from './part-field.tsx'
import { SwapItem } from './swap-item.tsx'

interface Props {
  view: CounterView
  reader: Reader
}

/** The seats that could change hands the other way, and none. */
function InReturn({ view: { inReturn, isOffered, swap }, reader }: Props) {
  const texts = reader.say(swapsTexts)
  const { proposer } = swap
  return (
    <fieldset>
      <legend>{isOffered ? texts.giveInReturn : texts.takeInReturn(proposer.name)}</legend>
      <ul class="rows">
        <li>
          <label class="pick">
            <input type="radio" name="assignmentId" value="" checked />
            <span class="main">{texts.nothingInReturn}</span>
          </label>
        </li>
        {inReturn.map((seat) => (
          <li key={seat.assignmentId}>
            <label class="pick">
              <input type="radio" name="assignmentId" value={seat.assignmentId} />
              <DateTile at={seat.startsAt} reader={reader} />
              <span class="main">
                <span class="strong">
                  <Times span={seat} timeZone={seat.rotation.timeZone} reader={reader} />
                </span>
                <small class="block">{seat.rotation.name}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** Not so, but so: an answer to a proposal that is a proposal itself. */
export function CounterPage({ view, reader }: Props) {
  const texts = reader.say(swapsTexts)
  const { swap, me, seat } = view
  return (
    <>
      <PageHead
        title={texts.counter}
        intro={texts.counterIntro}
        back={{ href: '/swaps', label: texts.title }}
      />
      <Card id="asked" title={texts.counterTo}>
        <ul class="swaps">
          <SwapItem swap={swap} me={me} reader={reader} />
        </ul>
      </Card>
      <Card id="counter" title={texts.counterHow}>
        <form method="post" action={`/swaps/${swap.id}/counter`} class="fields">
          <InReturn view={view} reader={reader} />
          <PartField id="part" seat={seat} reader={reader} />
          <TextField
            id="message"
            name="message"
            label={reader.say(takersTexts).message}
            optional={reader.say(frameTexts).optional}
            maxLength={500}
            long
          />
          <Button icon="swap">{texts.sendCounter}</Button>
        </form>
      </Card>
    </>
  )
}
