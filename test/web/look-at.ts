import type { Browser } from 'playwright-core'
import type { Test } from 'tap'
import {
  accessibilityFaults,
  DESKTOP,
  openPage,
  overflowOf,
  PHONE,
  shoot,
  smallTargets
} from '../helpers/browser.ts'
import { signInAs } from './sign-in-as.ts'

interface Walk {
  address: string
  employee: { id: string }
  /** Names of pictures, and the pages they show. */
  paths: Readonly<Record<string, string>>
}

/** Each width in one colour scheme, each scheme in one width: what one breaks, the other does not mend. */
const LOOKS = [
  { size: 'phone', viewport: PHONE, colorScheme: 'light' },
  { size: 'desktop', viewport: DESKTOP, colorScheme: 'dark' }
] as const

/** Every page is accessible, fits, can be hit with a finger, and has its picture taken. */
export async function lookAt(t: Test, browser: Browser, { address, employee, paths }: Walk): Promise<void> {
  for (const { size, viewport, colorScheme } of LOOKS) {
    // A button on its way from one colour to the other has neither.
    const page = await openPage(t, browser, { viewport, colorScheme, reducedMotion: 'reduce' })
    await signInAs(page, { address, employee })
    for (const [name, path] of Object.entries(paths)) {
      const reply = await page.goto(address + path)
      t.equal(reply?.status(), 200, `${name} is there`)
      t.strictSame(await accessibilityFaults(page), [], `${name} ${size} ${colorScheme}`)
      t.ok((await overflowOf(page)) <= 0, `${name} does not overflow on ${size}`)
      t.strictSame(await smallTargets(page), [], `${name}: everything can be hit with a finger`)
      await shoot(page, `${name}-${size}-${colorScheme}`)
    }
    await page.context().close()
  }
}
