import { sql } from 'drizzle-orm'
import t, { type Test } from 'tap'
import type { Tx } from '../../../db/client.ts'
import { recordAudit } from '../../../src/audit/record-audit.ts'
import { type Head, verifyChain } from '../../../src/audit/verify-chain.ts'
import { testApp } from '../../helpers/app.ts'
import { asOwner } from '../../helpers/database.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

/** A company whose audit log has some entries, with words in more than one byte. */
async function auditedCompany(t: Test) {
  const app = await testApp(t)
  const company = await insertSmallCompany(app.db)
  const owner = await asOwner(t, app.connection)
  const system = { db: app.db, now: app.clock.now, actor: null, requestId: null }
  const write = (tx: Tx, name: string) =>
    recordAudit(tx, system, {
      ...{ action: 'team.renamed', objectType: 'team', objectId: company.product.id },
      before: { name: 'Blåbær 🫐' },
      after: { name }
    })
  const add = (name: string) => app.db.transaction((tx) => write(tx, name))
  for (const name of ['Tyttebær', 'Multer', 'Rips', 'Solbær', 'Stikkelsbær']) await add(name)

  /** What somebody with all rights of the database does, triggers or not. */
  const forge = (statement: string) =>
    owner.query(`set session_replication_role = replica; ${statement}; set session_replication_role = origin`)
  const verify = (expected?: Head) => verifyChain(system, expected)
  return { ...app, ...company, owner, add, write, forge, verify }
}

t.test('entries are sealed in the order of their commits, and the chain verifies', async (t) => {
  const { verify } = await auditedCompany(t)
  t.match(await verify(), { sealed: 5, erased: 0, forgotten: 0, waiting: 0, head: { seq: 5 }, faults: [] })
})

for (const [what, statement, fault] of [
  [
    'an action',
    `update audit_entries set action = 'team.made' where id = (select entry_id from audit_chain where seq = 3)`,
    { seq: 3, what: /changed/ }
  ],
  [
    'who it was',
    `update audit_entries set actor_id = gen_random_uuid() where id = (select entry_id from audit_chain where seq = 1)`,
    { seq: 1, what: /changed/ }
  ],
  [
    'when it was',
    `update audit_entries set at = at + interval '1 microsecond' where id = (select entry_id from audit_chain where seq = 2)`,
    { seq: 2, what: /changed/ }
  ],
  [
    'what was after',
    `update audit_entries set after = '{"name": "Bringebær"}' where id = (select entry_id from audit_chain where seq = 4)`,
    { seq: 4, what: /before or after was changed/ }
  ],
  [
    'an entry away',
    'delete from audit_entries where id = (select entry_id from audit_chain where seq = 5)',
    { seq: 5, what: /deleted/ }
  ],
  [
    'an entry and its seal away',
    'delete from audit_entries where id = (select entry_id from audit_chain where seq = 2); delete from audit_chain where seq = 2',
    { seq: 3, what: /missing/ }
  ],
  [
    'an entry in',
    `insert into audit_entries (id, action, object_type, object_id) values (gen_random_uuid(), 'x', 'x', 'x')`,
    { seq: 5, what: /no seal/ }
  ],
  [
    'a digest to fit',
    `update audit_chain set details_digest = audit_digest('x') where seq = 2`,
    { seq: 2, what: /changed/ }
  ],
  [
    'a forgotten one that is there',
    'update audit_chain set is_forgotten = true where seq = 2',
    { seq: 2, what: /it is there/ }
  ]
] as const) {
  t.test(`whoever forges ${what} is found out`, async (t) => {
    const { forge, verify } = await auditedCompany(t)
    await forge(statement)
    t.match((await verify()).faults, [fault])
  })
}

t.test('a chain cut short or written anew is found out by a head that was kept elsewhere', async (t) => {
  const { forge, verify } = await auditedCompany(t)
  const { head } = await verify()
  await forge(`update audit_entries set action = 'team.made'; delete from audit_chain;
    do $$ declare entry audit_entries; begin
      for entry in select * from audit_entries order by at, id loop perform seal_audit_entry(entry); end loop;
    end $$`)
  t.strictSame((await verify()).faults, [], 'by itself it holds')
  t.match((await verify(head!)).faults, [{ seq: 5, what: /written anew/ }])
  await forge(
    'delete from audit_chain where seq > 3; delete from audit_entries where id not in (select entry_id from audit_chain)'
  )
  t.strictSame((await verify()).faults, [])
  t.match((await verify(head!)).faults, [{ seq: 5, what: /ends before/ }])
})

t.test('sixteen at once make one chain without gaps, and what is undone is not in it', async (t) => {
  const { db, add, write, verify } = await auditedCompany(t)
  const undone = db.transaction(async (tx) => {
    await write(tx, 'Never')
    throw new Error('undone')
  })
  await Promise.all([
    ...Array.from({ length: 16 }, (_, index) => add(`Berry ${index}`)),
    undone.catch(() => {})
  ])
  t.match(await verify(), { sealed: 21, waiting: 0, faults: [] })
})

t.test('a transaction with an older view waits for the next one to seal its entry', async (t) => {
  const { db, add, write, verify } = await auditedCompany(t)
  await db.transaction(
    async (tx) => {
      await tx.execute(sql`select 1 from audit_chain`)
      await add('In between')
      await write(tx, 'With an older view')
    },
    { isolationLevel: 'repeatable read' }
  )
  t.match(await verify(), { sealed: 6, waiting: 1, faults: [] })
  await add('The next')
  t.match(await verify(), { sealed: 8, waiting: 0, faults: [] })
})

t.test('the role of the application reads and adds, and can do nothing else to the log', async (t) => {
  const { pool } = await auditedCompany(t)
  const refused = async (statement: string) =>
    pool.query(statement).then(
      () => 'allowed',
      ({ message }: Error) => message
    )
  for (const statement of [
    `update audit_entries set action = 'x'`,
    'delete from audit_entries',
    'truncate audit_entries',
    `update audit_chain set hash = 'x'`,
    'delete from audit_chain',
    `insert into audit_chain (seq, entry_id, details_digest, hash) values (99, gen_random_uuid(), 'x', 'x')`,
    'delete from audit_unchained',
    'alter table audit_entries disable trigger all'
  ]) {
    t.match(await refused(statement), /permission denied|must be owner/, statement)
  }
  t.equal((await pool.query('select current_user as who')).rows[0].who, 'lyttepost_app')
})

t.test('erasure and retention take words out by law, and the chain holds and says so', async (t) => {
  const { db, verify } = await auditedCompany(t)
  await db.execute(sql`select erase_audit_words(array['Multer'])`)
  t.match(await verify(), { sealed: 5, erased: 1, faults: [] })
  t.equal((await db.execute(sql`select 1 from audit_entries where after::text like '%Multer%'`)).rowCount, 0)
  await db.execute(sql`select forget_audit_entries('2027-03-02')`)
  t.match(await verify(), { sealed: 5, erased: 0, forgotten: 5, faults: [] })
})

t.test('what a transaction writes and erases at once is sealed as it stays', async (t) => {
  const { db, write, verify } = await auditedCompany(t)
  await db.transaction(async (tx) => {
    await write(tx, 'Åkerbær')
    await tx.execute(sql`select erase_audit_words(array['Åkerbær'])`)
  })
  t.match(await verify(), { sealed: 6, erased: 0, faults: [] })
  t.equal((await db.execute(sql`select 1 from audit_entries where after::text like '%Åkerbær%'`)).rowCount, 0)
})

t.test(
  'the audit log says who did what, as whom, when, which way, by which request, and what was refused',
  async (t) => {
    const { as, ada, amara, lars, clock } = await auditedCompany(t)
    clock.set('2027-03-01T09:12:34.567Z')
    const hers = await as(amara).get('/api/audit')
    t.equal(hers.statusCode, 403)
    t.equal((await as(lars).post('/api/rotations', {})).statusCode, 403)
    const made = await as(ada).post('/api/areas', { name: 'Bær' })
    t.equal(made.statusCode, 201, made.body)
    const { items } = (await as(ada).get('/api/audit?limit=3')).json()
    t.match(items, [
      {
        action: 'area.added',
        actor: { id: ada.id },
        actedAs: ['admin', 'employee'],
        via: 'session',
        after: { name: 'Bær' }
      },
      {
        action: 'request.refused',
        actor: { id: lars.id },
        objectId: 'POST /api/rotations',
        after: { code: 'NOT_ALLOWED', status: 403 }
      },
      {
        ...{ action: 'request.refused', actor: { id: amara.id }, objectId: 'GET /api/audit' },
        ...{ at: '2027-03-01T09:12:34.567Z', requestId: hers.json().instance }
      }
    ])
    t.match(items[0].requestId, /^[0-9a-f-]{36}$/, 'one that was done has its request too')
    const mine = (await as(ada).get(`/api/audit?actorId=${lars.id}&action=request.refused`)).json()
    t.equal(mine.items.length, 1)
  }
)

t.test('what the log knows of persons is not shown to administrators', async (t) => {
  const { as, ada, amara } = await auditedCompany(t)
  const away = { kind: 'sick', startsAt: '2027-05-01T00:00:00Z', endsAt: '2027-05-02T00:00:00Z' }
  t.equal((await as(amara).post('/api/me/absences', away)).statusCode, 201)
  const { items } = (await as(ada).get('/api/audit?objectType=absence')).json()
  t.match(items, [{ actor: { id: amara.id }, before: null, after: null }])
})
