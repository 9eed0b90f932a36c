import { type Static, type TSchema, Type } from 'typebox'

/** An instant in a response: code hands over a `Date`, the client reads RFC 3339 in UTC. */
export const Instant = Type.Unsafe<Date>({ type: 'string', format: 'date-time' })
export const NullableInstant = Type.Unsafe<Date | null>({ type: ['string', 'null'], format: 'date-time' })

/** An instant in a request: RFC 3339 with its offset. */
export const InstantText = Type.String({ format: 'date-time', examples: ['2027-03-02T09:30:00Z'] })

export const Id = Type.String({ format: 'uuid' })
export const LocalDateText = Type.String({
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
  format: 'date',
  examples: ['2027-03-02']
})
export const LocalTimeText = Type.String({
  pattern: '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$',
  examples: ['09:00']
})

/** Text that people write: trimmed of nothing, but never blank and never without end. */
export const Words = (maxLength: number, description?: string) =>
  Type.String({ minLength: 1, maxLength, pattern: '\\S', ...(description && { description }) })

/** A request body: unknown fields are refused, because a misspelt field is a lost wish. */
export const Body = <Properties extends Record<string, TSchema>>(properties: Properties) =>
  Type.Object(properties, { additionalProperties: false })

export const Nullable = <Schema extends TSchema>(schema: Schema) =>
  Type.Unsafe<Static<Schema> | null>(Type.Union([schema, Type.Null()]))

/** A closed list of words. */
export const OneOf = <const Words extends readonly string[]>(words: Words, description?: string) =>
  Type.Unsafe<Words[number]>({ type: 'string', enum: [...words], ...(description && { description }) })

export const Page = <Item extends TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), nextCursor: Type.Union([Type.String(), Type.Null()]) })

export const PageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: Type.Optional(Type.String({ maxLength: 300 }))
}
