import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every page and form of src/web, as its routes are written there. */
export function pageRoutes(): { method: 'GET' | 'POST'; url: string }[] {
  const files = readdirSync('src/web').filter((file) => /routes\.tsx?$/.test(file))
  return files.flatMap((file) => {
    const text = readFileSync(join('src/web', file), 'utf8')
    return [...text.matchAll(/app\.(get|post)\(\s*['`](\/[^'`]*)['`]/g)].map(([, method, url]) => ({
      method: method!.toUpperCase() as 'GET' | 'POST',
      url: url!
    }))
  })
}

/** The address with an id in every place for one. */
export const filled = (url: string): string =>
  url.replaceAll(/:\w+|\{\w+\}/g, '00000000-0000-7000-8000-000000000000')
