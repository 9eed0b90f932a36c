import hooks from 'node:async_hooks'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Tap follows every promise to know the test in which a stray error belongs: a tenth of the time of ours, which await all they
 * start. Without it such an error ends the process, and the runner says in which test and fails the file. Imported before tap.
 */
const none: hooks.AsyncHook = { enable: () => none, disable: () => none }
hooks.createHook = () => none
syncBuiltinESMExports()
