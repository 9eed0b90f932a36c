import type { FastifyInstance } from 'fastify'
import type { AppParts } from './app.ts'
import { healthRoutes } from './health.ts'
import { noticeRoutes } from './notices/routes.ts'
import { signInRoutes } from './sign-in/routes.ts'

const API = [signInRoutes, noticeRoutes]

/** Every feature of the house, one line each. */
export async function registerFeatures(app: FastifyInstance, _parts: AppParts): Promise<void> {
  await app.register(healthRoutes)
  for (const routes of API) await app.register(routes, { prefix: '/api' })
  app.get('/api/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, () => app.swagger())
}
