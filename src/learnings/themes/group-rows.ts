/** Rows by the value of one of their columns, in their order. */
export function groupRows<Column extends string, Row extends Record<Column, string>>(
  rows: readonly Row[],
  column: Column
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row[column])
    if (group) group.push(row)
    else groups.set(row[column], [row])
  }
  return groups
}
