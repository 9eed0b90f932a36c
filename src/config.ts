import { join } from 'node:path'
import { type Environment, readSecret, readSwitch, withEnvFile } from './environment.ts'
import { type OidcSettings, readOidc } from './oidc-config.ts'

/** Everything the environment may say, read once and frozen. */
export interface Config {
  /** Absent: the embedded database in `dataDir`. */
  readonly databaseUrl?: string
  /** The user whom the tables belong to, for migrations alone: `databaseUrl` is then a user who cannot touch the audit log. */
  readonly migrationDatabaseUrl?: string
  readonly dataDir: string
  /** The file that lists who was erased, for restoring older backups. Absent: none is kept. */
  readonly erasureList?: string
  readonly host: string
  readonly port: number
  /** The address people use, without a slash at the end; links in notices and sign-in links start with it. */
  readonly publicUrl: string
  /** PEM of an Ed25519 private key. Absent: made once and kept in `dataDir` (embedded database only). */
  readonly signingKey?: string
  /** The key before it: tokens that it signed still count, so that nobody is signed out when the key changes. */
  readonly previousSigningKey?: string
  /** Where people may prove who they are, in the order of the buttons. */
  readonly oidcProviders: readonly OidcSettings[]
  /** Whether people may sign in by a link that is mailed to them. */
  readonly signInLinks: boolean
  /** Addresses of proxies whose forwarding headers are believed; empty believes nobody. */
  readonly trustProxy: readonly string[]
  /** How long a replica that is told to stop goes on serving while it says that it is not ready, so that balancers notice. */
  readonly drainSeconds: number
  readonly logLevel: (typeof LOG_LEVELS)[number]
  /** Where mail is handed in, with user and password. Absent: no e-mail, notices stay in the inbox. */
  readonly smtpUrl?: string
  /** Whom mail is from: `Lyttepost <support@example.com>`. Together with `smtpUrl` or not at all. */
  readonly mailFrom?: string
  /** Opens `/metrics` to whoever sends it. Absent: there are none. */
  readonly metricsToken?: string
  /** Address of an employee who gets a notice every half hour, by which delivery is measured. Absent: it is not. */
  readonly canaryTo?: string
  /** The app of our own in somebody's Slack. Absent: no Slack. */
  readonly slack?: SlackSettings
}

export interface SlackSettings {
  /** `xoxb-…`: what we call Slack with. */
  readonly botToken: string
  /** What Slack signs its requests with. */
  readonly signingSecret: string
  /** Where Slack is, for tests that play it; nothing in the environment sets it. */
  readonly apiUrl?: string
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

/** The environment cannot be used; the message lists every wrong setting and its remedy, one a line. */
export class ConfigNotValid extends Error {
  constructor(readonly wrong: string[]) {
    super(`These settings cannot be used:\n${wrong.map((line) => `  ${line}`).join('\n')}`)
    this.name = 'ConfigNotValid'
  }
}

function readPort(env: Environment, wrong: string[]): number {
  const port = Number(env.PORT || '3000')
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    wrong.push('PORT: must be a number from 0 to 65535')
  return port
}

/** With a database elsewhere the data folder may be another one on every replica, so the list has its place by name only. */
function readPlaces(env: Environment): Pick<Config, 'dataDir' | 'erasureList'> {
  const dataDir = env.DATA_DIR || './data'
  const erasureList = env.ERASURE_LIST || (env.DATABASE_URL ? undefined : join(dataDir, 'erasures.json'))
  return { dataDir, ...(erasureList && { erasureList }) }
}

const isDatabaseUrl = (url: string) => /^postgres(ql)?:\/\//.test(url)

function readDatabaseUrls(
  env: Environment,
  wrong: string[]
): Pick<Config, 'databaseUrl' | 'migrationDatabaseUrl'> {
  const { DATABASE_URL: databaseUrl, MIGRATION_DATABASE_URL: migrationDatabaseUrl } = env
  if (databaseUrl && !isDatabaseUrl(databaseUrl)) {
    wrong.push(
      'DATABASE_URL: must start with postgres:// or postgresql://, or be left out for the embedded database'
    )
  }
  if (migrationDatabaseUrl && (!databaseUrl || !isDatabaseUrl(migrationDatabaseUrl))) {
    wrong.push(
      'MIGRATION_DATABASE_URL: the same database as DATABASE_URL, as the user whom its tables belong to'
    )
  }
  return { ...(databaseUrl && { databaseUrl }), ...(migrationDatabaseUrl && { migrationDatabaseUrl }) }
}

function readPublicUrl(env: Environment, port: number, wrong: string[]): string {
  const publicUrl = (env.PUBLIC_URL || `http://localhost:${port}`).replace(/\/+$/, '')
  if (!URL.canParse(publicUrl) || !/^https?:/.test(publicUrl)) {
    wrong.push('PUBLIC_URL: must be a web address such as https://support.example.com')
  }
  return publicUrl
}

/** Both settings of e-mail or neither. The address of the server holds a password, so no message repeats it. */
function readMail(env: Environment, wrong: string[]): Pick<Config, 'smtpUrl' | 'mailFrom'> {
  const smtpUrl = readSecret(env, 'SMTP_URL', wrong)?.trim()
  const mailFrom = env.MAIL_FROM?.trim()
  if (!smtpUrl && !mailFrom) return {}
  if (!smtpUrl) wrong.push('SMTP_URL or SMTP_URL_FILE: needed with MAIL_FROM; leave out both for no e-mail')
  else if (!URL.canParse(smtpUrl) || !/^smtps?:\/\/[^/]/.test(smtpUrl)) {
    wrong.push(
      'SMTP_URL: must look like smtp://user:password@mail.example.com:587 (smtps:// for TLS at once)'
    )
  }
  if (!mailFrom) wrong.push('MAIL_FROM: needed with SMTP_URL, such as Lyttepost <support@example.com>')
  else if (!/^([^<>\r\n]*<)?[^\s<>@]+@[^\s<>@]+>?$/.test(mailFrom)) {
    wrong.push('MAIL_FROM: must be an address such as Lyttepost <support@example.com>')
  }
  return { ...(smtpUrl && { smtpUrl }), ...(mailFrom && { mailFrom }) }
}

/** A metrics token that can be guessed is none. */
function readMetricsToken(env: Environment, wrong: string[]): Pick<Config, 'metricsToken'> {
  const metricsToken = readSecret(env, 'METRICS_TOKEN', wrong)?.trim()
  if (!metricsToken) return {}
  if (!/^[\x21-\x7e]{32,}$/.test(metricsToken))
    wrong.push('METRICS_TOKEN: 32 signs at least and no spaces; openssl rand -hex 24 makes one')
  return { metricsToken }
}

/** Both secrets of Slack or neither; no message repeats one. */
function readSlack(env: Environment, wrong: string[]): Pick<Config, 'slack'> {
  const botToken = readSecret(env, 'SLACK_BOT_TOKEN', wrong)?.trim()
  const signingSecret = readSecret(env, 'SLACK_SIGNING_SECRET', wrong)?.trim()
  if (!botToken && !signingSecret) return {}
  if (!botToken)
    wrong.push(
      'SLACK_BOT_TOKEN or SLACK_BOT_TOKEN_FILE: needed with SLACK_SIGNING_SECRET; leave out both for no Slack'
    )
  else if (!/^xoxb-[\w-]+$/.test(botToken))
    wrong.push('SLACK_BOT_TOKEN: must be the bot token of the app, which begins with xoxb-')
  if (!signingSecret)
    wrong.push(
      'SLACK_SIGNING_SECRET or SLACK_SIGNING_SECRET_FILE: needed with SLACK_BOT_TOKEN; leave out both for no Slack'
    )
  else if (!/^[0-9a-f]{32,}$/i.test(signingSecret))
    wrong.push('SLACK_SIGNING_SECRET: must be the signing secret of the app: 32 letters a to f and digits')
  return botToken && signingSecret ? { slack: Object.freeze({ botToken, signingSecret }) } : {}
}

/** With a database of its own there is no other replica to go to. Docker waits ten seconds in all, so three are enough. */
function readDrain(env: Environment, wrong: string[]): number {
  const seconds = Number(env.DRAIN_SECONDS || (env.DATABASE_URL ? 3 : 0))
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > 300)
    wrong.push('DRAIN_SECONDS: must be a whole number from 0 to 300')
  return seconds
}

function readLogLevel(env: Environment, wrong: string[]): Config['logLevel'] {
  const level = LOG_LEVELS.find((known) => known === (env.LOG_LEVEL || 'info'))
  if (!level) wrong.push(`LOG_LEVEL: must be one of ${LOG_LEVELS.join(', ')}`)
  return level ?? 'info'
}

/**
 * Reads the settings. The only place that looks at the environment.
 *
 * @throws {ConfigNotValid} with every wrong setting at once.
 */
export function readConfig(env: Environment): Config {
  const wrong: string[] = []
  const port = readPort(env, wrong)
  const signingKey = readSecret(env, 'SIGNING_KEY', wrong)
  const previousSigningKey = readSecret(env, 'SIGNING_KEY_PREVIOUS', wrong)
  const oidcProviders = readOidc(env, wrong)
  const signInLinks = readSwitch(env, 'SIGN_IN_LINKS', true, wrong)
  if (!signInLinks && oidcProviders.length === 0)
    wrong.push('SIGN_IN_LINKS: may be off only where OIDC_PROVIDERS names another way in')
  const config: Config = Object.freeze({
    ...readDatabaseUrls(env, wrong),
    ...(signingKey && { signingKey }),
    ...readPlaces(env),
    ...(previousSigningKey && { previousSigningKey }),
    oidcProviders,
    signInLinks,
    host: env.HOST || '127.0.0.1',
    port,
    publicUrl: readPublicUrl(env, port, wrong),
    trustProxy: Object.freeze(
      (env.TRUST_PROXY ?? '')
        .split(',')
        .map((entry) => entry.trim())
        .filter(Boolean)
    ),
    drainSeconds: readDrain(env, wrong),
    logLevel: readLogLevel(env, wrong),
    ...readMail(env, wrong),
    ...readMetricsToken(env, wrong),
    ...(env.CANARY_TO?.trim() && { canaryTo: env.CANARY_TO.trim() }),
    ...readSlack(env, wrong)
  })
  if (wrong.length > 0) throw new ConfigNotValid(wrong)
  return config
}

/**
 * The settings of this process: its variables, and below them those of its `.env` (see `withEnvFile`).
 *
 * @throws {ConfigNotValid}
 */
export function readSettings(env: Environment, folder = '.'): Config {
  const wrong: string[] = []
  const whole = withEnvFile(env, folder, wrong)
  if (wrong.length > 0) throw new ConfigNotValid(wrong)
  return readConfig(whole)
}
