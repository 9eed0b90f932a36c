import type { LeadershipParticipation } from '../../../leadership/read-participation.ts'
import { Card } from '../../components/card.tsx'
import { BarChart } from '../../components/charts/bar-chart.tsx'
import type { Reader } from '../../reader.ts'
import { leadershipTexts } from '../../texts/leadership.ts'

interface Props {
  participation: LeadershipParticipation
  reader: Reader
}

/** The groups that are compared, in the order shown. */
export const groupsOf = ({ leaders, everybody }: LeadershipParticipation, reader: Reader) => {
  const texts = reader.say(leadershipTexts)
  return [
    { label: texts.leaders, group: leaders },
    { label: texts.everybody, group: everybody }
  ]
}

/** Hours done of hours due, leaders beside everybody. */
export function Participation({ participation, reader }: Props) {
  const texts = reader.say(leadershipTexts)
  const groups = groupsOf(participation, reader)
  const shown = groups.flatMap(({ label, group }) => (group ? [{ label, ...group }] : []))
  return (
    <Card id="participation" title={texts.participation} hint={texts.participationHint}>
      {shown.length > 0 && (
        <BarChart
          caption={texts.participation}
          isTitled
          headings={[texts.group, texts.share]}
          bars={shown.map(({ label, shareDone }) => ({ label, value: shareDone ?? 0 }))}
          say={reader.percent}
          reader={reader}
        />
      )}
      <ul class="stack-xs">
        {groups.map(({ label, group }) => (
          <li key={label}>
            <span class="strong">{label}</span>:{' '}
            {group ? texts.tookPart(group.tookPart, group.people) : texts.withheld}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Publications that went ahead although leaders had no shift in them, and why. */
export function Overrides({ participation: { overrides }, reader }: Props) {
  const texts = reader.say(leadershipTexts)
  return (
    <Card id="overrides" title={texts.overrides}>
      {overrides.length === 0 && <p class="soft">{texts.noOverrides}</p>}
      <ul class="rows">
        {overrides.map(({ publicationId, rotationName, leaders, reason, overriddenAt, overriddenBy }) => (
          <li key={publicationId}>
            <div class="main">
              <span class="strong">{texts.override(rotationName, leaders)}</span>
              <p>{reason}</p>
              <p class="soft small">
                {overriddenBy?.name ?? 'Lyttepost'}, {reader.day(overriddenAt)}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
