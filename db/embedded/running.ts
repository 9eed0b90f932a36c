import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Connection } from '../client.ts'
import { databaseName, superuser } from './cluster.ts'
import { clusterFolder } from './home.ts'

/** Fifth line of PostgreSQL's own lock file: the folder of its socket. */
const SOCKET_LINE = 4

/** How to reach the server that runs on this data folder right now; undefined when none does. */
export function runningServer(dataDir: string): Connection | undefined {
  const lock = join(clusterFolder(dataDir), 'postmaster.pid')
  if (!existsSync(lock)) return undefined
  const socketDir = readFileSync(lock, 'utf8').split('\n')[SOCKET_LINE]
  if (!socketDir || !existsSync(socketDir)) return undefined
  return { socketDir, database: databaseName, user: superuser }
}
