import type { Participation } from '../../../reports/read-participation.ts'
import { Card } from '../../components/card.tsx'
import { LineChart } from '../../components/charts/line-chart.tsx'
import { RangeChart } from '../../components/charts/range-chart.tsx'
import { DataTable } from '../../components/data-table.tsx'
import type { Reader } from '../../reader.ts'
import { fairnessTexts } from '../../texts/fairness.ts'
import { frameTexts } from '../../texts/frame.ts'

type Row = Participation['rows'][number]

interface Props {
  rows: readonly Row[]
  nameOf: (row: Row) => string
  reader: Reader
}

/** Rows of one picture: more are a table. */
const MOST_BANDS = 20

/** From a deviation below the mean, or nobody below nought, to one above. */
const bandOf = ({ meanMinutes, minutesDeviation }: Row) =>
  meanMinutes === null || minutesDeviation === null
    ? null
    : { low: Math.max(0, meanMinutes - minutesDeviation) / 60, high: (meanMinutes + minutesDeviation) / 60 }

function Picture({ rows, nameOf, reader }: Props) {
  const texts = reader.say(fairnessTexts)
  const { hoursShort } = reader.say(frameTexts)
  const say = (hours: number) => hoursShort(reader.number(hours))
  const bands = rows.map(bandOf)
  const most = Math.max(1, ...bands.map((band) => band?.high ?? 0))
  return (
    <RangeChart
      caption={texts.pictureHours}
      headings={[texts.group, texts.mean, texts.spread]}
      scale={{ most, say }}
      ranges={rows.map((row, at) => {
        const band = bands[at] ?? null
        const mean = row.meanMinutes === null ? null : row.meanMinutes / 60
        const cells =
          mean === null || band === null
            ? [texts.tooFew, '–']
            : [say(mean), texts.between(say(band.low), say(band.high))]
        return { label: nameOf(row), at: mean, ...band, instead: texts.tooFew, cells }
      })}
      reader={reader}
    />
  )
}

/** How evenly hours and unpopular times lie on the people of each group; never of single people. */
export function Fairness({ rows, nameOf, reader }: Props) {
  const texts = reader.say(fairnessTexts)
  const gini = (value: number | null) => (value === null ? '' : reader.hundredths(value))
  return (
    <Card id="fairness" title={texts.title} hint={texts.hint}>
      <Picture rows={rows.slice(0, MOST_BANDS)} nameOf={nameOf} reader={reader} />
      <DataTable
        caption={texts.title}
        rows={rows}
        keyOf={({ group, groupId }) => groupId ?? group}
        columns={[
          { heading: texts.group, value: nameOf },
          { heading: texts.gini, value: ({ minutesGini }) => gini(minutesGini), isNumber: true },
          {
            heading: texts.unpopular,
            value: ({ unpopularShifts }) => reader.number(unpopularShifts),
            isNumber: true
          },
          { heading: texts.unpopularGini, value: ({ unpopularGini }) => gini(unpopularGini), isNumber: true }
        ]}
      />
      <p class="soft small">{texts.giniHint}</p>
    </Card>
  )
}

/** How the share who take part, and what is owed or ahead, went from one piece of time to the next. */
export function OverTime({ rows, nameOf, reader }: Props) {
  const texts = reader.say(fairnessTexts)
  const { hoursShort } = reader.say(frameTexts)
  const points = rows.map(nameOf)
  return (
    <>
      <LineChart
        caption={texts.share}
        heading={texts.group}
        points={points}
        series={[{ name: texts.share, values: rows.map(({ shareTookPart }) => shareTookPart), hue: 2 }]}
        say={reader.percent}
        reader={reader}
      />
      <LineChart
        caption={texts.balance}
        heading={texts.group}
        points={points}
        series={[
          {
            name: texts.balance,
            values: rows.map(({ balanceMinutes }) => (balanceMinutes === null ? null : balanceMinutes / 60)),
            hue: 3
          }
        ]}
        say={(hours) => hoursShort(reader.number(hours))}
        reader={reader}
      />
    </>
  )
}
