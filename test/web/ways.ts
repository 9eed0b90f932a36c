import type { BrowserContextOptions, Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { DESKTOP, PHONE } from '../helpers/browser.ts'

/** Each width, zone and script setting once: two walks tell of all of them. Neither zone is the server's. */
const WAYS = {
  'on a phone in Tokyo': { viewport: PHONE, timezoneId: 'Asia/Tokyo' },
  'at a desk in New York, without script': {
    viewport: DESKTOP,
    timezoneId: 'America/New_York',
    javaScriptEnabled: false
  }
} as const

/** A journey that is walked in every way, each in a company of its own. */
export function inEveryWay(name: string, walk: (t: Test, way: BrowserContextOptions) => Promise<void>): void {
  for (const [called, way] of Object.entries(WAYS)) {
    void t.test(`${name}, ${called}`, (t) => walk(t, way))
  }
}

/** Back at the form: with script a refusal stands in it, without it on a page of its own. */
export async function backToForm(page: Page, { javaScriptEnabled }: BrowserContextOptions): Promise<void> {
  if (javaScriptEnabled === false) await page.goBack()
}
