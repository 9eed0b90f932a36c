import type { Row } from './row.ts'
import { availability, directory, signIn } from './rows-directory.ts'
import { hours } from './rows-hours.ts'
import { notices } from './rows-notices.ts'
import { operations } from './rows-operations.ts'
import { privacy } from './rows-privacy.ts'
import { provisioning } from './rows-provisioning.ts'
import { exemptions, quotas } from './rows-quotas.ts'
import { afterwards, cards, planning } from './rows-rotations.ts'
import { seasons } from './rows-seasons.ts'
import { swaps } from './rows-swaps.ts'
import { learningDigests, themeSearch } from './rows-theme-search.ts'
import { themes } from './rows-themes.ts'

/** Every operation of the API; the test fails for one that has no row. */
export const MATRIX: Record<string, Row | Row[]> = {
  ...signIn,
  ...directory,
  ...availability,
  ...hours,
  ...quotas,
  ...exemptions,
  ...planning,
  ...cards,
  ...afterwards,
  ...swaps,
  ...themes,
  ...themeSearch,
  ...learningDigests,
  ...seasons,
  ...privacy,
  ...notices,
  ...operations,
  ...provisioning
}
