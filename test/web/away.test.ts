import type { BrowserContextOptions } from 'playwright-core'
import t from 'tap'
import {
  accessibilityFaults,
  DESKTOP,
  mainText,
  openBrowser,
  overflowOf,
  PHONE,
  shoot,
  smallTargets
} from '../helpers/browser.ts'
import { houseOn } from '../http/faults/away-house.ts'
import { signInAs } from './sign-in-as.ts'

const LOOKS: [string, RegExp, BrowserContextOptions][] = [
  ['en', /We will be right back/, { viewport: DESKTOP, colorScheme: 'dark', locale: 'en-GB' }],
  ['nb', /Vi er straks tilbake/, { viewport: PHONE, colorScheme: 'light', locale: 'nb-NO' }],
  ['sv', /Vi är strax tillbaka/, { viewport: PHONE, colorScheme: 'dark', locale: 'sv-SE' }]
]

t.test('while the database is away pages say so, in the reader’s language, and lead back', async (t) => {
  const { app, amara, way, again } = await houseOn(t, { demo: true })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await openBrowser()
  for (const [language, title, options] of LOOKS) {
    // The browser itself calls a 503 an error, so this page is not one of those that may have none.
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce' })
    t.teardown(() => context.close())
    const page = await context.newPage()
    await signInAs(page, { address, employee: amara })
    await way.refuse()
    const reply = await page.goto(`${address}/me/time`)
    t.match([reply?.status(), reply?.headers()['retry-after']], [503, '5'], language)
    t.match(await mainText(page), title)
    t.match(await page.title(), title)
    t.strictSame(await accessibilityFaults(page), [], language)
    t.ok((await overflowOf(page)) <= 0, `${language}: nothing overflows`)
    t.strictSame(await smallTargets(page), [], `${language}: everything can be hit with a finger`)
    await shoot(page, `away-${language}-${options.viewport!.width}-${options.colorScheme}`)

    await way.mend()
    await again()
    await page.getByRole('main').getByRole('link').click()
    await page.waitForURL(`${address}/me/time`)
    t.notMatch(await mainText(page), title, `${language}: back where they wanted to be`)
  }
})
