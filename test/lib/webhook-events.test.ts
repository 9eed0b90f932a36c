import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { WEBHOOK_EVENTS } from '../../src/words.ts'

t.test('every event that other systems may hear of is an action that is audited somewhere', async (t) => {
  const texts = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join('src', path), 'utf8'))
  for (const event of WEBHOOK_EVENTS) {
    t.ok(
      texts.some((text) => text.includes(`action: '${event}'`)),
      event
    )
  }
})
