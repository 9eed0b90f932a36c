import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import t from 'tap'
import { employees } from '../../db/schema/employees.ts'
import { learnings } from '../../db/schema/learnings.ts'
import { themeLearnings, themes } from '../../db/schema/themes.ts'
import { DESKTOP, mainText, openBrowser, openPage, shoot } from '../helpers/browser.ts'
import { insertSeason } from '../helpers/seasons.ts'
import { insertAssignment, insertShift } from '../helpers/shifts.ts'
import { LONG_NAME } from '../helpers/web-house.ts'
import { lookAt } from './look-at.ts'
import { seasonHouse } from './season-house.ts'
import { signInAs } from './sign-in-as.ts'
import { backToForm, inEveryWay } from './ways.ts'

async function fillGoal(page: Page, place: number, [goal, measure, line]: [string, string, string]) {
  const card = page.locator(`section[aria-labelledby="goal-${place}"]`)
  await card.getByLabel('What we set out to do').fill(goal)
  await card.getByLabel('How we will know').fill(measure)
  await card.getByLabel('The line of strategy').fill(line)
}

t.test('HR declares a season and changes it, without script, and nobody else is offered to', async (t) => {
  const { address, helge, amara } = await seasonHouse(t)
  const browser = await openBrowser()
  const page = await openPage(t, browser, { viewport: DESKTOP, javaScriptEnabled: false })
  await signInAs(page, { address, employee: amara })
  await page.goto(`${address}/seasons`)
  t.match(await mainText(page), /No season yet[\s\S]*declare one/)
  t.equal(await page.getByRole('link', { name: 'Declare a season' }).count(), 0)
  const refused = await page.goto(`${address}/seasons/new`)
  t.equal(refused?.status(), 403)
  t.match(await mainText(page), /declared, changed and closed by HR/)

  await signInAs(page, { address, employee: helge })
  await page.goto(`${address}/seasons`)
  await page.getByRole('link', { name: 'Declare a season' }).click()
  t.equal(await page.getByLabel('First day').inputValue(), '2027-04-01', 'the quarter to come is offered')
  await fillGoal(page, 1, ['Pairing works at once', 'Half the learnings', 'Easy for everybody'])
  await fillGoal(page, 2, ['Bills explain themselves', 'Fewer calls', 'Easy for everybody'])
  await page.getByRole('button', { name: 'Declare' }).click()
  const said = await mainText(page)
  t.match(said, /The season is declared/)
  t.match(said, /2027 Q2[\s\S]*1\u00a0April 2027 to 30\u00a0June 2027[\s\S]*Coming/)
  t.equal((said.match(/No evidence yet/g) ?? []).length, 2, 'goals without evidence are marked')

  await page.getByRole('link', { name: 'Change', exact: true }).click()
  await page.getByLabel('Last day').fill('2027-04-03')
  await page.getByRole('button', { name: 'Save' }).click()
  t.match(await mainText(page), /14 to 184 days/, 'a refusal says what to do')
  await page.goBack()
  await page.getByLabel('Last day').fill('2027-06-15')
  await page.locator('#measure-2').fill('Calls about bills fall by a third')
  await page.getByRole('button', { name: 'Save' }).click()
  t.match(await mainText(page), /to 15\u00a0June 2027[\s\S]*Calls about bills fall by a third/)
})

inEveryWay('a leader guesses, everybody sees the gap of the group and nobody a guess', async (t, way) => {
  const { address, db, clock, lars, amara, guess, serve } = await seasonHouse(t)
  const { season } = await insertSeason(db)
  const browser = await openBrowser()
  const page = await openPage(t, browser, way)
  await signInAs(page, { address, employee: lars })
  await page.goto(`${address}/seasons`)
  await page.getByRole('link', { name: 'Guess' }).click()
  await page.getByLabel('Of a hundred customers').fill('95')
  await page.getByRole('button', { name: 'Guess' }).click()
  await page.getByText('Say at least one thing that hurts').waitFor()
  await backToForm(page, way)
  await page.getByLabel('Part of the product').first().selectOption({ label: 'Pairing' })
  await page.getByLabel('Or in your own words').nth(1).fill('Waiting on the phone')
  await page.getByRole('button', { name: 'Guess' }).click()
  await page.getByText('Your guess is kept').waitFor()
  t.equal(await page.getByLabel('Of a hundred customers').inputValue(), '95')
  t.match(await mainText(page), /Guesses are open/)

  await guess(season.id, 90)
  await serve('2027-04-06', { yes: 12, no: 3, unsure: 1 })
  clock.set('2027-04-20T12:00:00Z')
  await signInAs(page, { address, employee: amara })
  await page.goto(`${address}/seasons/${season.id}/gap`)
  const few = await mainText(page)
  t.match(few, /Too few cases to say[\s\S]*15 of 30 cases/)
  t.notMatch(few, /80%/, 'no share of too few')

  await serve('2027-04-13', { yes: 33, no: 12, unsure: 0 })
  await page.reload()
  const many = await mainText(page)
  t.match(many, /\+15 points/)
  t.match(many, /90% \(median of 5 leaders\), 75% of 60 cases/)
  t.notMatch(many, /Your guess|95%/, 'another’s guess is nobody’s business')
  await page.getByText('As a table').click()
  const rows = await page.locator('figure table tbody tr').allInnerTexts()
  t.match(rows, [
    /Leaders’ guess\s+90%\s+90% to 90%/,
    /Said on shifts\s+75%\s+63% to 84%\s+60/,
    /Said by customers\s+too few/
  ])

  await signInAs(page, { address, employee: lars })
  await page.goto(`${address}/seasons/${season.id}/gap`)
  t.match(await mainText(page), /Your guess[\s\S]*You yourself: \+15 points/)
})

inEveryWay(
  'what was heard is attached to a goal, and the season closes on a page that is printed',
  async (t, way) => {
    const { address, db, clock, helge, amara, theme, guess, serve } = await seasonHouse(t)
    const { season, goals } = await insertSeason(db)
    await guess(season.id, 85)
    await serve('2027-04-06', { yes: 45, no: 15, unsure: 2 })
    clock.set('2027-05-03T12:00:00Z')
    const browser = await openBrowser()
    const page = await openPage(t, browser, way)
    await signInAs(page, { address, employee: amara })
    await page.goto(`${address}/learnings/themes/${theme.id}`)
    await page.getByRole('link', { name: 'Shows something for a goal' }).click()
    await page.getByRole('button', { name: new RegExp(`^Attach.*${goals[1].goal}`) }).click()
    await page.getByText('Attached.', { exact: true }).waitFor()
    await page.goto(`${address}/seasons/${season.id}`)
    await page.getByRole('button', { name: /^Detach/ }).click()
    await page.getByText('Detached.', { exact: true }).waitFor()
    await page.getByRole('link', { name: new RegExp(`^Attach evidence.*${goals[0].goal}`) }).click()
    await page.getByLabel('Theme', { exact: true }).selectOption({ label: theme.title })
    await page.getByRole('button', { name: 'Attach' }).click()
    await page.getByText('Attached.', { exact: true }).waitFor()
    const cards = (await page.locator('.goal').allInnerTexts()).map((card) => card.split(/\n\s*/))
    const terms = ['Known by', 'Half as many learnings about it', 'Serves the line', 'Easy for everybody']
    t.match(cards, [
      [
        'Goal 1',
        '1 piece of evidence',
        goals[0].goal,
        ...terms,
        /^Theme The pairing code expires/,
        'Amara Okafor, 3\u00a0May'
      ],
      ['Goal 2', 'No evidence yet', goals[1].goal, ...terms, 'Nothing shows yet whether this is reached.']
    ])

    clock.set('2027-07-02T12:00:00Z')
    await signInAs(page, { address, employee: amara })
    await page.goto(`${address}/seasons/${season.id}/closing`)
    t.match(await mainText(page), /not closed. This is what its page would say now/)
    t.equal(await page.getByRole('button', { name: 'Close the season' }).count(), 0)
    await signInAs(page, { address, employee: helge })
    await page.reload()
    await page.getByRole('button', { name: 'Close the season' }).click()
    await page.getByText('Written from data when Helge HR closed').waitFor()
    const said = await mainText(page)
    t.match(said, /62[\s\S]*What we learned[\s\S]*What we decided not to do/)
    t.match(said, /Nothing shows whether this was reached/)
    await page.emulateMedia({ media: 'print' })
    t.equal(
      await page.locator('nav:visible, button:visible, .top:visible').count(),
      0,
      'paper has no buttons'
    )
    await shoot(page, 'closing-print')
  }
)

t.test('the pages of seasons are accessible and fit, with long words and two hundred themes', async (t) => {
  const { address, db, clock, eva, amara, rotation, guess, serve } = await seasonHouse(t)
  const { season: over } = await insertSeason(db, { name: LONG_NAME })
  const { season, goals } = await insertSeason(db, {
    name: '2027 Q3',
    fromOn: '2027-07-01',
    toOn: '2027-10-01'
  })
  await guess(season.id, 70)
  await guess(over.id, 90)
  await serve('2027-04-06', { yes: 45, no: 15, unsure: 2 })
  const made = { ownerId: eva.id, createdBy: amara.id, answerByOn: '2027-12-31' }
  const rows = Array.from({ length: 200 }, (_, at) => ({ ...made, title: `${LONG_NAME} ${at}` }))
  const made200 = await db.insert(themes).values(rows).returning()
  const shift = await insertShift(db, rotation, '2027-04-07T08:00:00Z', '2027-04-07T12:00:00Z')
  await insertAssignment(db, shift, amara)
  const words = { type: 'bug' as const, triedTo: LONG_NAME, obstacle: 'It expires', minutesLost: 20 }
  const heard = await db
    .insert(learnings)
    .values(
      made200.map(() => ({ ...words, shiftId: shift.id, employeeId: amara.id, submittedAt: shift.endsAt }))
    )
    .returning()
  await db
    .insert(themeLearnings)
    .values(made200.map(({ id }, at) => ({ themeId: id, learningId: heard[at]!.id })))
  clock.set('2027-06-20T12:00:00Z')
  // The longest words are not English.
  await db.update(employees).set({ locale: 'sv' }).where(eq(employees.id, eva.id))
  const browser = await openBrowser()
  const paths = {
    'season-planned': `/seasons/${season.id}`,
    'season-running': '/seasons',
    'season-guess': `/seasons/${season.id}/gap`,
    'season-gap': `/seasons/${over.id}/gap`,
    'season-closing': `/seasons/${over.id}/closing`,
    'season-new': '/seasons/new',
    'season-edit': `/seasons/${season.id}/edit`,
    'season-evidence': `/seasons/${season.id}/goals/${goals[0].id}/evidence`,
    'season-attach': `/seasons/attach?kind=theme&id=${made200[0]!.id}`
  }
  await lookAt(t, browser, { address, employee: eva, paths })
})
