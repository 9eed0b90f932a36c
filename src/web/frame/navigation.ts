import type { Role } from '../../words.ts'
import type { IconName } from '../components/icon.tsx'
import type { frameTexts } from '../texts/frame.ts'

type Word = {
  [Key in keyof (typeof frameTexts)['en']]: (typeof frameTexts)['en'][Key] extends string ? Key : never
}[keyof (typeof frameTexts)['en']]

export interface Place {
  href: string
  /** The part of the page that is shown first. */
  part?: `#${string}`
  word: Word
  icon: IconName
  /** Whom it is shown to; left out: everybody. What the page itself allows is the route's to say. */
  roles?: readonly Role[]
  /** Which number of the frame stands on it. */
  counts?: 'unread' | 'waiting'
}

/** Where the four thumbs of the phone's bottom bar lead; on the desktop, the head of the side bar. */
export const MAIN_PLACES: readonly Place[] = [
  { href: '/', word: 'today', icon: 'today' },
  { href: '/schedule', part: '#today', word: 'schedule', icon: 'schedule' },
  { href: '/me/shifts', word: 'mine', icon: 'mine' },
  { href: '/swaps', word: 'swaps', icon: 'swap', counts: 'waiting' }
]

/** Everything else: behind "More" on the phone. Add your page here. */
export const OTHER_PLACES: readonly { heading: Word; places: readonly Place[] }[] = [
  {
    heading: 'forMyself',
    places: [
      { href: '/inbox', word: 'inbox', icon: 'inbox', counts: 'unread' },
      { href: '/me/time', word: 'myTime', icon: 'heart' },
      { href: '/me/sessions', word: 'mySessions', icon: 'person' },
      { href: '/me/data', word: 'myData', icon: 'report' }
    ]
  },
  {
    heading: 'forOthers',
    places: [
      { href: '/learnings', word: 'learnings', icon: 'learning' },
      { href: '/seasons', word: 'season', icon: 'season' },
      { href: '/leadership', word: 'leadership', icon: 'flag' },
      { href: '/team', word: 'team', icon: 'team', roles: ['lead', 'hr'] },
      { href: '/plan', word: 'plan', icon: 'plan', roles: ['lead', 'hr', 'admin'] },
      { href: '/reports', word: 'reports', icon: 'report', roles: ['lead', 'hr'] },
      { href: '/people', word: 'people', icon: 'person', roles: ['hr', 'admin'] },
      { href: '/settings', word: 'settings', icon: 'settings', roles: ['hr', 'admin'] }
    ]
  }
]

/** The place that a page belongs to: the one with the longest address it lies under. */
export function placeOf(path: string): string | null {
  const all = [...MAIN_PLACES, ...OTHER_PLACES.flatMap(({ places }) => places)]
  const own = all.filter(({ href }) =>
    href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
  )
  return own.toSorted((a, b) => b.href.length - a.href.length)[0]?.href ?? null
}

/** Those of the places that somebody with these roles is shown. */
export const placesFor = (roles: ReadonlySet<Role>, places: readonly Place[]): Place[] =>
  places.filter((place) => place.roles === undefined || place.roles.some((role) => roles.has(role)))
