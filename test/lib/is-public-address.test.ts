import t from 'tap'
import { isPublicAddress } from '../../src/lib/outbound/is-public-address.ts'

t.test('addresses of the public internet are public', async (t) => {
  for (const address of [
    '1.1.1.1',
    '93.184.216.34',
    '172.32.0.1',
    '100.128.0.1',
    '192.167.255.255',
    '2606:4700::1111'
  ])
    t.ok(isPublicAddress(address), address)
})

t.test('everything special is not, in whatever clothes', async (t) => {
  const inside = [
    ...[
      '0.0.0.0',
      '0.1.2.3',
      '10.0.0.1',
      '10.255.255.255',
      '100.64.0.1',
      '100.127.255.255',
      '127.0.0.1',
      '127.9.9.9'
    ],
    ...[
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
      '192.0.0.1',
      '192.0.2.1',
      '192.168.0.1',
      '198.18.0.1'
    ],
    ...['198.51.100.1', '203.0.113.1', '224.0.0.1', '239.1.1.1', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:1.1.1.1', '::127.0.0.1', '64:ff9b::7f00:1'],
    ...[
      'fc00::1',
      'fd12::1',
      'fe80::1',
      'ff02::1',
      '2001:db8::1',
      '2002:7f00:1::',
      '2001::1',
      '3fff::1',
      '100::1'
    ]
  ]
  for (const address of inside) t.notOk(isPublicAddress(address), address)
})

t.test('what is no address is not public', async (t) => {
  for (const text of [
    '',
    'localhost',
    '127.1',
    '2130706433',
    '0x7f000001',
    '1.1.1.1.',
    ' 1.1.1.1',
    'fe80::1%eth0'
  ])
    t.notOk(isPublicAddress(text), text)
})
