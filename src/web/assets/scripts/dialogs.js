/** Links with `data-opens` open that dialog over the page, in which the keyboard then stays. */
export function openDialogs(page) {
  page.addEventListener('click', (event) => {
    const link = event.target.closest?.('[data-opens], [data-closes]')
    if (!link) return
    const opens = link.dataset.opens
    const dialog = opens ? page.getElementById(opens) : link.closest('dialog')
    if (!dialog?.showModal) return
    event.preventDefault()
    if (opens) dialog.showModal()
    else dialog.close()
  })
  // A click beside the dialog closes it.
  page.addEventListener('click', (event) => {
    if (event.target instanceof HTMLDialogElement && event.target.open) event.target.close()
  })
}
