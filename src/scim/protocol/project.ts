import { type Place, placeIn, type ResourceSchema } from './attributes.ts'
import { type Complex, type Document, isComplex, type Value } from './document.ts'
import { getAt, setAt } from './read-resource.ts'

export interface Projection {
  /** Names after commas; left out: everything. */
  attributes?: string | undefined
  excludedAttributes?: string | undefined
}

const ALWAYS = new Set(['id', 'schemas'])

function placesOf(schema: ResourceSchema, names: string): Place[] {
  return names.split(',').flatMap((name): Place[] => {
    const trimmed = name.trim()
    const { extension } = schema
    if (extension && trimmed.toLowerCase() === extension.id.toLowerCase()) {
      return extension.attributes.map((attribute) => ({ holder: extension.id, attribute, part: null }))
    }
    const place = placeIn(schema, trimmed)
    return place ? [place] : []
  })
}

const partsOnly = (value: Value, names: ReadonlySet<string>): Value =>
  Array.isArray(value)
    ? value.map((one) => partsOnly(one, names))
    : isComplex(value)
      ? Object.fromEntries(Object.entries(value).filter(([name]) => names.has(name)))
      : value

const partGone = (value: Value, name: string): Value => {
  if (Array.isArray(value)) return value.map((one) => partGone(one, name))
  if (!isComplex(value)) return value
  const { [name]: _, ...rest } = value
  return rest
}

/** Whether somebody wants an attribute at all; what they do not want need not be looked up. */
export function isWanted(
  schema: ResourceSchema,
  { attributes, excludedAttributes }: Projection,
  name: string
) {
  const names = (list: string) =>
    placesOf(schema, list).filter(({ part }) => part === null || attributes !== undefined)
  const isNamed = (list: string) => names(list).some(({ attribute }) => attribute.name === name)
  return attributes === undefined ? !excludedAttributes || !isNamed(excludedAttributes) : isNamed(attributes)
}

/** The resource with what was asked for; `id` and `schemas` come always. Names that mean nothing are passed over. */
export function project(schema: ResourceSchema, document: Document, projection: Projection): Document {
  const { attributes, excludedAttributes } = projection
  if (attributes !== undefined) {
    const shown: Complex = {}
    for (const name of ALWAYS) if (document[name] !== undefined) shown[name] = document[name]
    const places = placesOf(schema, attributes)
    for (const { holder, attribute } of places) {
      const value = getAt(document, holder, attribute.name)
      if (value === undefined) continue
      const asked = places.filter((place) => place.attribute === attribute)
      const parts = new Set(asked.flatMap(({ part }) => part?.name ?? []))
      const isWhole = asked.some(({ part }) => part === null)
      setAt(shown, holder, attribute.name, isWhole ? value : partsOnly(value, parts))
    }
    return shown
  }
  if (!excludedAttributes) return document
  const shown = structuredClone(document)
  for (const { holder, attribute, part } of placesOf(schema, excludedAttributes)) {
    if (ALWAYS.has(attribute.name)) continue
    const value = getAt(shown, holder, attribute.name)
    if (value === undefined) continue
    setAt(shown, holder, attribute.name, part ? partGone(value, part.name) : undefined)
  }
  return shown
}
