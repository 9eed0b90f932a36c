import { LEVELS } from '../words.ts'
import type { Group } from './merge-small-groups.ts'
import type { Part } from './read-parts.ts'

/** One group per team that has people, by name. */
export function groupByTeam(parts: Part[]): Group[] {
  const teams = new Map<string, Group>()
  for (const part of parts) {
    const { teamId: id, teamName: name } = part.person
    const group = teams.get(id) ?? { id, name, parts: [] }
    group.parts.push(part)
    teams.set(id, group)
  }
  return [...teams.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** One group per level that has people, in the order of the company. */
export function groupByLevel(parts: Part[]): Group[] {
  return LEVELS.map((name) => ({
    name,
    id: null,
    parts: parts.filter(({ person }) => person.level === name)
  })).filter((group) => group.parts.length > 0)
}
