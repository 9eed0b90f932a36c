interface Figure {
  label: string
  value: string
  /** Below where it should be: in the warm colour. */
  isBehind?: boolean
}

/** A few numbers with their names, the numbers large. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl class="figures">
      {figures.map(({ label, value, isBehind }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd class={isBehind ? 'behind' : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
