/** What people gave as the reason for hours other than planned. */
export interface Change {
  readonly minutes: number
  readonly reason: string
}

export const CORRECTIONS: readonly Change[] = [
  { minutes: -30, reason: 'Train was late, started half an hour after the others.' },
  { minutes: 20, reason: 'Stayed with a customer who had no heat until it was solved.' },
  { minutes: -60, reason: 'Fire drill and then a production incident in my own team.' },
  { minutes: 45, reason: 'Call with an electrician went on after the end of the shift.' },
  { minutes: -45, reason: 'Dentist could not be moved.' },
  { minutes: 30, reason: 'Wrote up two long cases before I forgot them.' },
  { minutes: -90, reason: 'Kindergarten rang, had to fetch my daughter.' },
  { minutes: 15, reason: 'Handover took longer than usual.' },
  { minutes: -20, reason: 'Lost my sign-in for the ticket system at the start.' },
  { minutes: -30, reason: 'Møte i eget team, avtalt med verten.' },
  { minutes: 30, reason: 'Satt igjen sammen med verten til køen var tom.' },
  { minutes: -60, reason: 'Internet var nere på kontoret den sista timmen.' },
  { minutes: 25, reason: 'Hjälpte en nybörjare att skriva klart sina ärenden.' },
  { minutes: -40, reason: 'Power cut in the building until half past eight.' },
  { minutes: 60, reason: 'Busy day after the outage, agreed with the host to stay on.' },
  { minutes: -120, reason: 'Felt unwell halfway and went home; host took over my cases.' },
  { minutes: -15, reason: 'Corrected: I took a longer break than planned.' },
  { minutes: 10, reason: 'Last chat ran over.' }
]

/** Leaders' calendars win more often than they should. */
export const CUT_SHORT: readonly Change[] = [
  { minutes: -120, reason: 'Board call was moved into the shift.' },
  { minutes: -90, reason: 'Interview with a candidate, could not be moved.' },
  { minutes: -150, reason: 'Partner visit from Stockholm came early.' },
  { minutes: -60, reason: 'Budget meeting started before the shift ended.' },
  { minutes: -120, reason: 'Customer escalation that needed me elsewhere.' }
]

export const CREDITS: readonly Change[] = [
  { minutes: 120, reason: 'Rewrote the help page on changing routers.' },
  { minutes: 60, reason: 'Took call-backs on the evening of the outage.' },
  { minutes: 240, reason: 'Stood in for a guest at short notice, outside the rota.' },
  { minutes: 90, reason: 'Recorded a short film on open-window detection.' },
  { minutes: 120, reason: 'Walked a newcomer through her first cases.' },
  { minutes: 60, reason: 'Reviewed forty answers of the chat robot.' },
  { minutes: 180, reason: 'Answered mail from the campaign on a Saturday.' },
  { minutes: 60, reason: 'Oversatte svarmalene om strømstøtte til engelsk.' },
  { minutes: 90, reason: 'Svarade på frågor på mässan i Göteborg.' }
]
