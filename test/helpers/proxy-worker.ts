import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A reverse proxy as companies put in front: it speaks from an address of its own and adds whom it speaks for. */
process.once('message', ({ target, speaksFrom }: { target: string; speaksFrom: string }) => {
  const { hostname, port } = new URL(target)
  const proxy = createServer((incoming, outgoing) => {
    const before = incoming.headers['x-forwarded-for']
    const client = incoming.socket.remoteAddress!
    const onward = request({
      ...{ hostname, port, localAddress: speaksFrom, method: incoming.method, path: incoming.url },
      headers: { ...incoming.headers, 'x-forwarded-for': before ? `${String(before)}, ${client}` : client }
    })
    onward.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.writeHead(502).end())
    incoming.pipe(onward)
  })
  proxy.listen(0, '127.0.0.1', () => {
    process.send?.({ address: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` })
  })
})
