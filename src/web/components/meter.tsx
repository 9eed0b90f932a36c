/** A bar that says how much of a whole is done; the words are for those who do not see it. */
export function Meter({ share, label }: { share: number; label: string }) {
  const width = `${Math.round(100 * Math.min(1, Math.max(0, share)))}%`
  return (
    <svg class="meter" role="img" aria-label={label}>
      <rect class="track" width="100%" height="100%" rx="4" />
      <rect class="done" width={width} height="100%" rx="4" />
    </svg>
  )
}
