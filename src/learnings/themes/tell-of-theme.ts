import type { Tx } from '../../../db/client.ts'
import type { AnyContext } from '../../context.ts'
import { queueNotices } from '../../notices/queue-notices.ts'
import { keepActive } from './queries/people.ts'

export type ThemeNotice =
  | 'theme-yours'
  | 'theme-passed-on'
  | 'theme-merged'
  | 'theme-unmerged'
  | 'theme-decided'
  | 'theme-reopened'

interface Told {
  theme: { id: string; title: string }
  kind: ThemeNotice
  to: readonly string[]
  more?: Record<string, unknown>
}

/** Tells these people, each once, what became of a theme; never whoever did it, nor who has left. */
export async function tellOfTheme(tx: Tx, ctx: AnyContext, { theme, kind, to, more }: Told): Promise<void> {
  const { actor } = ctx
  const others = [...new Set(to)].filter((id) => id !== actor?.employeeId)
  if (others.length === 0) return
  const by = actor && { id: actor.employeeId, name: actor.name }
  const facts = { themeId: theme.id, title: theme.title, by, ...more }
  const readers = await keepActive(tx, others)
  await queueNotices(
    tx,
    readers.map((employeeId) => ({ employeeId, kind, facts })),
    ctx.now()
  )
}
