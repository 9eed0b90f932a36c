/** A calendar date as people write it, 'YYYY-MM-DD', with no zone. `isLocalDate` says whether a text is one. */
export type LocalDate = string

/** A wall-clock time 'HH:MM'; '24:00' is the end of the day. `isLocalTime` says whether a text is one. */
export type LocalTime = string

/** An IANA time zone name such as 'Europe/Oslo'. `isZone` says whether a text is one. */
export type Zone = string

/** ISO weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** A half-open span of instants: `startsAt` belongs to it, `endsAt` does not. */
export type Interval = { startsAt: Date; endsAt: Date }
