import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

/** Our mark for the page's head, white on its dark bar. */
const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" width="150" height="40" viewBox="0 0 150 40"><g fill="none" stroke="#6fd1bf" stroke-width="2.5" stroke-linecap="round"><path d="M20 33V20M13.500 23.500a9.200 9.200 0 0 1 0-13M26.500 10.500a9.200 9.200 0 0 1 0 13"/></g><circle cx="20" cy="17" r="3" fill="#6fd1bf"/><text x="40" y="26" fill="#fff" font-family="system-ui, sans-serif" font-size="20" font-weight="700">Lyttepost</text></svg>`

/** The OpenAPI document, made from the schemas of the routes, and a page to read and try it without outside network. */
export async function registerApiDocs(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Lyttepost',
        version: '1',
        description:
          'All-hands support: who sits when, the hours it takes, and what customers say. Instants are UTC, local dates and times are those of the rotation or person named. Errors are problem+json with a stable code. A POST with an `Idempotency-Key` has one effect and one answer for 24 hours, however often it is sent.'
      },
      components: {
        securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } }
      },
      security: [{ accessToken: [] }]
    },
    refResolver: { buildLocalReference: (json, _base, _fragment, i) => String(json.$id ?? `schema-${i}`) },
    hideUntagged: true
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP:
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    uiConfig: { persistAuthorization: false, displayRequestDuration: true },
    logo: { type: 'image/svg+xml', content: Buffer.from(LOGO), href: '/', target: '_self' },
    theme: { title: 'Lyttepost API' }
  })
}
