import { addDays, addHours, formatISO, subDays } from 'date-fns'
import { v7 } from 'uuid'
import type { Queryable } from '../../db/client.ts'
import { absences } from '../../db/schema/absences.ts'
import { apiKeys } from '../../db/schema/api-keys.ts'
import { companyDays } from '../../db/schema/company-days.ts'
import { controlMeasures } from '../../db/schema/control-measures.ts'
import { deliveries } from '../../db/schema/deliveries.ts'
import { draftAssignments, draftShifts, drafts } from '../../db/schema/drafts.ts'
import { employees } from '../../db/schema/employees.ts'
import { exemptions } from '../../db/schema/exemptions.ts'
import { feedAddresses } from '../../db/schema/feed-addresses.ts'
import { fixItBlocks } from '../../db/schema/fix-it-blocks.ts'
import { identities } from '../../db/schema/identities.ts'
import { learnings } from '../../db/schema/learnings.ts'
import { ledgerEntries } from '../../db/schema/ledger.ts'
import { notices } from '../../db/schema/notices.ts'
import { proposalAsks, proposals } from '../../db/schema/proposals.ts'
import { publicationChanges, publications } from '../../db/schema/publications.ts'
import { quotas } from '../../db/schema/quotas.ts'
import { rotationSlots } from '../../db/schema/rotations.ts'
import { sessions } from '../../db/schema/sessions.ts'
import { insertDigest } from './digests.ts'
import { type Employee, insertEmployee, insertSmallCompany } from './people.ts'
import { insertProvisioningThings } from './provisioning-things.ts'
import { insertSeasonThings } from './seasons.ts'
import { insertAssignment, insertRotation, insertShift, type Rotation } from './shifts.ts'
import { insertThemeThings } from './themes.ts'
import { insertWebhookThings } from './webhook-things.ts'

/** One of everything that a person can have, so that any route about a person has something to answer. */
export interface Belongings {
  shiftId: string
  assignmentId: string
  /** Over, but not yet confirmed. */
  endedAssignmentId: string
  entryId: string
  absenceId: string
  noticeId: string
  /** A dead letter. */
  deliveryId: string
  learningId: string
  digestId: string
  feedId: string
  keyId: string
  sessionId: string
  identityId: string
  /** Reserved, not done. */
  fixItId: string
  /** Asked for, not decided. */
  exemptionId: string
}

const ZERO_SCORE = { total: 0, min: 0, desired: 0, quota: 0, unpopular: 0, wish: 0, change: 0 }

async function insertBelongings(
  db: Queryable,
  rotation: Rotation,
  { id: employeeId }: Employee,
  now: Date,
  hour: number
): Promise<Belongings> {
  const shiftAt = async (at: Date) => {
    const shift = await insertShift(
      db,
      rotation,
      addHours(at, hour).toISOString(),
      addHours(at, hour + 1).toISOString()
    )
    return { shift, assignment: await insertAssignment(db, shift, { id: employeeId }) }
  }
  const coming = await shiftAt(addDays(now, 20))
  const ended = await shiftAt(subDays(now, 3))
  const confirmed = await shiftAt(subDays(now, 6))
  const [entry] = await db
    .insert(ledgerEntries)
    .values({
      employeeId,
      kind: 'worked',
      minutes: 60,
      onDay: confirmed.shift.onDay,
      assignmentId: confirmed.assignment.id
    })
    .returning()
  const [absence] = await db
    .insert(absences)
    .values({ employeeId, kind: 'leave', startsAt: addDays(now, 40), endsAt: addDays(now, 45) })
    .returning()
  const [notice] = await db.insert(notices).values({ employeeId, kind: 'test', facts: {} }).returning()
  const deliveryId = v7()
  await db.insert(deliveries).values({
    ...{ id: deliveryId, messageOf: deliveryId, messageId: `<${deliveryId}@localhost>`, nextAt: now },
    ...{ noticeId: notice!.id, employeeId, channel: 'email', attempts: 1, failedAt: now, lastError: '550 no' }
  })
  const [learning] = await db
    .insert(learnings)
    .values({
      shiftId: confirmed.shift.id,
      employeeId,
      type: 'bug',
      triedTo: 'Pair the hub',
      obstacle: 'Code expired'
    })
    .returning()
  const [block] = await db
    .insert(fixItBlocks)
    .values({
      assignmentId: confirmed.assignment.id,
      employeeId,
      learningId: learning!.id,
      kind: 'page',
      startsAt: subDays(now, 2),
      endsAt: addHours(subDays(now, 2), 2)
    })
    .returning()
  const [exemption] = await db
    .insert(exemptions)
    .values({
      employeeId,
      fromOn: formatISO(addDays(now, 100), { representation: 'date' }),
      toOn: formatISO(addDays(now, 110), { representation: 'date' }),
      reason: 'workload',
      askedBy: employeeId
    })
    .returning()
  const [key] = await db
    .insert(apiKeys)
    .values({
      employeeId,
      name: 'Export',
      scopes: ['me:read'],
      tokenHash: employeeId,
      expiresAt: addDays(now, 30)
    })
    .returning()
  const [identity] = await db
    .insert(identities)
    .values({ employeeId, issuer: 'https://id.example.com', subject: employeeId })
    .returning()
  const [session] = await db
    .insert(sessions)
    .values({ employeeId, identityId: identity!.id, createdAt: now, expiresAt: addDays(now, 14) })
    .returning()
  const [feed] = await db
    .insert(feedAddresses)
    .values({ employeeId, purpose: 'own', shownAs: 'busy', tokenHash: employeeId })
    .returning()
  return {
    shiftId: ended.shift.id,
    assignmentId: coming.assignment.id,
    endedAssignmentId: ended.assignment.id,
    entryId: entry!.id,
    absenceId: absence!.id,
    noticeId: notice!.id,
    deliveryId,
    learningId: learning!.id,
    digestId: await insertDigest(db, employeeId, now),
    feedId: feed!.id,
    keyId: key!.id,
    sessionId: session!.id,
    identityId: identity!.id,
    exemptionId: exemption!.id,
    fixItId: block!.id
  }
}

/** The draft's one shift is on a Monday, 63 days from a Monday morning, as the rotation's pattern says. */
async function insertPlan(db: Queryable, rotation: Rotation, employee: Employee, from: Date) {
  const day = (days: number) => formatISO(addDays(from, days), { representation: 'date' })
  const values = { rotationId: rotation.id, seed: 1, score: ZERO_SCORE, bound: 0, factsDigest: 'none' }
  const [draft] = await db
    .insert(drafts)
    .values({ ...values, fromOn: day(60), toOn: day(67) })
    .returning()
  const [published] = await db
    .insert(drafts)
    .values({ ...values, fromOn: day(20), toOn: day(21) })
    .returning()
  const span = { startsAt: addDays(from, 63), endsAt: addHours(addDays(from, 63), 1) }
  const [draftShift] = await db
    .insert(draftShifts)
    .values({
      draftId: draft!.id,
      onDay: day(63),
      ...span,
      minSeats: 0,
      desiredSeats: 1,
      maxSeats: 4,
      hostsRequired: 0,
      isHoliday: false
    })
    .returning()
  const reason = {
    owedMinutes: 60,
    unpopularPoints: 0,
    carriedUnpopular: 0,
    wishCost: 0,
    otherTakers: 1,
    nextBestExtraCost: null
  }
  await db.insert(draftAssignments).values({ draftShiftId: draftShift!.id, employeeId: employee.id, reason })
  const [publication] = await db
    .insert(publications)
    .values({ rotationId: rotation.id, draftId: published!.id, fromOn: day(20), toOn: day(21) })
    .returning()
  return { draftId: draft!.id, draftShiftId: draftShift!.id, publicationId: publication!.id }
}

/** The small company with a rotation, a draft, a publication, and belongings of every person. */
export async function insertWorld(db: Queryable, now: Date) {
  const company = await insertSmallCompany(db)
  const { support, product, ...small } = company
  const olav = await insertEmployee(db, 'Olav Otherlead', product, { level: 'lead', leads: [support] })
  const people = { ...small, olav }
  const gone = await insertGone(db, company.amara)
  const rotation = await insertRotation(db, 'Nordic', { minSeats: 0, hostsRequired: 0 })
  await db
    .insert(rotationSlots)
    .values({ rotationId: rotation.id, weekday: 1, startsAt: '10:00', endsAt: '11:00' })
  const belongings = new Map<string, Belongings>()
  for (const [hour, person] of [...Object.values(people), gone].entries()) {
    belongings.set(person.id, await insertBelongings(db, rotation, person, now, hour))
  }
  const swapIds = await insertCovers(db, {
    people: [...Object.values(people), gone],
    belongings,
    company,
    now
  })
  const season = await insertSeasonThings(db, belongings, company.helge.id)
  const themes = await insertThemeThings(db, belongings, company.helge.id)
  const hooks = await insertWebhookThings(db, company.ada.id)
  const provisioned = await insertProvisioningThings(db, company.ada.id, [...Object.values(people), gone])
  const [quota] = await db
    .insert(quotas)
    .values({ scope: 'organisation', minutes: 240, perWeeks: 4, fromOn: '2024-01-01' })
    .returning()
  const [companyDay] = await db
    .insert(companyDays)
    .values({ onDay: '2027-12-31', name: 'Between the years' })
    .returning()
  const controlMeasureId = await insertControlMeasure(db, company.helge)
  const plan = await insertPlan(db, rotation, company.amara, now)
  const given = belongings.get(company.amara.id)!.assignmentId
  await db
    .insert(publicationChanges)
    .values({ publicationId: plan.publicationId, assignmentId: given, effect: 'given' })
  const ids = [
    rotation.id,
    support.id,
    product.id,
    quota!.id,
    companyDay!.id,
    controlMeasureId,
    ...Object.values(plan),
    ...swapIds.values(),
    ...[season.seasonId, season.goalId, season.reviewId],
    ...[...season.things.values()].flatMap((things) => Object.values(things)),
    ...[themes.spareId, themes.areaId],
    ...Object.values(hooks),
    ...Object.values(provisioned),
    ...[...themes.things.values()].flatMap((things) => Object.values(things)),
    ...[...belongings].flatMap(([id, things]) => [id, ...(Object.values(things) as string[])])
  ]
  return {
    ...company,
    swapIds,
    themes,
    season,
    olav,
    gone,
    rotation,
    quota: quota!,
    companyDay: companyDay!,
    controlMeasureId,
    ...plan,
    belongings,
    hooks,
    provisioned,
    ids
  }
}

/** A purpose that holds through the years of the tests. */
async function insertControlMeasure(db: Queryable, { id: recordedBy }: Employee): Promise<string> {
  const purpose = { purpose: 'Even out the load', legalBasis: 'Section 9-1', consulted: 'Tora' }
  const days = { consultedOn: '2026-12-01', fromOn: '2026-12-01', toOn: '2028-11-30' }
  const [row] = await db
    .insert(controlMeasures)
    .values({ ...purpose, ...days, recordedBy })
    .returning()
  return row!.id
}

/** Each person asks one of their team to take their coming shift. Their ids by proposer. */
async function insertCovers(
  db: Queryable,
  of: {
    people: Employee[]
    belongings: ReadonlyMap<string, Belongings>
    company: { support: { id: string }; eva: Employee; bo: Employee; sofie: Employee; hanna: Employee }
    now: Date
  }
): Promise<Map<string, string>> {
  const swapIds = new Map<string, string>()
  const { eva, bo, sofie, hanna, support } = of.company
  for (const { id: proposerId, teamId } of of.people) {
    const [asked, other] = teamId === support.id ? [sofie, hanna] : [eva, bo]
    const giveAssignmentId = of.belongings.get(proposerId)!.assignmentId
    const row = { kind: 'cover' as const, proposerId, giveAssignmentId, expiresAt: addDays(of.now, 7) }
    const [swap] = await db
      .insert(proposals)
      .values({ ...row, createdBy: proposerId })
      .returning()
    const employeeId = asked.id === proposerId ? other.id : asked.id
    await db.insert(proposalAsks).values({ proposalId: swap!.id, employeeId })
    swapIds.set(proposerId, swap!.id)
  }
  return swapIds
}

export type World = Awaited<ReturnType<typeof insertWorld>>

/** Somebody of the same team who has left: deactivated, with history. */
async function insertGone(db: Queryable, like: Employee): Promise<Employee> {
  const { id: _, ...traits } = like
  const [gone] = await db
    .insert(employees)
    .values({
      ...traits,
      name: 'Gunnar Gone',
      email: 'gunnar@fjordlys.example',
      deactivatedAt: like.createdAt
    })
    .returning()
  return gone!
}
