import { sql } from 'drizzle-orm'
import { customType, date, timestamp, uuid } from 'drizzle-orm/pg-core'
import { v7 } from 'uuid'

/** Primary key: a version 7 UUID made by the application, so rows sort by age and PostgreSQL 15 suffices. */
export const idColumn = () => uuid().primaryKey().$defaultFn(v7)

/** An instant. Stored with time zone, read as a `Date`. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' })

/** The instant the row was written; the use case passes its own clock, the default serves manual inserts. */
export const writtenAt = () => instant().notNull().default(sql`now()`)

/** A local calendar day, `YYYY-MM-DD`. */
export const localDate = () => date({ mode: 'string' })

/** Bytes. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** A local time of day without a date, read and written as `HH:MM`; `24:00` is the end of a day. */
export const localTime = customType<{ data: string; driverData: string }>({
  dataType: () => 'time(0)',
  fromDriver: (value) => value.slice(0, 5)
})
