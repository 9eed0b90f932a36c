/**
 * Columns by which a row is a person's own. Every other reference to a person only says that they did something to
 * somebody else's row.
 */
export const OWN_COLUMNS: ReadonlySet<string> = new Set(['employee_id', 'proposer_id', 'leader_id'])

/** Rows about a seat of a person, found by the seat. */
export const SEAT_COLUMN = 'assignment_id'

/** Rows that belong to own rows of a person, by the column that refers to these: what they guessed, what became of what they heard. */
export const PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  exemption_approvals: { exemption_id: 'exemptions' },
  goal_evidence: { learning_id: 'learnings', fix_it_id: 'fix_it_blocks' },
  guessed_pains: { guess_id: 'season_guesses' },
  theme_learnings: { learning_id: 'learnings' }
}

/** Own rows of which is kept how they were before (`past_rows`). */
export const WITH_PAST: readonly string[] = ['absences', 'assignments', 'exemptions', 'quotas']

/** Own rows that serve nothing once the person is gone: they are deleted. */
export const GONE_WITH_THE_PERSON: readonly string[] = [
  'deliveries',
  'notices',
  'sessions',
  'identities',
  'sign_in_links',
  'api_keys',
  'calendar_feeds',
  'feed_addresses',
  'slack_links',
  'wishes',
  'unavailable_hours',
  'activity_reports',
  'notice_preferences',
  'quiet_hours',
  'grants',
  'team_leads',
  'scim_people',
  'scim_group_members',
  'scim_leavers'
]

/** What is the person's own business alone: not even HR sees it in an export, and it is no text to be replaced. */
export const PRIVATE_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  absences: ['kind'],
  wishes: ['reason'],
  calendar_feeds: ['url'],
  feed_addresses: ['token_hash'],
  sign_in_links: ['token_hash'],
  exemptions: ['note'],
  season_guesses: ['served_well_percent'],
  guessed_pains: ['area_id', 'words'],
  shift_moods: ['mood']
}

/** Columns of text that hold a word of ours and nothing that a person wrote. */
export const OUR_WORDS: Readonly<Record<string, readonly string[]>> = {
  employees: ['time_zone', 'country', 'region'],
  assignments: ['reason']
}

export const ERASED = '[erased]'
