import { type Place, placeIn, type ResourceSchema } from './attributes.ts'
import type { Filter } from './filter.ts'
import { parseWhere, partsOf } from './parse-filter.ts'
import { badRequest } from './scim-problem.ts'

/** Where an operation works: a place, and which of many values. */
export interface Target extends Place {
  where: Filter | null
}

const SHAPE = /^([^[\]"]+?)(?:\[(.*)\](?:\.([A-Za-z$][\w$-]*))?)?$/s

/**
 * A path of a PATCH (RFC 7644, 3.5.2): `title`, `name.givenName`, `emails[type eq "work"].value`, each perhaps behind
 * the URN of its schema.
 *
 * @throws {ScimProblem} invalidPath or invalidFilter
 */
export function parsePath(schema: ResourceSchema, path: string): Target {
  const [, name, where, partName] = SHAPE.exec(path.trim()) ?? []
  const place = name === undefined ? null : placeIn(schema, name)
  if (!place) throw badRequest('invalidPath', `There is no attribute at ${path.slice(0, 200)}.`)
  if (where === undefined) return { ...place, where: null }
  const filter = parseWhere(place, where)
  const part = partName === undefined ? null : partsOf(place)(partName)
  if (partName !== undefined && !part) {
    throw badRequest('invalidPath', `${place.attribute.name} has no part called ${partName.slice(0, 100)}.`)
  }
  return { ...place, part: part?.attribute ?? null, where: filter }
}
