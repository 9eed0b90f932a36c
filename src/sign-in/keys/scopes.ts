/** What a key may be made for. Each is given for reading, for writing, or both. */
export const SCOPE_AREAS = [
  'absences',
  'activity',
  'hours',
  'learnings',
  'me',
  'people',
  'planning',
  'reports',
  'seasons',
  'shifts',
  'swaps'
] as const
export type ScopeArea = (typeof SCOPE_AREAS)[number]

export type Scope = `${ScopeArea}:${'read' | 'write'}`
export const SCOPES: readonly Scope[] = SCOPE_AREAS.flatMap((area): Scope[] => [
  `${area}:read`,
  `${area}:write`
])

/** The area of each part of the API documentation. Null: for people only, whatever the key. */
export const AREA_OF_TAG: Record<string, ScopeArea | null> = {
  Absences: 'absences',
  Drafts: 'planning',
  Employees: 'people',
  Exemptions: 'planning',
  'Fix-it time': 'hours',
  Health: null,
  'Help desk': 'activity',
  Hours: 'hours',
  Integrations: null,
  Keys: null,
  Leadership: 'reports',
  Learnings: 'learnings',
  Me: 'me',
  Notices: null,
  Operations: null,
  Privacy: null,
  Publications: 'planning',
  Quotas: 'planning',
  Reports: 'reports',
  Rotations: 'planning',
  Seasons: 'seasons',
  Shifts: 'shifts',
  'Sign-in': null,
  Slack: null,
  Swaps: 'swaps',
  Teams: 'people',
  Themes: 'learnings'
}

/** The scope that a key needs for a request; null where no key will do. */
export function scopeFor(tag: string | undefined, isReading: boolean): Scope | null {
  const area = tag === undefined ? null : (AREA_OF_TAG[tag] ?? null)
  return area && `${area}:${isReading ? 'read' : 'write'}`
}
