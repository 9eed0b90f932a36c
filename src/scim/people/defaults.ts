import { constraintOf, type Queryable } from '../../../db/client.ts'
import { recordAudit } from '../../audit/record-audit.ts'
import type { AnyContext, Context } from '../../context.ts'
import { isCountry } from '../../directory/country.ts'
import { isZone } from '../../engine/time/is-zone.ts'
import { ProvisioningDefaultsNotValid } from '../errors.ts'
import { type Defaults, findDefaults, mostCommon, putDefaults } from '../queries/defaults.ts'

/** What a new person gets where the provider says nothing: as set by an administrator, else what most people have. */
export async function defaultsNow(db: Queryable): Promise<Defaults & { areSet: boolean }> {
  const set = await findDefaults(db)
  return set ? { ...set, areSet: true } : { teamId: null, ...(await mostCommon(db)), areSet: false }
}

export const readDefaults = ({ db }: AnyContext) => defaultsNow(db)

/** @throws {ProvisioningDefaultsNotValid} naming every field that cannot be used. */
export async function setDefaults(ctx: Context, wanted: Defaults): Promise<void> {
  const { timeZone, country } = wanted
  const problems = [
    ...(isZone(timeZone)
      ? []
      : [{ field: 'timeZone', value: timeZone, remedy: 'Name an IANA zone such as Europe/Oslo.' }]),
    ...(isCountry(country)
      ? []
      : [{ field: 'country', value: country, remedy: 'Give an ISO 3166 code such as NO.' }])
  ]
  if (problems.length > 0) throw new ProvisioningDefaultsNotValid(problems)
  try {
    await ctx.db.transaction(async (tx) => {
      const before = await findDefaults(tx)
      await putDefaults(tx, wanted)
      await recordAudit(tx, ctx, {
        action: 'provisioning-defaults.set',
        objectType: 'provisioning',
        objectId: 'defaults',
        before,
        after: wanted
      })
    })
  } catch (error) {
    if (constraintOf(error) !== 'scim_defaults_team_id_teams_id_fk') throw error
    const { teamId } = wanted
    throw new ProvisioningDefaultsNotValid([
      { field: 'teamId', value: teamId, remedy: 'There is no such team.' }
    ])
  }
}
