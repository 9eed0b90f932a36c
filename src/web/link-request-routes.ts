import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { isEmail } from '../directory/email.ts'
import { Body } from '../lib/schema.ts'
import type { Post } from '../notices/post.ts'
import { askForLink, mailLink } from '../sign-in/ask-for-link.ts'
import { LinkAddressNotReadable, LinksOff } from '../sign-in/errors.ts'
import { safePath } from './safe-path.ts'

const body = Body({
  email: Type.String({ maxLength: 254 }),
  back: Type.Optional(Type.String({ maxLength: 2000 }))
})

interface LinkParts {
  post?: Post
  signInLinks: boolean
}

/** Asking for a sign-in link by mail. */
export const linkRequestPages: FastifyPluginAsyncTypebox<LinkParts> = async (app, { post, signInLinks }) => {
  /** Mails on their way; a closing server sees them off. */
  const onTheirWay = new Set<Promise<void>>()
  app.addHook('onClose', async () => {
    await Promise.all(onTheirWay)
  })

  app.post(
    '/sign-in/link-requests',
    { config: { access: 'public', idempotency: 'beside' }, schema: { hide: true, body } },
    async (request, reply) => {
      if (!signInLinks || !post?.channels.email) throw new LinksOff()
      const { back = '/' } = request.body
      const email = request.body.email.trim()
      if (!isEmail(email)) throw new LinkAddressNotReadable()
      const mayGetMail = await askForLink(request.visitor, { email, client: request.ip })
      const { visitor, log } = request
      if (mayGetMail) {
        // The answer is out before anybody looks whether somebody has the address.
        reply.raw.once('finish', () => {
          const mail = mailLink(visitor, email, { post, back: safePath(back) })
            .catch((error: Error) => log.error({ err: error }, 'a sign-in link could not be mailed'))
            .finally(() => onTheirWay.delete(mail))
          onTheirWay.add(mail)
        })
      }
      return reply.redirect(back === '/' ? '/sign-in?told=linkTold' : toldWith(safePath(back)), 303)
    }
  )
}

const toldWith = (back: string) => `/sign-in?told=linkTold&back=${encodeURIComponent(back)}`
