import { all, NOBODY, type Row } from './row.ts'

const admins = (status: number) => ({ ...all(403), admin: [status] as [number] })
const adminsOn = (status: number) => ({
  ...all(403, 403, 403, 403),
  admin: [status, status, status, 404] as [number, number, number, number]
})
const DEFAULTS = { teamId: null, timeZone: 'Europe/Oslo', country: 'NO', locale: 'nb' }
const nobody = () => ({ employeeIds: [NOBODY] })

/** Provisioning is administrators' business alone; what identity providers do is in `test/http/scim`. */
export const provisioning: Record<string, Row> = {
  readProvisioning: { statuses: admins(200) },
  setProvisioningDefaults: { body: () => DEFAULTS, statuses: admins(204) },
  listIncompletePeople: { statuses: admins(200) },
  confirmAssumed: { statuses: adminsOn(204) },
  makeProvisioningToken: {
    body: () => ({ name: 'Okta', expiresAt: '2027-12-01T00:00:00Z' }),
    statuses: admins(201)
  },
  revokeProvisioningToken: { statuses: adminsOn(204) },
  listProvisionedGroups: { statuses: admins(200) },
  giveGroupMeaning: { body: () => ({ teamId: null, role: 'hr' }), statuses: adminsOn(204) },
  confirmLeavers: { body: nobody, statuses: admins(409) },
  releaseLeavers: { body: nobody, statuses: admins(409) }
}
