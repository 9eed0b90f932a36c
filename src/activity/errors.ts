import type { Complaint } from '../directory/csv/complaint.ts'
import { defineError } from '../lib/errors.ts'

export const ActivityFileNotValid = defineError<{ total: number; lines: Complaint[] }>(
  'ACTIVITY_FILE_NOT_VALID',
  422,
  'The file cannot be read as an export of a help desk; nothing was taken. `details.lines` says why, `map` names its columns by hand.'
)

export const ActivityMapNotValid = defineError<{ part: string; fields: readonly string[] }>(
  'ACTIVITY_MAP_NOT_VALID',
  400,
  'Write `map` as field=column, with a comma between: person=Agent email,at=Replied at. `details.fields` lists the fields.'
)

export const ActivityZoneNotKnown = defineError<{ zone: string }>(
  'ACTIVITY_ZONE_NOT_KNOWN',
  400,
  'There is no such time zone; write an IANA name such as Europe/Oslo.'
)
