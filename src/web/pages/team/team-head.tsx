import { Button } from '../../components/button.tsx'
import { SelectField } from '../../components/field.tsx'
import { PageHead, Segments } from '../../components/page-head.tsx'
import type { Reader } from '../../reader.ts'
import { teamTexts } from '../../texts/team.ts'

export interface TeamChoice {
  id: string
  name: string
}

interface TeamHeadProps {
  teams: readonly TeamChoice[]
  team: TeamChoice
  page: '/team' | '/team/quotas' | '/team/exemptions'
  isQuotasOnly?: boolean
  reader: Reader
}

/** What the pages of a team begin with: which team, and which of its pages. */
export function TeamHead({ teams, team, page, isQuotasOnly = false, reader }: TeamHeadProps) {
  const texts = reader.say(teamTexts)
  const items = [
    { href: '/team', label: texts.overview },
    { href: '/team/quotas', label: texts.quotas },
    { href: '/team/exemptions', label: texts.exemptions }
  ] as const
  return (
    <>
      <PageHead title={team.name}>
        {!isQuotasOnly && (
          <Segments
            label={texts.title}
            items={items.map(({ href, label }) => ({
              href: `${href}?team=${team.id}`,
              label,
              isCurrent: href === page
            }))}
          />
        )}
      </PageHead>
      {teams.length > 1 && (
        <form action={page} class="filters">
          <SelectField
            id="team"
            name="team"
            label={texts.team}
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
            value={team.id}
          />
          <Button tone="plain">{texts.show}</Button>
        </form>
      )}
    </>
  )
}
