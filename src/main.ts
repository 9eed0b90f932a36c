import closeWithGrace from 'close-with-grace'
import { listenOn } from '../db/listen.ts'
import { openFromConfig, type StartedDatabase } from '../db/open.ts'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { startJobs } from './jobs/start-jobs.ts'
import { openPost } from './notices/open-post.ts'
import { openProviders } from './sign-in/oidc/providers.ts'
import { openSigningKey, type SigningKey } from './sign-in/signing-key.ts'
import { openSlack } from './slack/slack-api.ts'

export interface StartOptions {
  config: Config
  demo?: boolean
  /** Runs once the database is open and before anybody is served, for example to seed the demo. */
  prepare?: (database: StartedDatabase) => Promise<void>
  log: (line: string) => void
}

/** Milliseconds that requests under way get to finish after that; orchestrators wait ten seconds in all, or more. */
const GRACE_MS = 6_000

/**
 * Starts everything in order (database, application, listening) and stops it in reverse on SIGTERM or SIGINT. With SIGTERM
 * it first says that it is not ready and goes on serving for `drainSeconds`.
 *
 * @returns the address it listens on.
 */
export async function startServer({ config, demo = false, prepare, log }: StartOptions): Promise<string> {
  const signingKey = openSigningKey(config)
  const database = await openFromConfig({ ...config, log, watched: true })
  try {
    await prepare?.(database)
    return await listen(database, { config, demo, signingKey, log })
  } catch (error) {
    await database.stop()
    throw error
  }
}

interface Listening {
  config: Config
  demo: boolean
  signingKey: SigningKey
  log: (line: string) => void
}

async function listen(
  database: StartedDatabase,
  { config, demo, signingKey, log }: Listening
): Promise<string> {
  const now = () => new Date()
  const slack = config.slack && openSlack(config.slack)
  const way = slack ? { slack } : {}
  const post = openPost(config, signingKey, slack)
  const providers = openProviders(config.oidcProviders, log)
  void providers.look(now())
  const app = await buildApp({
    db: database.db,
    now,
    signingKey,
    publicUrl: config.publicUrl,
    providers,
    signInLinks: config.signInLinks,
    post,
    trustProxy: config.trustProxy,
    logLevel: config.logLevel,
    metricsToken: config.metricsToken,
    listen: listenOn(database.connection),
    demo,
    ...way
  })
  const address = await app.listen({ host: config.host, port: config.port })
  if (!post.channels.email) log('No e-mail: SMTP_URL is not set, so notices stay in the inbox.')
  const system = {
    db: database.db,
    now,
    actor: null,
    requestId: null,
    post,
    ...(config.erasureList && { erasureList: config.erasureList }),
    ...way
  }
  const stopJobs = startJobs(system, (error) => app.log.error({ err: error }, 'a job could not be claimed'))
  const drainMs = config.drainSeconds * 1000
  closeWithGrace({ delay: drainMs + GRACE_MS, logger: app.log }, async ({ err, signal }) => {
    if (err) app.log.error({ err }, 'stopping after an error')
    const jobsEnded = stopJobs()
    // Somebody at a keyboard waits for Ctrl-C; after an error nothing is served any more.
    await app.leaving.begin(signal === 'SIGTERM' ? drainMs : 0)
    await app.close()
    await jobsEnded
    post.close()
    await database.stop()
  })
  return address
}
