import { writeFileSync } from 'node:fs'
import { openapiText } from './openapi-text.ts'

/** Writes the OpenAPI document to standard output, or to the file named. */
const text = await openapiText()
const [file] = process.argv.slice(2)
if (file) writeFileSync(file, text)
else process.stdout.write(text)
