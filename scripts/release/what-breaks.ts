import type { Catalog } from './read-catalog.ts'

/**
 * What the code that was written for `before` may miss or trip over in `after`: first expand, release, and contract only
 * what no released code asks for any more.
 *
 * - gone or another: a table, column, function, trigger, value, constraint that has another type or definition, or no place
 * - required: a column it knows that takes no null any more, or one without a default that had one or was not there
 * - wall: a constraint or unique index on a table it writes, which its rows were never held to
 *
 * @returns sentences that begin with the name, such as `column employees.title is gone`; empty when nothing breaks
 */
export function whatBreaks(before: Catalog, after: Catalog): string[] {
  const lost = [...before.things].flatMap(([name, what]) => {
    const now = after.things.get(name)
    if (now === undefined) return [`${name} is gone`]
    return now === what ? [] : [`${name} is another: ${what} became ${now}`]
  })
  const demanded = new Set([
    ...[...after.notNull].filter((name) => before.things.has(name) && !before.notNull.has(name)),
    ...[...after.required].filter(
      (name) => !before.required.has(name) && isOfKnownTable(before, tableOfColumn(name))
    )
  ])
  const walls = [...after.walls.keys()]
    .filter((name) => !before.walls.has(name) && isOfKnownTable(before, tableOfWall(name)))
    .map((name) => `${name} is a new wall`)
  return [...lost, ...[...demanded].map((name) => `${name} is required`), ...walls]
}

const isOfKnownTable = ({ things }: Catalog, table: string) => things.has(`table ${table}`)
const tableOfColumn = (name: string) => name.slice('column '.length).split('.')[0]!
const tableOfWall = (name: string) => name.split(' of ').at(-1)!
