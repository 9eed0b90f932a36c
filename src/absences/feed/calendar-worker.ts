import { parentPort, workerData } from 'node:worker_threads'
import { type BusyQuestion, busySpans } from './busy-spans.ts'

/** The thread that reads a stranger's calendar; it answers with busy spans or dies. */
parentPort?.postMessage(busySpans(workerData as BusyQuestion))
