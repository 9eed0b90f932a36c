import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { Test } from 'tap'

/** Debian's Chromium, or another one named by CHROMIUM. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
/** Without these Chromium calls home at every start. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]
const SHOTS = 'test/web/shots'
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

export const PHONE = { width: 375, height: 780 }
export const DESKTOP = { width: 1280, height: 900 }

export async function openBrowser(t: Test): Promise<Browser> {
  const browser = await chromium.launch({ executablePath, args: QUIET })
  t.teardown(() => browser.close())
  return browser
}

/** A page that fails the test when the browser complains: a blocked style, a missing file, a broken script. */
export async function openPage(t: Test, browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.on('console', (message) => {
    // What the server refuses is told by our own pages.
    const isRefusal = /status of 4\d\d/.test(message.text())
    if (message.type() === 'error' && !isRefusal) t.fail(`the browser says: ${message.text()}`)
  })
  page.on('pageerror', (error) => t.fail(error.message))
  return page
}

/** A picture of the whole page, to be looked at. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
}

interface AxeResult {
  violations: { id: string; help: string; nodes: { html: string }[] }[]
}

/** What breaks WCAG 2.2 A and AA, each with the first element it is about. Runs past our own content policy. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setBypassCSP', { enabled: true })
  await page.reload()
  await page.addScriptTag({ path: AXE })
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations } = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)} })`
  )) as AxeResult
  return violations.map(({ id, help, nodes }) => `${id}: ${help} ${nodes[0]?.html ?? ''}`)
}

/** How far the page is wider than the window; people on phones do not scroll sideways. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - window.innerWidth')

/** Controls smaller than a finger (44 px) in either direction, as text. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('button, summary, input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea, nav a, .choices label, .check')]
    .filter((target) => target.checkVisibility())
    .map((target) => ({ box: target.getBoundingClientRect(), text: target.outerHTML.slice(0, 80) }))
    .filter(({ box }) => box.height < 43.5 || box.width < 24)
    .map(({ text }) => text)`)
