const TEXT = 'text/html'
const addressOf = ({ pathname, search }) => pathname + search
let shown = addressOf(location)

/** Shows what the server refused above the button that was pressed, and keeps what was written. */
function showRefusal(form, html) {
  const answer = new DOMParser().parseFromString(html, TEXT).querySelector('[data-refusal]')
  if (!answer) return false
  form.querySelector('[data-refusal]')?.remove()
  form.append(answer)
  answer.setAttribute('tabindex', '-1')
  answer.focus()
  return true
}

/**
 * Puts the page that came back in the place of this one, without fetching it a second time. Whoever goes by keyboard or listens
 * is where it is told what happened, or at the beginning of what is shown.
 */
export function showPage({ url, redirected }, html) {
  const page = new DOMParser().parseFromString(html, TEXT)
  // What is there for browsers without script was read by a reader that has none: its orders would be followed.
  for (const part of page.querySelectorAll('noscript')) part.remove()
  const isHere = new URL(url).pathname === location.pathname
  if (redirected) history[isHere ? 'replaceState' : 'pushState']({}, '', url)
  shown = addressOf(location)
  document.title = page.title
  document.documentElement.lang = page.documentElement.lang
  document.body.replaceWith(page.body)
  const told = document.querySelector('[role="status"]') ?? document.querySelector('main')
  told?.setAttribute('tabindex', '-1')
  // What is told comes into view by itself; on the same page nothing else moves under the thumb.
  if (!isHere) scrollTo(0, 0)
  told?.focus()
  document.dispatchEvent(new Event('page'))
}

/** What is sent is taken when the button is pressed, as its page may be replaced before its turn comes. */
function envelope(form, submitter) {
  const filled = new FormData(form, submitter)
  const body = form.enctype === 'multipart/form-data' ? filled : new URLSearchParams(filled)
  return {
    form,
    submitter,
    body,
    action: submitter?.getAttribute('formaction') ?? form.getAttribute('action')
  }
}

let isPressed = false
const CLICK_COMES = 60

function followPresses(page) {
  page.addEventListener('pointerdown', () => {
    isPressed = true
  })
  for (const end of ['pointerup', 'pointercancel'])
    page.addEventListener(end, () =>
      setTimeout(() => {
        isPressed = false
      }, CLICK_COMES)
    )
}

/** A tap is a press and a release at the same thing: the page is not changed in between. */
async function released() {
  while (isPressed) await new Promise((resolve) => setTimeout(resolve, CLICK_COMES))
}

/** The envelopes that wait for the answer to the one before. */
const line = []
let isSending = false

function markBusy({ form, submitter }, isBusy) {
  form.ariaBusy = String(isBusy)
  if (form.dataset.tally !== undefined) return
  if (isBusy) submitter?.setAttribute('aria-disabled', 'true')
  else submitter?.removeAttribute('aria-disabled')
}

/** Sends one; false where the rest of the line, pressed in the belief that it would succeed, must not follow. */
async function send({ form, submitter, body, action }) {
  try {
    const reply = await fetch(action, { method: 'POST', body, headers: { accept: TEXT } })
    const html = await reply.text()
    await released()
    if (reply.ok && line.length === 0) showPage(reply, html)
    else if (!reply.ok && !showRefusal(form, html)) sendPlainly(form, submitter)
    return reply.ok
  } catch {
    sendPlainly(form, submitter)
    return false
  }
}

/**
 * One after the other, in the order of the taps: two answers on their way at once would show whichever came last. Only the
 * last answer becomes the page.
 */
async function sendInTurn(next) {
  line.push(next)
  markBusy(next, true)
  if (isSending) return
  isSending = true
  while (line.length > 0) {
    const current = line.shift()
    const isDone = await send(current)
    if (!line.some(({ form }) => form === current.form)) markBusy(current, false)
    if (!isDone) for (const left of line.splice(0)) markBusy(left, false)
  }
  isSending = false
}

/** As the browser does it without us. */
function sendPlainly(form, submitter) {
  form.dataset.plain = ''
  form.requestSubmit(submitter)
}

/**
 * A form is sent once however often it is pressed before its answer is there, unless every tap counts (`data-tally`). A
 * refusal shows in its place.
 */
export function smoothForms(page) {
  followPresses(page)
  addEventListener('popstate', () => {
    if (addressOf(location) !== shown) location.reload()
  })
  page.addEventListener('submit', (event) => {
    const { target: form, submitter } = event
    if (form.getAttribute('method') !== 'post' || form.dataset.plain !== undefined) return
    event.preventDefault()
    if (form.ariaBusy === 'true' && form.dataset.tally === undefined) return
    sendInTurn(envelope(form, submitter))
  })
}
