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

/** Puts the page that came back in the place of this one, without fetching it a second time. */
function showPage({ url, redirected }, html) {
  const page = new DOMParser().parseFromString(html, TEXT)
  const isHere = new URL(url).pathname === location.pathname
  if (redirected) history[isHere ? 'replaceState' : 'pushState']({}, '', url)
  shown = addressOf(location)
  document.title = page.title
  document.documentElement.lang = page.documentElement.lang
  document.body.replaceWith(page.body)
  const told = document.querySelector('[role="status"]') ?? document.querySelector('main')
  told?.setAttribute('tabindex', '-1')
  told?.focus()
  scrollTo(0, 0)
  document.dispatchEvent(new Event('page'))
}

async function send(form, submitter) {
  const filled = new FormData(form, submitter)
  const body = form.enctype === 'multipart/form-data' ? filled : new URLSearchParams(filled)
  const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action')
  const reply = await fetch(action, { method: 'POST', body, headers: { accept: TEXT } })
  const html = await reply.text()
  if (reply.ok) return showPage(reply, html)
  if (!showRefusal(form, html)) sendPlainly(form, submitter)
}

/** As the browser does it without us. */
function sendPlainly(form, submitter) {
  form.dataset.plain = ''
  form.requestSubmit(submitter)
}

/** A form is sent once however often it is pressed, and a refusal shows in its place. */
export function smoothForms(page) {
  addEventListener('popstate', () => {
    if (addressOf(location) !== shown) location.reload()
  })
  page.addEventListener('submit', async (event) => {
    const { target: form, submitter } = event
    if (form.getAttribute('method') !== 'post' || form.dataset.plain !== undefined) return
    event.preventDefault()
    if (form.ariaBusy === 'true') return
    form.ariaBusy = 'true'
    submitter?.setAttribute('aria-disabled', 'true')
    try {
      await send(form, submitter)
    } catch {
      sendPlainly(form, submitter)
    } finally {
      form.ariaBusy = 'false'
      submitter?.removeAttribute('aria-disabled')
    }
  })
}
