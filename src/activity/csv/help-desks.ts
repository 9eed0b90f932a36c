/** What a line of an export can tell. A person and either `at` or both of `from` and `to` are needed. */
export const ACTIVITY_FIELDS = ['person', 'from', 'to', 'at', 'seconds', 'tickets', 'id', 'ticket'] as const
export type ActivityField = (typeof ACTIVITY_FIELDS)[number]

export const FIELD_HELP: Record<ActivityField, string> = {
  person: 'e-mail address of the employee',
  from: 'when the work began',
  to: 'when it ended',
  at: 'in exports of single replies: when it was sent; the time before it counts as work',
  seconds: 'with `at`: how long the reply took. Default: five minutes',
  tickets: 'how many tickets. Default: 1',
  id: 'what the help desk calls this line. Default: made of the line itself',
  ticket: 'number of the ticket; only tells lines without an id apart'
}

export const HELP_DESKS = ['zendesk', 'helpscout', 'intercom', 'kundo', 'other'] as const
export type HelpDesk = (typeof HELP_DESKS)[number]

interface Export {
  /** Headings by which a field is found, as `nameOf` writes them: the first that the file has is it. */
  columns: Partial<Record<ActivityField, readonly string[]>>
  /** Lines of customers and robots stand in the same file; only these are of the team. */
  team?: { column: string; values: readonly string[] }
}

/**
 * Headings of exports, as sure as what we found in public on 2026-11-29 and no surer; whoever has others names them by hand.
 *
 * - Intercom: `message_*`, `conversation_id` and the kinds of author are those of the conversation export of ProdSight, a
 *   program beside Intercom, which writes UTC without an offset (prodsight.ai, "What does the Intercom conversation export
 *   contain"). Intercom's own reports have attributes that their user picks, so no fixed headings; the others here are guesses.
 * - Zendesk: reports have the attributes that their user picks; these are what we take the attributes of ticket updates to be
 *   called. No page we could read lists them.
 * - Help Scout: its help names no columns of its exports. `handle_time` and `number` are what its API calls them
 *   (developer.helpscout.com, company drilldown); the others are guesses.
 * - Kundo: its help (kb.kundo.se) speaks of `redaktör` and `besvarad`, and of no columns; all guesses.
 * - `other`: any file with our own names, or with names by hand.
 */
export const EXPORTS: Record<HelpDesk, Export> = {
  zendesk: {
    columns: {
      person: ['updater_email', 'agent_email', 'assignee_email'],
      at: ['update___timestamp', 'update_timestamp', 'updated_at'],
      seconds: ['agent_handle_time_(sec)', 'handle_time_(sec)', 'time_spent_last_update_(sec)'],
      id: ['update_id', 'audit_id'],
      ticket: ['ticket_id', 'id']
    },
    team: { column: 'updater_role', values: ['agent', 'admin', 'administrator', 'owner'] }
  },
  helpscout: {
    columns: {
      person: ['user_email', 'assigned_user_email', 'assignee_email'],
      at: ['replied_at', 'reply_date', 'modified_at'],
      seconds: ['handle_time', 'handle_time_(sec)'],
      id: ['thread_id'],
      ticket: ['number', 'conversation_number', 'conversation_id']
    }
  },
  intercom: {
    columns: {
      person: ['message_author_email', 'teammate_email', 'admin_email'],
      at: ['message_created_at', 'action_time'],
      seconds: ['teammate_handling_time', 'handling_time_(sec)'],
      id: ['message_id', 'conversation_part_id'],
      ticket: ['conversation_id']
    },
    team: { column: 'message_author_type', values: ['admin', 'teammate'] }
  },
  kundo: {
    columns: {
      person: ['redaktör_e_post', 'redaktörens_e_post', 'editor_email', 'e_post'],
      at: ['besvarad', 'svarstidpunkt', 'answered_at', 'tidpunkt'],
      seconds: ['hanteringstid_(sek)'],
      ticket: ['ärendenummer', 'konversation', 'ticket_id', 'id']
    }
  },
  other: {
    columns: Object.fromEntries(ACTIVITY_FIELDS.map((field) => [field, [field]]))
  }
}
