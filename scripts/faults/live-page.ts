/** An open page, as far as the server sees one: what it is told by server-sent events. */
export interface LivePage {
  heard(): string
  close(): Promise<void>
}

export function openLivePage(address: string, token: string): LivePage {
  const gone = new AbortController()
  let heard = ''
  const listening = (async () => {
    const headers = { authorization: `Bearer ${token}` }
    const stream = await fetch(`${address}/me/events`, { headers, signal: gone.signal })
    const decoder = new TextDecoder()
    for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>) {
      heard += decoder.decode(chunk)
    }
  })().catch(() => {})
  const close = async () => {
    gone.abort()
    await listening
  }
  return { heard: () => heard, close }
}
