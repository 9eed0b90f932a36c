import type { PlanningPolicy } from '../../../engine/facts/weights-of.ts'
import type { PlanningPolicyRead } from '../../../rotations/planning-policy.ts'
import { EMPHASES } from '../../../words.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Choices, TextField } from '../../components/field.tsx'
import type { Reader } from '../../reader.ts'
import { settingsTexts } from '../../texts/settings.ts'
import { planningTexts } from '../../texts/settings-planning.ts'
import { SettingsHead } from './settings-head.tsx'

interface Props {
  policy: PlanningPolicyRead
  maySet: boolean
  reader: Reader
}

const DIRECTIONS = ['evenLoad', 'evenUnpopular', 'wishes', 'promises'] as const

function Directions({ policy, maySet, reader }: Props) {
  const texts = reader.say(planningTexts)
  const options = EMPHASES.map((emphasis) => ({ value: emphasis, label: texts.emphases[emphasis] }))
  if (!maySet) return <InWords policy={policy} reader={reader} />
  return (
    <form method="post" action="/settings/planning" class="fields">
      {DIRECTIONS.map((direction) => (
        <div key={direction} class="stack-xs">
          <Choices
            name={direction}
            label={texts[direction]}
            options={options}
            value={policy[direction]}
            required
          />
          <p class="soft small">{texts.hints[direction]}</p>
        </div>
      ))}
      <TextField
        id="reason"
        name="reason"
        label={texts.reason}
        hint={texts.reasonHint}
        maxLength={500}
        long
      />
      <Button>{reader.say(settingsTexts).save}</Button>
    </form>
  )
}

function InWords({ policy, reader }: { policy: PlanningPolicy; reader: Reader }) {
  const texts = reader.say(planningTexts)
  return (
    <ul class="stack-xs">
      {DIRECTIONS.map((direction) => (
        <li key={direction}>{texts.part(texts[direction], texts.emphases[policy[direction]])}</li>
      ))}
    </ul>
  )
}

/** How much what weighs in plans, in words, and who said so why. */
export function PlanningPolicyPage({ told, ...props }: Props & { told: string | undefined }) {
  const { policy, reader } = props
  const texts = reader.say(planningTexts)
  const said = reader.say(settingsTexts)
  return (
    <>
      <SettingsHead title={said.sections.planning} intro={texts.intro} told={told} reader={reader} />
      <div class="columns">
        <div class="card">
          <Directions {...props} />
        </div>
        <Card id="history" title={said.history}>
          {policy.history.length === 0 && <p class="soft">{texts.default}</p>}
          <ul class="rows">
            {policy.history.map(({ reason, setAt, setBy, ...words }) => (
              <li key={setAt.toISOString()}>
                <div class="main stack-xs">
                  <p class="strong">{reason}</p>
                  <InWords policy={words} reader={reader} />
                  <p class="soft small">{said.by(setBy.name, reader.date(reader.dateOf(setAt), 'dated'))}</p>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  )
}
