import type { Browser, Page } from 'playwright-core'
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

/** The table of every picture, which nobody sees until it is unfolded. */
const unfoldTables = (page: Page): Promise<void> =>
  page.evaluate(`for (const table of document.querySelectorAll('.chart details')) table.open = true`)

/** Words that break in their middle, but for those that no line of a phone could hold. */
export const brokenWords = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const broken = new Set()
    const range = document.createRange()
    while (texts.nextNode()) {
      const text = texts.currentNode
      const isSeen = text.parentElement.checkVisibility() && !text.parentElement.closest('.visually-hidden')
      for (const { 0: word, index } of isSeen ? text.data.matchAll(/(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}]{2,30}(?![\\p{L}\\p{N}])/gu) : []) {
        range.setStart(text, index)
        range.setEnd(text, index + word.length)
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.add(word)
      }
    }
    return [...broken]
  })()`)

/**
 * Links of a phone that stand alone on their line and are less tall than a finger; those in sentences are as tall as these, and
 * the lines of a day of many lie below the link to that day.
 */
export const smallLinks = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('main a')]
    .filter((link) => link.checkVisibility() && !link.closest('p, small, .crowded .day-lines'))
    .filter((link) => getComputedStyle(link, '::after').position !== 'absolute')
    .filter((link) => link.getBoundingClientRect().height < 43.5)
    .map((link) => link.outerHTML.slice(0, 80))`)

/** Labels of two lines in a row of filters, which lift all others off their fields. */
const tallLabels = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('.filters .field > label')]
    .filter((label) => label.checkVisibility() && label.getBoundingClientRect().height > 30)
    .map((label) => label.textContent)`)

/** Every page is accessible, fits, keeps its words whole, can be hit with a finger, and has its picture taken. */
export async function lookAt(t: Test, browser: Browser, { address, employee, paths }: Walk): Promise<void> {
  for (const { size, viewport, colorScheme } of LOOKS) {
    // A button on its way from one colour to the other has neither.
    const page = await openPage(t, browser, { viewport, colorScheme, reducedMotion: 'reduce' })
    await signInAs(page, { address, employee })
    for (const [name, path] of Object.entries(paths)) {
      const reply = await page.goto(address + path)
      t.equal(reply?.status(), 200, `${name} is there`)
      await shoot(page, `${name}-${size}-${colorScheme}`)
      await unfoldTables(page)
      t.strictSame(await accessibilityFaults(page), [], `${name} ${size} ${colorScheme}`)
      t.ok((await overflowOf(page)) <= 0, `${name} does not overflow on ${size}`)
      t.strictSame(await brokenWords(page), [], `${name}: words stay whole on ${size}`)
      t.strictSame(await smallTargets(page), [], `${name}: everything can be hit with a finger`)
      if (size === 'phone') t.strictSame(await smallLinks(page), [], `${name}: so can links`)
      else t.strictSame(await tallLabels(page), [], `${name}: filters have labels of one line`)
    }
    await page.context().close()
  }
}
