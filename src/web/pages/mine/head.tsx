import { IconLink, LinkButton } from '../../components/button.tsx'
import { PageHead, Segments } from '../../components/page-head.tsx'
import type { Reader } from '../../reader.ts'
import { mineTexts } from '../../texts/mine.ts'

export const mineAt = (view: 'list' | 'month', onDay?: string): string =>
  `/me/shifts?view=${view}${onDay === undefined ? '' : `&on=${onDay}`}`

interface HeadProps {
  view: 'list' | 'month'
  intro: string
  previousOn: string
  nextOn: string
  reader: Reader
}

/** The heading of my shifts: which days, the way to others, list or month. */
export function MineHead({ view, intro, previousOn, nextOn, reader }: HeadProps) {
  const texts = reader.say(mineTexts)
  return (
    <PageHead title={texts.title} intro={<span class="sentence strong">{intro}</span>}>
      <div class="steps">
        <IconLink href={mineAt(view, previousOn)} icon="back" label={texts.earlier} />
        <LinkButton href={mineAt(view)} tone="plain">
          {texts.now}
        </LinkButton>
        <IconLink href={mineAt(view, nextOn)} icon="forward" label={texts.later} />
      </div>
      <Segments
        label={texts.view}
        items={(['list', 'month'] as const).map((name) => ({
          href: mineAt(name),
          label: texts[name],
          isCurrent: name === view
        }))}
      />
    </PageHead>
  )
}
