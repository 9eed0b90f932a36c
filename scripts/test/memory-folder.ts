import { readFileSync, statfsSync } from 'node:fs'

const MEMORY = '/dev/shm'
const GB = 1024 ** 3

/** Bytes free. In the middle of a whole run 0.2 GB were taken; a log of changes may grow to 1 GB before it is cut. */
const ROOM = 3 * GB

/**
 * A folder for what tests throw away that lies in memory, where there is one with room and from where programs may be started;
 * else undefined. Every test makes a database of hundreds of files: on a disk that takes PostgreSQL two and a half times as long.
 */
export function memoryFolder(): string | undefined {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    const hasRoom = bavail * bsize > ROOM && process.availableMemory() > 2 * ROOM
    return hasRoom && mayRunPrograms(readFileSync('/proc/self/mounts', 'utf8')) ? MEMORY : undefined
  } catch {
    // No such folder: not Linux.
    return undefined
  }
}

/** As root the server's programs may have to be copied beside its data, to be run by another user. */
export function mayRunPrograms(mounts: string): boolean {
  const mount = mounts.split('\n').find((line) => line.split(' ')[1] === MEMORY)
  return mount !== undefined && !mount.split(' ')[3]!.split(',').includes('noexec')
}
