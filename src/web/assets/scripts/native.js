// Fields that the browser draws follow its own language, which may not be the page's: what they hold is said beside them.

/** Written for an English that puts the day before the month, as the pages do. */
const language = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang
const dayWords = new Intl.DateTimeFormat(language, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC'
})
const isTwelveHours = new Intl.DateTimeFormat(navigator.language, { hour: 'numeric' }).resolvedOptions()
  .hour12

function wordsOf({ type, value }) {
  if (value === '') return ''
  return type === 'date' ? dayWords.format(new Date(`${value}T00:00:00Z`)) : value
}

/** A day in words with its weekday, a time by 24 hours; a reader of the screen is told by the field itself. */
function say(field) {
  let said = field.parentElement.querySelector(':scope > .said')
  if (!said) {
    said = document.createElement('small')
    said.className = 'said'
    said.ariaHidden = 'true'
    field.after(said)
  }
  said.textContent = wordsOf(field)
}

function nameFile(field) {
  const [choose, chosen] = field.previousElementSibling.children
  choose.textContent = field.dataset.choose
  chosen.textContent = field.files[0]?.name ?? field.dataset.none
}

/** The field lies over its words, unseen: it is still what is tapped, focused and dropped upon. */
function coverFile(field) {
  const whole = document.createElement('span')
  const words = document.createElement('span')
  whole.className = 'file-field'
  words.className = 'file-words'
  words.ariaHidden = 'true'
  words.append(document.createElement('span'), document.createElement('span'))
  words.firstChild.className = 'button plain'
  field.replaceWith(whole)
  whole.append(words, field)
  nameFile(field)
}

const SAID = isTwelveHours ? 'input:is([type="date"], [type="time"])' : 'input[type="date"]'
const FILES = 'input[type="file"][data-choose]'

/** What is within a part of the page that has come just now. */
function sayWithin(part) {
  for (const field of part.querySelectorAll(SAID)) say(field)
  for (const field of part.querySelectorAll(FILES)) if (!field.closest('.file-field')) coverFile(field)
}

/** Says what the browser's own fields hold in the words of the page, now, as somebody changes them, and when parts are replaced. */
export function sayNativeFields(page) {
  sayWithin(page)
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof Element && !node.matches('.said, .file-field')) sayWithin(node)
  }).observe(page, { childList: true, subtree: true })
  page.addEventListener('input', ({ target }) => {
    if (target.matches?.(SAID)) say(target)
  })
  page.addEventListener('change', ({ target }) => {
    if (target.matches?.(FILES)) nameFile(target)
  })
}
