import t from 'tap'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

async function company(t: Parameters<typeof testApp>[0]) {
  const app = await testApp(t)
  const people = await insertSmallCompany(app.db)
  const put = (who: { id: string }, ...hours: object[]) =>
    app.as(who).put('/api/me/unavailable-hours', { hours })
  return { ...app, ...people, put }
}
const slot = (weekday: number, startsAt: string, endsAt: string) => ({ weekday, startsAt, endsAt })

t.test('I say in which hours of every week I cannot, and change it', async (t) => {
  const { as, amara, bo, put } = await company(t)
  const hours = [slot(3, '15:30', '17:00'), slot(1, '22:00', '06:00')]
  t.strictSame((await put(amara, ...hours)).json().items, [hours[1], hours[0]])
  t.strictSame((await as(amara).get('/api/me/unavailable-hours')).json().items, [hours[1], hours[0]])
  t.strictSame((await as(bo).get('/api/me/unavailable-hours')).json().items, [])
  t.strictSame((await put(amara)).json().items, [])
})

t.test('hours that overlap, over midnight and the end of the week too, are refused', async (t) => {
  const { amara, put } = await company(t)
  const overlap = { status: 422, code: 'HOURS_OVERLAP' }
  t.match((await put(amara, slot(1, '08:00', '10:00'), slot(1, '09:59', '11:00'))).json(), overlap)
  t.match((await put(amara, slot(7, '22:00', '06:00'), slot(1, '05:00', '07:00'))).json(), overlap)
  t.match((await put(amara, slot(1, '08:00', '10:00'), slot(1, '08:00', '10:00'))).json(), overlap)
  t.equal((await put(amara, slot(1, '08:00', '10:00'), slot(1, '10:00', '24:00'))).statusCode, 200)
  for (const odd of [
    slot(0, '08:00', '09:00'),
    slot(1, '24:00', '09:00'),
    slot(1, '8:00', '09:00'),
    { weekday: 1 }
  ])
    t.equal((await put(amara, odd)).statusCode, 400)
})

t.test('what leads and HR see of them is when, as far as it takes out working time', async (t) => {
  const { as, amara, lars, product, put } = await company(t)
  await put(amara, slot(3, '15:30', '17:00'), slot(6, '08:00', '18:00'))
  const { items } = (await as(lars).get(`/api/teams/${product.id}/wishes`)).json()
  t.match(
    items.find(({ name }: { name: string }) => name === 'Amara Okafor'),
    { unavailable: [slot(3, '15:30', '17:00'), slot(6, '08:00', '18:00')], cannotShare: 0.03 }
  )
})
