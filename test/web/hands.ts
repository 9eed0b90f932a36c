import type { Locator, Page } from 'playwright-core'

/** How somebody works a page: by the keyboard and nothing else, with a mouse, or with a finger. */
export interface Hands {
  page: Page
  /** Follows a link, presses a button, unfolds. */
  press: (target: Locator) => Promise<void>
  /** Ticks a box or picks one of a group. */
  choose: (target: Locator) => Promise<void>
  write: (field: Locator, words: string) => Promise<void>
  /** A day as `2027-03-22`, into a field for days. */
  writeDay: (field: Locator, day: string) => Promise<void>
}

/** More stops than any page of a small company has. */
const MOST_STOPS = 250

/** Goes from stop to stop until the target has the focus, as somebody without a mouse does; fails where it is never reached. */
async function reach(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`not reached by the keyboard on ${page.url()}`)
}

const focused = (target: Locator) => target.page().locator(':focus')
const hasFocus = async (target: Locator) => (await target.and(focused(target)).count()) > 0

/** Of a group of which one is chosen, the keyboard stops at that one only. */
async function isInFocusedGroup(target: Locator): Promise<boolean> {
  const group = `input[type="radio"][name="${await target.getAttribute('name')}"]:focus`
  return (await target.locator('xpath=ancestor::form').locator(group).count()) > 0
}

export function byKeyboard(page: Page): Hands {
  const to = (target: Locator) => reach(page, () => hasFocus(target))
  return {
    page,
    press: async (target) => {
      await to(target)
      await page.keyboard.press('Enter')
    },
    choose: async (target) => {
      if ((await target.getAttribute('type')) !== 'radio') {
        await to(target)
        return page.keyboard.press('Space')
      }
      await reach(page, () => isInFocusedGroup(target))
      if (!(await target.isChecked())) await page.keyboard.press('Space')
      for (let step = 0; step < 40 && !(await target.isChecked()); step += 1)
        await page.keyboard.press('ArrowDown')
    },
    write: async (field, words) => {
      await to(field)
      await page.keyboard.press('Control+A')
      await page.keyboard.type(words)
    },
    writeDay: async (field, day) => {
      const [year, month, date] = day.split('-')
      await to(field)
      // Which part comes first depends on the language of the browser.
      for (const digits of [`${date}${month}${year}`, `${month}${date}${year}`]) {
        await page.keyboard.type(digits)
        if ((await field.inputValue()) === day) return
        for (let part = 0; part < 2; part += 1) await page.keyboard.press('ArrowLeft')
      }
      throw new Error(`the field for days has ${await field.inputValue()}`)
    }
  }
}

export function byMouse(page: Page): Hands {
  const click = (target: Locator) => target.click()
  return {
    page,
    press: click,
    choose: (target) => target.locator('xpath=ancestor::label').click(),
    write: (field, words) => field.fill(words),
    writeDay: (field, day) => field.fill(day)
  }
}

export function byFinger(page: Page): Hands {
  const tap = (target: Locator) => target.tap()
  return {
    page,
    press: tap,
    // The word beside a box is the larger target.
    choose: (target) => target.locator('xpath=ancestor::label').tap(),
    write: async (field, words) => {
      await field.tap()
      await field.fill(words)
    },
    writeDay: (field, day) => field.fill(day)
  }
}
