import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import file, { type Test } from 'tap'

/** Debian's Chromium, or another one named by CHROMIUM. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
/**
 * What a browser has around its pages and no test looks at. For the list of matches below its address bar, which nobody sees,
 * Chromium loads two pages with every window, and it keeps a process for a page that may come: leaving these out halves what
 * opening a page takes. The others are those that Playwright leaves out itself, as the last word on features is the only one.
 */
const LEFT_OUT = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'SpareRendererForSitePerProcess'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding', 'PreconnectToSearch'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints'],
  ...['NetworkTimeServiceQuerying', 'AimEnabled']
]
/** Without these Chromium calls home at every start. */
const QUIET = [
  `--disable-features=${LEFT_OUT.join()}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]
const SHOTS = 'test/web/shots'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const PHONE = { width: 375, height: 780 }
export const DESKTOP = { width: 1280, height: 900 }

let shared: Promise<Browser> | undefined

/** One browser for all tests of a file: starting it takes as long as looking at several pages, and contexts share nothing. */
export function openBrowser(): Promise<Browser> {
  shared ??= launch()
  return shared
}

async function launch(): Promise<Browser> {
  // At the top of a file: runs after its last test.
  file.teardown(async () => {
    const browser = await shared
    shared = undefined
    await browser?.close()
  })
  return chromium.launch({ executablePath, args: QUIET })
}

/** A page that fails the test when the browser complains: a blocked style, a missing file, a broken script. */
export async function openPage(t: Test, browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options)
  t.teardown(() => context.close())
  const page = await context.newPage()
  page.on('console', (message) => {
    // What the server refuses is told by our own pages.
    const isRefusal = /status of 4\d\d/.test(message.text())
    if (message.type() === 'error' && !isRefusal) t.fail(`the browser says: ${message.text()}`)
  })
  page.on('pageerror', (error) => t.fail(error.message))
  return page
}

/** What stands on the page, all of it: without script a click ends as the next page begins to arrive. */
export async function mainText(page: Page): Promise<string> {
  await page.waitForLoadState()
  return page.locator('main').innerText()
}

/** A picture of the whole page, to be looked at. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
}

/**
 * What breaks WCAG 2.2 A and AA, each with the first element it is about. Given to the browser past the page's own policy, and
 * told there: all that axe found in order would take longer on its way here than finding it.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  return page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then(({ violations }) =>
    violations.map(({ id, help, nodes }) => id + ': ' + help + ' ' + (nodes[0]?.html ?? '')))`)
}

/** How far the page is wider than the window; people on phones do not scroll sideways. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - window.innerWidth')

/** Controls smaller than a finger (44 px) in either direction, as text. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('button, summary, input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea, nav a, .choices label, .check')]
    .filter((target) => target.checkVisibility())
    .map((target) => ({ box: target.getBoundingClientRect(), text: target.outerHTML.slice(0, 80) }))
    .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
    .map(({ text }) => text)`)
