interface ChartNameProps {
  name: string
  /** As many letters as there is room for on a phone, where they are largest, and where there is more room. */
  room: { narrow: number; wide: number }
}

const shortened = (name: string, most: number) => (name.length > most ? `${name.slice(0, most - 1)}…` : name)

/** What a bar or a band is of, within a `text` of a picture: no longer than its place has room for. */
export function ChartName({ name, room: { narrow, wide } }: ChartNameProps) {
  if (name.length <= narrow) return <>{name}</>
  return (
    <>
      <tspan class="when-narrow">{shortened(name, narrow)}</tspan>
      <tspan class="when-wide">{shortened(name, wide)}</tspan>
    </>
  )
}
