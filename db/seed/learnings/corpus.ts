import { abroadThemes } from './abroad.ts'
import { appThemes } from './app.ts'
import { billingThemes } from './billing.ts'
import { heatingThemes } from './heating.ts'
import { homeThemes } from './homes.ts'
import { orderThemes } from './orders.ts'
import { pairingThemes } from './pairing.ts'
import { singles } from './single.ts'
import { tariffThemes } from './tariffs.ts'
import type { Theme } from './theme.ts'

/** The themes that recur, and beside them what was heard only once. */
export const themes: readonly Theme[] = [
  ...pairingThemes,
  ...appThemes,
  ...heatingThemes,
  ...homeThemes,
  ...tariffThemes,
  ...billingThemes,
  ...orderThemes,
  ...abroadThemes
]

export const corpus: readonly Theme[] = [...themes, ...singles]
