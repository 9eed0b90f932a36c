import type { ComponentChildren } from 'preact'

export interface Column<Row> {
  heading: string
  value: (row: Row) => ComponentChildren
  /** Figures stand at the end of their column. */
  isNumber?: boolean
  /** A button that says itself what it does: on a card nothing stands before it. */
  isAction?: boolean
}

interface DataTableProps<Row> {
  caption: string
  /** The first column names the row. */
  columns: readonly [Column<Row>, ...Column<Row>[]]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  isCaptionShown?: boolean
}

/** Browsers forget what a cell is when it is laid out as something else, so it is said again. */
const roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' }
} as const

/** As many figures fit beside a name on a phone. */
const MOST_BESIDE = 2

/** A table where there is room, a card for each row where there is not. Its parts keep their roles either way. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  isCaptionShown = false
}: DataTableProps<Row>) {
  const [first, ...others] = columns
  const isFew = others.length <= MOST_BESIDE && others.every(({ isNumber }) => isNumber)
  return (
    <div class="data-box">
      <table class={isFew ? 'data few' : 'data cards'} {...roles.table}>
        <caption class={isCaptionShown ? undefined : 'visually-hidden'}>{caption}</caption>
        <thead {...roles.rowgroup}>
          <tr {...roles.row}>
            {columns.map(({ heading, isNumber }) => (
              <th key={heading} scope="col" {...roles.columnheader} class={isNumber ? 'num' : undefined}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...roles.rowgroup}>
          {rows.map((row) => (
            <tr key={keyOf(row)} {...roles.row}>
              <th scope="row" {...roles.rowheader}>
                {first.value(row)}
              </th>
              {others.map(({ heading, value, isNumber, isAction }) => (
                <td
                  key={heading}
                  {...roles.cell}
                  data-label={isAction ? '' : heading}
                  class={isNumber ? 'num' : undefined}
                >
                  {value(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
