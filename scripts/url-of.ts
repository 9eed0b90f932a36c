import type { Connection } from '../db/client.ts'

/** A connection as an operator writes it into DATABASE_URL. */
export const urlOf = (connection: Connection): string =>
  'url' in connection
    ? connection.url
    : `postgres://${connection.user}@/${connection.database}?host=${encodeURIComponent(connection.socketDir)}`
