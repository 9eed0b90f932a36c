import { setTimeout as pause } from 'node:timers/promises'

/** An open page, as far as the server sees one: what it is told by server-sent events. Connects anew, as browsers do. */
export interface LivePage {
  heard(): string
  close(): Promise<void>
}

const AGAIN_MS = 200

export function openLivePage(address: string, token: string): LivePage {
  const gone = new AbortController()
  const { signal } = gone
  let heard = ''

  async function listen(): Promise<void> {
    const stream = await fetch(`${address}/me/events`, {
      headers: { authorization: `Bearer ${token}` },
      signal
    })
    const decoder = new TextDecoder()
    for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>) {
      heard += decoder.decode(chunk)
    }
  }

  const listening = (async () => {
    while (!signal.aborted) {
      await listen().catch(() => {})
      await pause(AGAIN_MS)
    }
  })()
  const close = async () => {
    gone.abort()
    await listening
  }
  return { heard: () => heard, close }
}
