import type { Locale } from '../words.ts'

interface FeedTexts {
  own: string
  of: (name: string) => string
  title: (rotation: string, people: string) => string
  buddy: (name: string) => string
  hosts: (names: string) => string
  queue: (address: string) => string
  details: (address: string) => string
}

/** What stands in a calendar, in the language of whoever made the address. */
export const FEED_TEXTS: Record<Locale, FeedTexts> = {
  en: {
    own: 'My support shifts',
    of: (name) => `Support: ${name}`,
    title: (rotation, people) => (people === '' ? `Support: ${rotation}` : `${rotation}: ${people}`),
    buddy: (name) => `Your buddy: ${name}`,
    hosts: (names) => `Hosts: ${names}`,
    queue: (address) => `Queue: ${address}`,
    details: (address) => `The shift, and swapping it: ${address}`
  },
  nb: {
    own: 'Mine vakter i kundestøtte',
    of: (name) => `Kundestøtte: ${name}`,
    title: (rotation, people) => (people === '' ? `Kundestøtte: ${rotation}` : `${rotation}: ${people}`),
    buddy: (name) => `Fadderen din: ${name}`,
    hosts: (names) => `Verter: ${names}`,
    queue: (address) => `Køen: ${address}`,
    details: (address) => `Vakten, og å bytte den: ${address}`
  },
  sv: {
    own: 'Mina pass i kundsupporten',
    of: (name) => `Kundsupport: ${name}`,
    title: (rotation, people) => (people === '' ? `Kundsupport: ${rotation}` : `${rotation}: ${people}`),
    buddy: (name) => `Din fadder: ${name}`,
    hosts: (names) => `Värdar: ${names}`,
    queue: (address) => `Kön: ${address}`,
    details: (address) => `Passet, och att byta det: ${address}`
  }
}
