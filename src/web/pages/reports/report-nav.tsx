import { Segments } from '../../components/page-head.tsx'
import type { Reader } from '../../reader.ts'
import { fairnessTexts } from '../../texts/fairness.ts'
import { reportTexts } from '../../texts/reports.ts'

interface NavProps {
  page: 'groups' | 'time' | 'people'
  /** A year up to the days asked for, to see a course in. */
  year: { fromOn: string; toOn: string }
  reader: Reader
}

/** The way between the reports: groups beside each other, a year month by month, single people. */
export function ReportNav({ page, year, reader }: NavProps) {
  const texts = reader.say(fairnessTexts)
  const overTime = new URLSearchParams({ by: 'period', per: 'month', ...year })
  return (
    <div class="no-print">
      <Segments
        label={reader.say(reportTexts).title}
        items={[
          { href: '/reports', label: texts.groups, isCurrent: page === 'groups' },
          { href: `/reports?${overTime}`, label: texts.overTime, isCurrent: page === 'time' },
          { href: '/reports/people', label: texts.people, isCurrent: page === 'people' }
        ]}
      />
    </div>
  )
}
