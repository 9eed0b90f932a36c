const STEPS = { ArrowLeft: -1, ArrowRight: 1 }

/** The day after next that has a shift, in that direction. */
function besides(days, from, step) {
  for (let at = from + step; at >= 0 && at < days.length; at += step) {
    const event = days[at].querySelector('.event')
    // Days that a phone leaves out have no place on the screen.
    if (event?.checkVisibility()) return event
  }
  return null
}

/** Arrow keys move between the shifts of a schedule: up and down within a day, left and right to other days. */
export function walkGrids(page) {
  page.addEventListener('keydown', (event) => {
    const current = event.target.closest?.('[data-grid] .event')
    if (!current || event.ctrlKey || event.metaKey || event.altKey) return
    const day = current.closest('.day')
    const events = [...day.querySelectorAll('.event')]
    const days = [...current.closest('[data-grid]').querySelectorAll('.day')]
    const step = STEPS[event.key]
    const down = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    const next = step
      ? besides(days, days.indexOf(day), step)
      : down && events[events.indexOf(current) + down]
    if (!next) return
    event.preventDefault()
    next.focus()
  })
}
