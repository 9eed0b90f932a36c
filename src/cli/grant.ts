import { grantRole } from '../directory/grant-roles.ts'
import { GRANTED_ROLES } from '../words.ts'
import { type Command, UsageError, wordAt } from './command.ts'
import { withDatabase } from './with-database.ts'

export const grant: Command = {
  usage: `EMAIL ${GRANTED_ROLES.join('|')}`,
  summary: 'Give a person a role; how the first administrator comes about',
  run: async (world, args) => {
    const email = wordAt(args, 0, 'EMAIL')
    const wanted = wordAt(args, 1, 'the role')
    const role = GRANTED_ROLES.find((known) => known === wanted)
    if (!role) throw new UsageError(`"${wanted}" is not a role that can be given`)
    await withDatabase(world, (ctx) => grantRole(ctx, email, role))
    world.out(`${email} is ${role} now.`)
  }
}
