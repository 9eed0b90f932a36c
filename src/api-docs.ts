import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

/** The OpenAPI document, made from the schemas of the routes, and a page to read and try it without outside network. */
export async function registerApiDocs(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Lyttepost',
        version: '1',
        description:
          'All-hands support: who sits when, the hours it takes, and what customers say. Instants are UTC, local dates and times are those of the rotation or person named. Errors are problem+json with a stable code.'
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
    theme: { title: 'Lyttepost API' }
  })
}
