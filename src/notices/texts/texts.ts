import type { Locale } from '../../words.ts'
import type { CommonTexts } from './en/common.ts'
import { english, type Kind } from './english.ts'
import { norwegian } from './norwegian.ts'
import type { Say } from './say.ts'
import { swedish } from './swedish.ts'

export interface Language {
  common: CommonTexts
  kinds: Readonly<Record<Kind, Say>>
}

export const TEXTS: Readonly<Record<Locale, Language>> = { en: english, nb: norwegian, sv: swedish }
