import { themes as houseThemes } from '../../../db/seed/learnings/corpus.ts'
import { singles } from '../../../db/seed/learnings/single.ts'
import type { Telling } from '../../../db/seed/learnings/theme.ts'
import { houseTitles } from './house-titles.ts'
import { norwegianHomes } from './norwegian-homes.ts'
import { norwegianService } from './norwegian-service.ts'
import { swedishDevices } from './swedish-devices.ts'
import { swedishService } from './swedish-service.ts'
import type { ToldLearning, ToldTheme } from './told.ts'

/**
 * 49 themes: those of the demo company, heard mostly in English, ten heard mostly in Norwegian and ten mostly in
 * Swedish. With what belongs to no theme, 501 learnings.
 */
export const themes: ToldTheme[] = [
  ...houseThemes.map(({ key, tellings }) => ({
    key,
    title: houseTitles[key]!,
    learnings: tellings.map(learningOf)
  })),
  ...norwegianHomes,
  ...norwegianService,
  ...swedishDevices,
  ...swedishService
]

/** In no theme. */
export const loose: ToldLearning[] = singles.flatMap(({ tellings }) => tellings.map(learningOf))

function learningOf({ lang = 'en', tried, obstacle, words, did }: Telling): ToldLearning {
  return {
    lang,
    triedTo: tried,
    obstacle,
    ...(words !== undefined && { customerWords: words }),
    ...(did !== undefined && { action: did })
  }
}
