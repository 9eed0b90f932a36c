import { constraintOf } from '../../../db/client.ts'
import { ScimProblem } from '../protocol/scim-problem.ts'

const TAKEN = new Set(['employees_email_is_unique', 'scim_people_user_name_is_unique'])

/** Of two who take a name at the same moment the second is told that it is taken. */
export async function refusingTaken<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!TAKEN.has(constraintOf(error) ?? '')) throw error
    throw new ScimProblem(409, 'uniqueness', 'Somebody has this userName or e-mail address already.')
  }
}
