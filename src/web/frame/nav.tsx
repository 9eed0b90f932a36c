import type { Actor } from '../../context.ts'
import type { Locale } from '../../words.ts'
import { Icon } from '../components/icon.tsx'
import { Avatar } from '../components/people.tsx'
import type { Reader } from '../reader.ts'
import { frameTexts } from '../texts/frame.ts'
import { MAIN_PLACES, OTHER_PLACES, type Place, placeOf, placesFor } from './navigation.ts'

/** What the frame of a page knows of who is signed in. */
export interface Frame {
  actor: Actor
  /** The address of the page, for the current place and for coming back after a change of language. */
  path: string
  counts: { unread: number; waiting: number }
}

interface LinkProps {
  place: Place
  current: string | null
  counts: Frame['counts']
  reader: Reader
}

function NavLink({ place, current, counts, reader }: LinkProps) {
  const texts = reader.say(frameTexts)
  const count = place.counts ? counts[place.counts] : 0
  const said = place.counts && count > 0 ? texts[place.counts](count) : null
  return (
    <a
      class="nav-link"
      href={place.href + (place.part ?? '')}
      {...(place.href === current && { 'aria-current': 'page' as const })}
    >
      <Icon name={place.icon} />
      <span>{texts[place.word]}</span>
      {said && (
        <span class="count">
          <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
          <span class="visually-hidden">, {said}</span>
        </span>
      )}
    </a>
  )
}

/** In themselves. */
export const LANGUAGES: Record<Locale, string> = { en: 'English', nb: 'Norsk', sv: 'Svenska' }

/** The names of languages stand in the languages themselves. */
export function Languages({ reader, path, action }: { reader: Reader; path: string; action: string }) {
  return (
    <form method="post" action={action} class="languages" aria-label={reader.say(frameTexts).language}>
      <input type="hidden" name="back" value={path} />
      {Object.entries(LANGUAGES).map(([locale, name]) => (
        <button
          key={locale}
          type="submit"
          name="language"
          value={locale}
          lang={locale}
          {...(locale === reader.locale && { 'aria-current': 'true' as const })}
        >
          {name}
        </button>
      ))}
    </form>
  )
}

function Account({ frame, reader }: { frame: Frame; reader: Reader }) {
  const texts = reader.say(frameTexts)
  const { name, employeeId } = frame.actor
  return (
    <div class="account">
      <p class="account-name">
        <Avatar id={employeeId} name={name} />
        {name}
      </p>
      <Languages reader={reader} path={frame.path} action="/me/language" />
      <form method="post" action="/sign-out">
        <button class="nav-link" type="submit" aria-label={`${texts.signOut}: ${name}`}>
          <Icon name="leave" />
          {texts.signOut}
        </button>
      </form>
    </div>
  )
}

/** The navigation: a bar at the bottom of the phone, a column beside the page where there is room. */
export function Nav({ frame, reader }: { frame: Frame; reader: Reader }) {
  const texts = reader.say(frameTexts)
  const current = placeOf(frame.path.split('?')[0]!)
  const shown = { current, counts: frame.counts, reader }
  const { roles } = frame.actor
  const groups = OTHER_PLACES.map(({ heading, places }) => ({ heading, places: placesFor(roles, places) }))
  return (
    <nav class="nav" aria-label={texts.navigation}>
      <ul class="nav-main">
        {placesFor(roles, MAIN_PLACES).map((place) => (
          <li key={place.href}>
            <NavLink place={place} {...shown} />
          </li>
        ))}
      </ul>
      <button class="nav-link more" type="button" popovertarget="more">
        <Icon name="more" />
        {texts.more}
      </button>
      <div class="nav-rest" id="more" popover="auto">
        {groups
          .filter(({ places }) => places.length > 0)
          .map(({ heading, places }) => (
            <div key={heading}>
              <p class="nav-heading">{texts[heading]}</p>
              <ul>
                {places.map((place) => (
                  <li key={place.href}>
                    <NavLink place={place} {...shown} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        <Account frame={frame} reader={reader} />
      </div>
    </nav>
  )
}
