import fc from 'fast-check'
import t from 'tap'
import { themeLearnings, themeMerges } from '../../../db/schema/themes.ts'
import { listening } from './themes-cast.ts'

t.test(
  'a merged theme counts with the other, each reporter once, and undoing gives back what was there',
  async (t) => {
    const { as, hanna, amara, bo, eva, theme, heardBy, read, list } = await listening(t)
    const codes = await theme('Codes', [await heardBy(amara, 9), await heardBy(bo, 3)])
    const kodene = await theme('Kodene', [await heardBy(amara, 20), await heardBy(eva, 2)])
    const [before, other] = [await read(codes), await read(kodene)]
    const merged = (await as(hanna).put(`/api/themes/${kodene}/merge`, { intoId: codes })).json()
    t.match(merged, {
      id: codes,
      clock: { learnings: 4, reporters: 3, daysSinceFirstHeard: 20 },
      merges: [{ theme: { id: kodene, title: 'Kodene' }, into: { id: codes } }]
    })
    t.equal(merged.learnings.length, 4)
    t.strictSame(
      (await list()).map(({ id }) => id),
      [codes]
    )
    t.match(await read(kodene), { standsWithin: { id: codes, title: 'Codes' }, clock: { learnings: 2 } })
    t.equal((await as(hanna).delete(`/api/themes/${kodene}/merge`)).statusCode, 200)
    t.strictSame(await read(codes), before)
    t.strictSame(await read(kodene), other)
    t.equal((await list()).length, 2)
  }
)

t.test(
  'a merged theme is neither decided nor filled nor merged again: that is done where it stands',
  async (t) => {
    const { as, hanna, lars, bo, theme, heardBy, decide } = await listening(t)
    const [a, b, c] = [await theme('A'), await theme('B'), await theme('C')]
    const merge = (from: string, intoId: string) => as(hanna).put(`/api/themes/${from}/merge`, { intoId })
    t.equal((await merge(a, a)).json().code, 'THEME_MERGED_INTO_ITSELF')
    t.equal((await merge(a, b)).statusCode, 200)
    const learningId = await heardBy(bo, 2)
    for (const reply of [
      await decide(lars, a, 'done'),
      await merge(a, c),
      await merge(c, a),
      await as(hanna).put(`/api/learnings/${learningId}/theme`, { themeId: a }),
      await as(hanna).patch(`/api/themes/${a}`, { title: 'A2' }),
      await as(lars).put(`/api/themes/${a}/owner`, { ownerId: bo.id, reason: 'His' })
    ])
      t.match(reply.json(), { status: 409, code: 'THEME_STANDS_WITHIN', details: { standsWithinId: b } })
    t.equal((await merge(b, c)).statusCode, 200, 'what holds others may be merged')
    t.equal((await as(hanna).delete(`/api/themes/${c}/merge`)).json().code, 'THEME_NOT_MERGED')
    t.equal((await as(bo).delete(`/api/themes/${b}/merge`)).statusCode, 403)
  }
)

t.test(
  'a theme that waits is merged into a decided one by a decider only, for that answers it',
  async (t) => {
    const { as, hanna, lars, bo, amara, eva, theme, heardBy, decide, told, read } = await listening(t)
    const waiting = await theme('Waits', [await heardBy(bo, 3), await heardBy(amara, 3)])
    const [inner, done] = [await theme('Within it', [await heardBy(eva, 2)]), await theme('Done')]
    await as(hanna).put(`/api/themes/${inner}/merge`, { intoId: waiting })
    await decide(lars, done, 'done')
    await told()
    const merge = (who: { id: string }) => as(who).put(`/api/themes/${waiting}/merge`, { intoId: done })
    t.match((await merge(hanna)).json(), { status: 403, code: 'THEME_NOT_YOURS_TO_DECIDE' })
    t.equal((await merge(lars)).statusCode, 200)
    const answered = ['amara: theme-decided', 'bo: theme-decided', 'eva: theme-decided']
    t.strictSame(await told(), answered, 'all of its reporters, of what had been merged into it as well')
    t.equal((await as(hanna).delete(`/api/themes/${waiting}/merge`)).statusCode, 200)
    t.strictSame(await told(), ['lars: theme-unmerged'])
    t.match(await read(waiting), { state: 'heard', standsWithin: null, clock: { reporters: 3 } })
    t.match(await read(inner), { standsWithin: { id: waiting } }, 'only the one merge is undone')
  }
)

t.test(
  'a split moves chosen learnings, of merged themes too, to a new theme that nobody has decided',
  async (t) => {
    const { as, hanna, lars, bo, amara, theme, heardBy, decide, read, told } = await listening(t)
    const [first, second, third] = [await heardBy(bo, 9), await heardBy(amara, 4), await heardBy(bo, 2)]
    const id = await theme('Codes', [first, third])
    const merged = await theme('Kodene', [second])
    await as(hanna).put(`/api/themes/${merged}/merge`, { intoId: id })
    await decide(lars, id, 'done')
    await told()
    const split = (learningIds: string[], who = hanna) =>
      as(who).post(`/api/themes/${id}/splits`, { title: 'Slow phones', learningIds })
    t.equal((await split([second], bo)).statusCode, 403)
    t.match((await split([first, second, third])).json(), { status: 409, code: 'SPLIT_TAKES_ALL' })
    const foreign = await heardBy(bo, 1)
    t.match((await split([second, foreign])).json(), {
      code: 'LEARNING_NOT_IN_THEME',
      details: { learningIds: [foreign] }
    })
    const made = (await split([second, third])).json()
    t.match(made, {
      ...{ title: 'Slow phones', state: 'heard', splitFromId: id, owner: { id: lars.id } },
      clock: { learnings: 2, reporters: 2, waitingDays: 4 }
    })
    t.match(await read(id), { state: 'done', clock: { learnings: 1, reporters: 1 } })
    t.strictSame(await told(), ['lars: theme-yours'])
  }
)

t.test('two people merging the same themes at once, crosswise, leave one merge', async (t) => {
  const { as, hanna, sofie, theme, db } = await listening(t)
  const [a, b] = [await theme('A'), await theme('B')]
  const replies = await Promise.all([
    as(hanna).put(`/api/themes/${a}/merge`, { intoId: b }),
    as(sofie).put(`/api/themes/${b}/merge`, { intoId: a })
  ])
  t.strictSame(replies.map(({ statusCode }) => statusCode).sort(), [200, 409])
  t.equal(await db.$count(themeMerges), 1)
})

t.test('one learning put into two themes at once is in one of them', async (t) => {
  const { as, hanna, sofie, bo, theme, heardBy, read, db } = await listening(t)
  const [a, b, learningId] = [await theme('A'), await theme('B'), await heardBy(bo, 2)]
  const place = (who: { id: string }, themeId: string) =>
    as(who).put(`/api/learnings/${learningId}/theme`, { themeId })
  const replies = await Promise.all([place(hanna, a), place(sofie, b), place(bo, a)])
  t.strictSame(
    replies.map(({ statusCode }) => statusCode),
    [204, 204, 204]
  )
  t.equal((await read(a)).clock.learnings + (await read(b)).clock.learnings, 1)
  t.ok((await db.$count(themeLearnings)) <= 3)
})

t.test(
  'through any merges, splits, unmerges and moves no learning and no reporter is lost or counted twice',
  async (t) => {
    const { as, hanna, amara, bo, eva, lars, theme, heardBy, list } = await listening(t)
    const people = [amara, bo, eva, lars]
    const writers = new Map<string, string>()
    for (let n = 0; n < 12; n += 1) {
      const who = people[n % people.length]!
      writers.set(await heardBy(who, 2), who.id)
    }
    const all = [...writers.keys()]
    for (let n = 0; n < 4; n += 1) await theme(`Theme ${n}`, all.slice(n * 3, n * 3 + 3))

    /** Every learning with the theme that counts it. */
    async function counted(): Promise<Map<string, string[]>> {
      const themes = await list('?limit=200')
      const held = new Map<string, string[]>()
      for (const { id, clock } of themes) {
        const { items } = (await as(hanna).get(`/api/learnings?themeId=${id}&limit=200`)).json()
        const ids = items.map((row: { id: string }) => row.id)
        held.set(id, ids)
        t.equal(clock.learnings, ids.length)
        t.equal(clock.reporters, new Set(ids.map((of: string) => writers.get(of))).size)
      }
      return held
    }

    const step = fc.record({
      kind: fc.constantFrom('merge', 'merge', 'unmerge', 'split', 'move'),
      one: fc.nat(),
      other: fc.nat()
    })
    let before = await counted()
    const known = [...before.keys()]
    const done = new Set<string>()
    const pick = <Item>(items: Item[], place: number): Item => items[place % items.length]!
    for (const { kind, one, other } of fc.sample(step, { seed: 11, numRuns: 24 })) {
      const standing = [...before.keys()]
      const [from, into] = [pick(standing, one), pick(standing, other)]
      const of = before.get(from)!
      const happened = async (reply: Promise<{ statusCode: number }>) => {
        if ((await reply).statusCode < 300) done.add(kind)
      }
      if (kind === 'merge') await happened(as(hanna).put(`/api/themes/${from}/merge`, { intoId: into }))
      else if (kind === 'unmerge') {
        const merged = known.filter((id) => !before.has(id))
        await happened(as(hanna).delete(`/api/themes/${pick([...merged, ...standing], one % 3)}/merge`))
      } else if (kind === 'move')
        await happened(as(hanna).put(`/api/learnings/${pick(all, other)}/theme`, { themeId: from }))
      else if (of.length > 1) {
        const learningIds = of.slice(0, 1 + (other % (of.length - 1)))
        const made = await as(hanna).post(`/api/themes/${from}/splits`, { title: 'Split', learningIds })
        t.equal(made.statusCode, 201, made.body)
        known.push(made.json().id)
        done.add(kind)
      }
      before = await counted()
      t.strictSame([...before.values()].flat().toSorted(), all.toSorted(), kind)
    }
    t.strictSame([...done].toSorted(), ['merge', 'move', 'split', 'unmerge'], 'each happened')
  }
)
