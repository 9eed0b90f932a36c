import type { Context } from '../context.ts'
import { readJobs } from '../jobs/read-jobs.ts'
import { readRotations } from '../rotations/rotations.ts'
import { slackManifest } from '../slack/manifest.ts'
import { readSlackLinks } from '../slack/read-links.ts'
import { readSlackState } from '../slack/read-state.ts'

const MOST_ROTATIONS = 200
/** What talks with Slack by itself, beside the messages. */
const JOBS_OF_SLACK = new Set(['link-slack-people', 'tell-who-is-on'])

/** Everything of the page about Slack; without a state where none is set up. */
export async function readSlackPage(
  ctx: Context,
  { publicUrl, cursor }: { publicUrl: string; cursor?: string }
) {
  const manifest = slackManifest(publicUrl)
  if (!ctx.slack) return { manifest, state: null }
  const { people, channels } = await readSlackState(ctx)
  const missing = await readSlackLinks(ctx, { state: 'not_found', ...(cursor && { cursor }) })
  const told = new Set(channels.map(({ rotation }) => rotation.id))
  const rotations = (await readRotations(ctx, { limit: MOST_ROTATIONS })).items
  const jobs = (await readJobs(ctx)).filter(({ name }) => JOBS_OF_SLACK.has(name))
  const failures = jobs.flatMap(({ name, lastRun }) =>
    lastRun?.failure ? [{ job: name, at: lastRun.startedAt, failure: lastRun.failure }] : []
  )
  const silent = rotations.filter(({ id }) => !told.has(id))
  return { manifest, state: { people, channels, silent, failures, missing, isFirst: cursor === undefined } }
}

export type SlackView = Awaited<ReturnType<typeof readSlackPage>>
