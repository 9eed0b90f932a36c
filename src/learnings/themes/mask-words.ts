import { maskPersonalData } from '../../engine/insight/mask-personal-data.ts'

/** Texts about a theme without obvious personal data: customers' words are easily copied into a title or a reason. */
export function maskWords<Texts extends Record<string, unknown>>(texts: Texts): Texts {
  const entries = Object.entries(texts).map(([field, value]) => [
    field,
    typeof value === 'string' ? maskPersonalData(value).text : value
  ])
  return Object.fromEntries(entries) as Texts
}
