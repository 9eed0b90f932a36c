import { watchCountdowns } from './countdown.js'
import { openDialogs } from './dialogs.js'
import { smoothForms } from './forms.js'
import { walkGrids } from './grid.js'
import { followEvents } from './live.js'
import { sayNativeFields } from './native.js'
import { livePreviews } from './preview.js'

// Everything here makes pages nicer that work without it.
openDialogs(document)
smoothForms(document)
watchCountdowns(document)
walkGrids(document)
livePreviews(document)
sayNativeFields(document)
followEvents(document)
