import type { ComponentChildren } from 'preact'
import type { Reader } from '../../reader.ts'
import { frameTexts } from '../../texts/frame.ts'

export interface ChartTable {
  headings: readonly string[]
  /** The first cell of a row names it. */
  rows: readonly (readonly string[])[]
}

interface ChartFigureProps {
  /** What the picture shows, in a sentence that also stands for it where it is not seen. */
  caption: string
  /** A heading above says the same, so that the caption is for those only who do not see both. */
  isTitled?: boolean | undefined
  width: number
  height: number
  table: ChartTable
  reader: Reader
  legend?: ComponentChildren
  children: ComponentChildren
}

/** A picture with its caption, and the numbers it is made of as a table to unfold. */
export function ChartFigure({
  caption,
  isTitled,
  width,
  height,
  table,
  reader,
  legend,
  children
}: ChartFigureProps) {
  return (
    <figure class="chart">
      <figcaption class={isTitled ? 'visually-hidden' : undefined}>{caption}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={caption}>
        {children}
      </svg>
      {legend}
      <details>
        <summary>
          {reader.say(frameTexts).asTable}
          <span class="visually-hidden">: {caption}</span>
        </summary>
        {/* Where it is wider than its place, the arrow keys move it. */}
        {/* biome-ignore lint/a11y: a region is a landmark too many, and without a stop nobody scrolls it by keyboard */}
        <div class="data-scroll" role="group" tabIndex={0} aria-label={caption}>
          <table class="data">
            <caption class="visually-hidden">{caption}</caption>
            <thead>
              <tr>
                {table.headings.map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([name, ...cells]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, at) => (
                    <td key={table.headings[at + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}
