import t from 'tap'
import { openPost } from '../../src/notices/open-post.ts'
import { openProviders } from '../../src/sign-in/oidc/providers.ts'
import { newSigningKey } from '../../src/sign-in/signing-key.ts'
import { testApp } from '../helpers/app.ts'
import {
  accessibilityFaults,
  DESKTOP,
  mainText,
  openBrowser,
  openPage,
  overflowOf,
  PHONE,
  shoot,
  smallTargets
} from '../helpers/browser.ts'
import { insertSmallCompany } from '../helpers/people.ts'
import { freePort, signInService } from '../helpers/sign-in-service.ts'
import { mailServer } from '../http/notices/mail-server.ts'

t.test(
  'people sign in by a service, by another that is down, and by a mailed link, in a real browser',
  async (t) => {
    const port = await freePort()
    const publicUrl = `http://localhost:${port}`
    const acme = await signInService(t, { publicUrl })
    const mail = await mailServer()
    t.teardown(mail.close)
    const signingKey = newSigningKey()
    const post = openPost({ smtpUrl: mail.url, mailFrom: 'Lyttepost <x@example.com>', publicUrl }, signingKey)
    t.teardown(async () => post.close())
    const sender = post.channels.email!
    const mailed = new Promise<void>((resolve) => {
      post.channels.email = { send: (message) => sender.send(message).finally(resolve) }
    })
    const dead = { ...acme.settings, name: 'dead', label: 'Fjordlys ID', issuer: 'http://localhost:9' }
    const providers = openProviders([acme.settings, dead], () => {})
    await providers.look(new Date())
    const now = new Date().toISOString()
    const { app, db } = await testApp(t, { now, providers, publicUrl, signingKey, post })
    const { amara, bo } = await insertSmallCompany(db)
    acme.accounts.set('amara-1', { email: amara.email, email_verified: true })
    await app.listen({ port, host: 'localhost' })
    const browser = await openBrowser()
    const page = await openPage(t, browser, { viewport: DESKTOP })

    await t.test('by a service, back to the page they wanted', async (t) => {
      await page.goto(`${publicUrl}/swaps`)
      await page.getByRole('link', { name: 'Sign in with Acme' }).click()
      await page.getByLabel('Account').fill('amara-1')
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.waitForURL(`${publicUrl}/swaps`)
      const cookies = await page.context().cookies(publicUrl)
      t.match(
        cookies.filter(({ name }) => name.startsWith('lyttepost')),
        [{ name: 'lyttepost_session', httpOnly: true, sameSite: 'Lax' }],
        'the ticket is gone'
      )
      await page.goto(`${publicUrl}/me/shifts`)
      t.equal(page.url(), `${publicUrl}/me/shifts`)
    })

    await t.test('who stops at the service, or is not known here, is told so', async (t) => {
      const other = await openPage(t, browser, { viewport: PHONE, locale: 'sv-SE' })
      await other.goto(`${publicUrl}/sign-in`)
      await other.getByRole('link', { name: 'Logga in med Acme' }).click()
      await other.getByRole('button', { name: 'Refuse' }).click()
      await other.waitForURL(/callback/)
      t.match(await mainText(other), /Inloggningstjänsten släppte inte in dig/)
      t.notMatch(await other.content(), /alert\(1\)/, 'what the service says in its own words stays there')
      await shoot(other, 'sign-in-refused-phone')
      await other.getByRole('link', { name: 'Logga in' }).click()
      t.match(await mainText(other), /Fjordlys ID svarar inte just nu/)
      await other.context().close()
    })

    await t.test('by a link in a mail, which a scanner does not use up', async (t) => {
      const other = await openPage(t, browser, { viewport: PHONE })
      await other.goto(`${publicUrl}/inbox`)
      await other.getByLabel('Your e-mail address at work').fill(bo.email)
      await other.getByRole('button', { name: 'Send me a link' }).click()
      await other.getByText('a link is on its way').waitFor()
      await shoot(other, 'sign-in-asked-phone')
      await mailed
      const plain = mail.mails[0]!.raw.replaceAll('=\r\n', '').replaceAll('=3D', '=')
      const address = /http:\/\/localhost:\d+\/sign-in\/link\/[^\s"<]+/.exec(plain)![0]
      for (const method of ['GET', 'HEAD'] as const) await fetch(address, { method })
      await other.goto(address)
      await shoot(other, 'sign-in-link-phone')
      await other.getByRole('button', { name: 'Sign in' }).click()
      await other.waitForURL(`${publicUrl}/inbox`)
      t.match(await mainText(other), /Inbox/)
      await other.goto(address)
      await other.getByRole('button', { name: 'Sign in' }).click()
      await other.getByText('was used already').waitFor()
      t.match(await mainText(other), /was used already/)
      await other.context().close()
    })

    for (const [locale, viewport, colorScheme] of [
      ['en-GB', DESKTOP, 'dark'],
      ['nb-NO', PHONE, 'light'],
      ['sv-SE', PHONE, 'dark']
    ] as const) {
      const look = await openPage(t, browser, { viewport, colorScheme, locale })
      await look.goto(`${publicUrl}/sign-in`)
      t.strictSame(await accessibilityFaults(look), [], locale)
      t.ok((await overflowOf(look)) <= 0)
      t.strictSame(await smallTargets(look), [])
      await shoot(look, `sign-in-${locale}-${viewport.width}-${colorScheme}`)
      await look.context().close()
    }
  }
)
