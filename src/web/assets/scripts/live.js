import { showPage } from './forms.js'

const watched = new WeakSet()

const askAgain = () => fetch(location.href, { headers: { accept: 'text/html' } })

/** Puts the same part of the page as it is now in the place of this one; all of the page where the part has gone. */
async function refresh(element) {
  const reply = await askAgain()
  const html = await reply.text()
  const page = new DOMParser().parseFromString(html, 'text/html')
  // Meanwhile somebody may have gone on to another page, or begun to write.
  if (!element.isConnected) return
  if (isInUse(element)) return refreshLater(element)
  const fresh = page.querySelector('[data-live-part]')
  if (fresh) replacePart(element, fresh)
  else showAll(reply, html)
}

/** Loaded anew by the browser a page leaves the focus nowhere; one that is not for us any more is. */
function showAll(reply, html) {
  if (reply.ok && !reply.redirected) showPage(reply, html)
  else location.reload()
}

async function showAnew(element) {
  const reply = await askAgain()
  const html = await reply.text()
  if (element.isConnected) showAll(reply, html)
}

/** By what a button, link or field is the same as before. */
const signOf = (one) =>
  [one.id, one.getAttribute('href'), one.form?.getAttribute('action'), one.name, one.textContent].join()

/** Whoever goes by keyboard keeps their place: the same button in the fresh part has the focus, or else all of it. */
function replacePart(element, fresh) {
  const part = element.querySelector('[data-live-part]')
  const held = part?.contains(document.activeElement) ? document.activeElement : null
  part?.replaceWith(fresh)
  if (!held) return
  const alike = [...fresh.querySelectorAll(held.localName)]
  const same = alike.find((one) => signOf(one) === signOf(held))
  if (!same) fresh.setAttribute('tabindex', '-1')
  const place = same ?? fresh
  place.focus({ preventScroll: true })
}

const PATIENCE = 1500
const postponed = new WeakSet()

/** What changed while somebody wrote is shown once they have finished. */
function refreshLater(element) {
  if (postponed.has(element)) return
  postponed.add(element)
  setTimeout(() => {
    postponed.delete(element)
    follow(element)
  }, PATIENCE)
}

function follow(element) {
  if (!element.isConnected) return
  if (isInUse(element)) refreshLater(element)
  else refresh(element).catch(() => {})
}

function watch(element) {
  if (watched.has(element)) return
  watched.add(element)
  const source = new EventSource(element.dataset.live)
  source.addEventListener('changed', () => {
    if (element.isConnected) follow(element)
    else source.close()
  })
  let busy = false
  source.addEventListener('draft', async ({ data }) => {
    if (!element.isConnected) return source.close()
    if (JSON.parse(data).state !== 'planning') {
      source.close()
      return showAnew(element).catch(() => location.reload())
    }
    if (busy) return
    busy = true
    await refresh(element).catch(() => {})
    busy = false
  })
}

/** Whoever writes, has unfolded something, presses a button or waits for its answer is not disturbed. */
const isInUse = (element) =>
  element.querySelector('details[open], dialog[open], form[aria-busy="true"], :active') !== null ||
  /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '')

/** Elements with `data-live` follow the events of that address. */
export function followEvents(page) {
  const look = () => page.querySelectorAll('[data-live]').forEach(watch)
  look()
  page.addEventListener('page', look)
}
