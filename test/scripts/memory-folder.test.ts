import t from 'tap'
import { mayRunPrograms } from '../../scripts/test/memory-folder.ts'

t.test('a memory file system is used only where programs may be started from it', async (t) => {
  const proc = 'proc /proc proc rw,nosuid,nodev,noexec,relatime 0 0'
  const mounted = (options: string) => mayRunPrograms(`${proc}\ntmpfs /dev/shm tmpfs ${options} 0 0\n`)
  t.ok(mounted('rw,relatime,size=24684092k'))
  t.notOk(mounted('rw,nosuid,nodev,noexec,relatime'), 'as in a container of Docker')
  t.notOk(mayRunPrograms(`${proc}\n`), 'a folder of the disk is none')
})
