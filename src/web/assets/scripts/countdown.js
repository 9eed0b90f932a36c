const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Less than a day before it, the time left is counted by the minute; days stand as the server wrote them. */
function tell(element, relative) {
  const ms = new Date(element.dataset.until) - Date.now()
  if (ms <= 0 || ms >= DAY) return
  const [size, unit] = ms >= HOUR ? [HOUR, 'hour'] : [MINUTE, 'minute']
  element.textContent = relative.format(Math.trunc(ms / size), unit)
}

export function watchCountdowns(page) {
  setInterval(() => {
    const relative = new Intl.RelativeTimeFormat(page.documentElement.lang, { numeric: 'auto' })
    for (const element of page.querySelectorAll('[data-until]')) tell(element, relative)
  }, MINUTE)
}
