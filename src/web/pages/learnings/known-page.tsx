import type { KnownTheme } from '../../../learnings/search/search-known.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { TextField } from '../../components/field.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { EmptyState } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { knownTexts } from '../../texts/known.ts'
import { learningsTexts } from '../../texts/learnings.ts'
import { AgeBadge, LearningsNav, moneyInWords } from './theme-bits.tsx'

export interface KnownView {
  text: string
  /** Null before anything was asked. */
  found: readonly KnownTheme[] | null
}

interface Props {
  view: KnownView
  reader: Reader
}

function FoundTheme({ theme, isTicked, reader }: { theme: KnownTheme; isTicked: boolean; reader: Reader }) {
  const texts = reader.say(learningsTexts)
  const known = reader.say(knownTexts)
  const { id, title, clock, price, match, firstHeardAt } = theme
  const money = moneyInWords(price, reader)
  return (
    <li>
      <label class="pick">
        <input type="checkbox" name="themeId" value={id} checked={isTicked} />
        <span class="stack-xs">
          <span class="strong">{title}</span>
          <span class="soft small">
            {texts.firstHeard(reader.date(reader.dateOf(firstHeardAt), 'dated'))} ·{' '}
            {texts.reporters(clock.reporters)} · {texts.priceHours(reader.number(price.hours))}
            {money !== '' && ` · ${money}`}
          </span>
          <span class="soft small">
            {match === 100 ? known.closest : known.match(reader.percent(match / 100))}
          </span>
        </span>
      </label>
      <AgeBadge theme={theme} reader={reader} />
      <a class="small" href={`/learnings/themes/${id}`} aria-label={title}>
        {texts.theme}
      </a>
    </li>
  )
}

function Found({ found, reader }: { found: readonly KnownTheme[]; reader: Reader }) {
  const texts = reader.say(knownTexts)
  if (found.length === 0) {
    return (
      <div class="card">
        <EmptyState icon="search" title={texts.none}>
          <p>{texts.noneHint}</p>
        </EmptyState>
      </div>
    )
  }
  return (
    <Card id="found" title={texts.found(found.length)} hint={texts.choose}>
      <form action="/learnings/brief" class="fields">
        <ul class="rows">
          {found.map((theme, at) => (
            <FoundTheme key={theme.id} theme={theme} isTicked={at === 0} reader={reader} />
          ))}
        </ul>
        <Button icon="print">{texts.brief}</Button>
      </form>
    </Card>
  )
}

/** Somebody's finding, and since when customers have been saying the same. */
export function KnownPage({ view: { text, found }, reader }: Props) {
  const texts = reader.say(knownTexts)
  return (
    <>
      <PageHead title={texts.title} intro={texts.intro}>
        <LearningsNav page="/learnings/known" reader={reader} />
      </PageHead>
      <section class="card">
        <form method="post" action="/learnings/known" class="fields">
          <TextField id="text" name="text" label={texts.text} maxLength={5000} long value={text} />
          <Button icon="search">{texts.search}</Button>
        </form>
      </section>
      {found && <Found found={found} reader={reader} />}
    </>
  )
}
