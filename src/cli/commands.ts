import { audit } from './audit.ts'
import { backup } from './backup.ts'
import type { Command } from './command.ts'
import { demo } from './demo.ts'
import { grant } from './grant.ts'
import { importCommand } from './import.ts'
import { importActivityCommand } from './import-activity.ts'
import { jobs } from './jobs.ts'
import { migrate } from './migrate.ts'
import { plan } from './plan.ts'
import { publish } from './publish.ts'
import { report } from './report.ts'
import { restore, settleCommand } from './restore.ts'
import { serve } from './serve.ts'
import { signInLink } from './sign-in-link.ts'
import { solve } from './solve.ts'

/** Every command of `lyttepost`, in the order the help shows them. */
export const COMMANDS: Record<string, Command> = {
  serve,
  demo,
  import: importCommand,
  'import-activity': importActivityCommand,
  plan,
  publish,
  report,
  grant,
  'sign-in-link': signInLink,
  migrate,
  jobs,
  audit,
  backup,
  restore,
  'settle-restored': settleCommand,
  solve
}
