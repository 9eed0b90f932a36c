import { generateKeyPairSync, sign } from 'node:crypto'

/** One element of DER: a tag, the length, the content. */
function der(tag: number, ...content: Uint8Array[]): Buffer {
  const body = Buffer.concat(content)
  const { length } = body
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), body])
  const bytes = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...bytes]), body])
}

const SEQUENCE = 0x30
const sequence = (...content: Uint8Array[]) => der(SEQUENCE, ...content)
const integer = (value: number) => der(0x02, Buffer.from([value]))
const objectId = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const utcTime = (text: string) => der(0x17, Buffer.from(text))
const pem = (label: string, bytes: Buffer) =>
  `-----BEGIN ${label}-----\n${bytes.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`

const ED25519 = sequence(objectId('2b6570'))
const COMMON_NAME = '550403'
const ALTERNATIVE_NAMES = '551d11'

/** A certificate for these names, signed by itself, and its key: made anew each time, so that no key is in the house. */
export function selfSigned(...names: string[]): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const name = sequence(der(0x31, sequence(objectId(COMMON_NAME), der(0x0c, Buffer.from('Test server')))))
  const validity = sequence(utcTime('200101000000Z'), utcTime('491231235959Z'))
  const alternatives = sequence(...names.map((dns) => der(0x82, Buffer.from(dns))))
  const extensions = der(0xa3, sequence(sequence(objectId(ALTERNATIVE_NAMES), der(0x04, alternatives))))
  const content = sequence(
    der(0xa0, integer(2)),
    integer(1),
    ED25519,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions
  )
  const signature = der(0x03, Buffer.from([0]), sign(null, content, privateKey))
  return {
    cert: pem('CERTIFICATE', sequence(content, ED25519, signature)),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  }
}
