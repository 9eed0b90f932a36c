import { maskPersonalData } from '../engine/insight/mask-personal-data.ts'
import { TicketUrlHasPersonalData, TicketUrlNotValid } from './errors.ts'

/**
 * Refuses a link that is none, or that carries a password or an e-mail address.
 *
 * @throws {TicketUrlNotValid} {@link TicketUrlHasPersonalData}
 */
export function checkTicketUrl(ticketUrl: string | null | undefined): void {
  if (ticketUrl === undefined || ticketUrl === null) return
  if (!URL.canParse(ticketUrl)) throw new TicketUrlNotValid()
  const { protocol, username, password, pathname, search, hash } = new URL(ticketUrl)
  const isWeb = protocol === 'http:' || protocol === 'https:'
  if (!isWeb || username !== '' || password !== '') throw new TicketUrlNotValid()
  const words = `${pathname} ${search} ${hash}`.replaceAll('%40', '@')
  if (maskPersonalData(words).masked.includes('e-mail')) throw new TicketUrlHasPersonalData()
}
