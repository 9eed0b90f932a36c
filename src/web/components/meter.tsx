/** A bar that says how much of a whole is done; the words are for those who do not see it. */
export function Meter({ share, label }: { share: number; label: string }) {
  const width = 100 * Math.min(1, Math.max(0, share))
  return (
    <svg class="meter" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect class="track" width="100" height="4" rx="2" />
      <rect class="done" width={width} height="4" rx="2" />
    </svg>
  )
}
