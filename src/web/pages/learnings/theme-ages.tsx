import type { ThemeAtAGlance } from '../../../learnings/themes/read-standings.ts'
import { Card } from '../../components/card.tsx'
import { BarChart } from '../../components/charts/bar-chart.tsx'
import type { Reader } from '../../reader.ts'
import { learningsTexts } from '../../texts/learnings.ts'

const MOST_BARS = 8

/** How long the themes that wait have been without a decision, in days; those given come oldest first. */
export function ThemeAges({ themes, reader }: { themes: readonly ThemeAtAGlance[]; reader: Reader }) {
  const texts = reader.say(learningsTexts)
  const waiting = themes.filter(({ clock }) => clock.waitingDays !== null).slice(0, MOST_BARS)
  if (waiting.length === 0) return null
  return (
    <Card id="ageing" title={texts.ageing}>
      <BarChart
        caption={texts.ageing}
        isTitled
        headings={[texts.theme, texts.daysHeading]}
        bars={waiting.map(({ title, clock }) => ({ label: title, value: clock.waitingDays ?? 0 }))}
        say={texts.days}
        reader={reader}
      />
    </Card>
  )
}
