const PAUSE = 350
let waiting
let asked = 0

/** Fetches what the form would make and shows it in the pane, unless something newer was asked meanwhile. */
async function preview(form) {
  const pane = form.querySelector('[data-preview-pane]')
  const mine = ++asked
  pane.ariaBusy = 'true'
  try {
    const body = new URLSearchParams(new FormData(form))
    const reply = await fetch(form.dataset.preview, {
      method: 'POST',
      body,
      headers: { accept: 'text/html' }
    })
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
    const fresh = page.querySelector('[data-preview-pane]')
    if (mine === asked && fresh) pane.replaceWith(fresh)
  } catch {
    // Without a connection the pane stays as it was; saving says so.
  } finally {
    pane.ariaBusy = 'false'
  }
}

/** Forms with `data-preview` show what they would make while somebody writes; their button for it is not needed then. */
export function livePreviews(page) {
  page.addEventListener('input', ({ target }) => {
    const form = target.closest?.('form[data-preview]')
    // A choice among what is shown asks for nothing new.
    if (!form || target.closest('[data-preview-pane]')) return
    clearTimeout(waiting)
    waiting = setTimeout(() => preview(form), PAUSE)
  })
  page.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-previews]')
    if (!button) return
    event.preventDefault()
    preview(button.form)
  })
}
