import type { PersonFact, RotationFacts } from './planning-facts.ts'

/**
 * Tells whether somebody may sit on the rotation's shifts at all: out of training, of its teams and of its levels.
 *
 * @example
 * mayTakePart({ ...bo, readiness: 'in_training' }, rotation)
 * //=> false
 */
export function mayTakePart(
  person: Pick<PersonFact, 'readiness' | 'teamId' | 'level'>,
  rotation: Pick<RotationFacts, 'eligibleTeamIds' | 'eligibleLevels'>
): boolean {
  const { eligibleTeamIds: teams, eligibleLevels: levels } = rotation
  if (person.readiness === 'in_training') return false
  return (!teams || teams.includes(person.teamId)) && (!levels || levels.includes(person.level))
}
