import t from 'tap'
import { maskPersonalData } from '../../../src/engine/insight/mask-personal-data.ts'

function becomes(title: string, examples: Record<string, string>): void {
  t.test(title, async (t) => {
    for (const [text, wanted] of Object.entries(examples)) t.equal(maskPersonalData(text).text, wanted)
  })
}

becomes('e-mail addresses are masked', {
  'kari.nordmann+bill@mail.example.co.uk wrote': '[e-mail] wrote',
  'Write to <øystein@båt.example>, please': 'Write to <[e-mail]>, please',
  'a@b.no and c@d.se': '[e-mail] and [e-mail]',
  'sent @kari a note, 5 @ 10 kr': 'sent @kari a note, 5 @ 10 kr'
})

becomes('phone numbers of eight digits or more are masked, however they are written', {
  'call 91234567': 'call [phone number]',
  'call +47 912 34 567 after two': 'call [phone number] after two',
  '(22 33 44 55)': '([phone number])',
  '08-123 456 78': '[phone number]',
  '(212) 555-0123': '[phone number]',
  '+44 (0)20 7946 0958': '[phone number]',
  '06.12.34.56.78.': '[phone number].',
  '91234567 or 98765432': '[phone number] or [phone number]',
  '91234567 98765432': '[phone number] [phone number]',
  '2027-03-02 91234567': '2027-03-02 [phone number]'
})

becomes('short numbers, dates, addresses of the net and codes stay', {
  'error 404 on 3 of 20': 'error 404 on 3 of 20',
  '1234567': '1234567',
  'from 2027-03-02T09:30:00Z to 02.03.2027': 'from 2027-03-02T09:30:00Z to 02.03.2027',
  'host 192.168.100.200': 'host 192.168.100.200',
  'order INV12345678 and 12345678X': 'order INV12345678 and 12345678X',
  '550e8400-e29b-41d4-a716-446655440000': '550e8400-e29b-41d4-a716-446655440000',
  'https://help.example/tickets/12345678': 'https://help.example/tickets/12345678',
  '12345678901234567890': '12345678901234567890'
})

becomes('card numbers of 13 to 19 digits are masked when they pass Luhn', {
  '4111111111111111': '[card number]',
  '4111-1111-1111-1111 exp 12/29': '[card number] exp 12/29',
  '4111 1111 1111 1111 123': '[card number] 123',
  '3782 822463 10005': '[card number]',
  '4222222222222': '[card number]',
  '6304000000000000000': '[card number]',
  kort4111111111111111: 'kort[card number]',
  '4111111111111112': '4111111111111112'
})

becomes('Norwegian and Swedish identity numbers are masked as such when their check digits are right', {
  'fnr 01010750160': 'fnr [identity number]',
  '010107 50160': '[identity number]',
  '811218-9876': '[identity number]',
  '19811218-9876': '[identity number]',
  '811278-9873': '[identity number]',
  '01010750161': '[phone number]',
  '01010710002': '[phone number]',
  '811218-9875': '[phone number]'
})

t.test('the answer tells what was masked, each kind once', async (t) => {
  t.strictSame(maskPersonalData('a@b.no, c@d.no, 91234567').masked, ['e-mail', 'phone-number'])
  t.strictSame(maskPersonalData('The button does nothing'), { text: 'The button does nothing', masked: [] })
  t.strictSame(maskPersonalData(''), { text: '', masked: [] })
})

t.test('what was masked once stays as it is', async (t) => {
  const { text } = maskPersonalData('a@b.no 91234567 4111111111111111 811218-9876')
  t.strictSame(maskPersonalData(text), { text, masked: [] })
})

t.test('hostile text of full length takes no time', async (t) => {
  const startedAt = performance.now()
  for (const part of ['a', '1 ', '1', 'a@a.', '1-', 'https://', '1.1.1.', '0101', '+('])
    maskPersonalData(part.repeat(4000))
  t.ok(performance.now() - startedAt < 2000)
})

becomes(
  'Finnish and British identity numbers are masked, the Finnish only when the check character is right',
  {
    'hetu 131052-308T, takk': 'hetu [identity number], takk',
    '131052-308U': '131052-308U',
    '010101A123N': '[identity number]',
    'NINO QQ123456C or AB 12 34 56 C': 'NINO QQ123456C or [identity number]',
    'part AB123456E': 'part AB123456E'
  }
)

becomes(
  'identity numbers without a check digit, such as Danish and American ones, are masked as phone numbers',
  {
    'CPR 010190-1234': 'CPR [phone number]',
    'SSN 123-45-6789': 'SSN [phone number]'
  }
)

becomes('international account numbers are masked when their check digits are right', {
  'refund to NO9386011117947': 'refund to [account number]',
  'SE45 5000 0000 0583 9825 7466 TAKK': '[account number] TAKK',
  'GB82WEST12345698765432.': '[account number].',
  NO9386011117948: 'NO9386011117948'
})
