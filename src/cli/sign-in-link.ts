import { createSignInLink, LINK_MINUTES } from '../sign-in/sign-in-links.ts'
import { type Command, wordAt } from './command.ts'
import { withDatabase } from './with-database.ts'

export const signInLink: Command = {
  usage: 'EMAIL',
  summary: `Print a link that signs this person in once, within ${LINK_MINUTES} minutes`,
  run: async (world, args) => {
    const email = wordAt(args, 0, 'EMAIL')
    const token = await withDatabase(world, (ctx) => createSignInLink(ctx, email))
    world.out(`${world.config.publicUrl}/sign-in/link/${token}`)
  }
}
