import type { FastifyInstance } from 'fastify'

/** As large as an import of the API. */
const MOST_BYTES = 4 * 1024 * 1024

/** Forms with a file: each field as text, a file by what is in it. The platform itself reads the parts. */
export type Upload = Record<string, string>

/** Lets the forms of this plugin, and of no other, come with files. */
export function acceptUploads(app: FastifyInstance): void {
  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: MOST_BYTES },
    async (request: { headers: Record<string, unknown> }, body: Buffer | string) => {
      const headers = { 'content-type': String(request.headers['content-type']) }
      const bytes = new Uint8Array(typeof body === 'string' ? Buffer.from(body) : body)
      const form = await new Response(bytes, { headers }).formData().catch(() => null)
      const parts: [string, string | Blob][] = []
      form?.forEach((value, name) => {
        parts.push([name, value])
      })
      const fields: Upload = {}
      for (const [name, value] of parts) {
        fields[name] = typeof value === 'string' ? value : await value.text()
      }
      return fields
    }
  )
}
