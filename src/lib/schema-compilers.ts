import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'

type BuildSerializer = ReturnType<typeof SerializerSelector>
type Serializer = ReturnType<ReturnType<BuildSerializer>>

const serializers = new Map<string, Serializer>()

/**
 * Compiles each answer's schema once in a process. Hundreds of routes say the same of their refusals, and every test makes
 * an application: compiling each anew took nine tenths of the time to start one. Serializers have no state.
 */
export const buildSerializer: BuildSerializer = (shared, options) => {
  const compile = SerializerSelector()(shared, options)
  const around = JSON.stringify([shared, options])
  return (route) => {
    const key = `${around} ${JSON.stringify(route.schema)}`
    const known = serializers.get(key) ?? compile(route)
    serializers.set(key, known)
    return known
  }
}

type Validator = ReturnType<typeof TypeBoxValidatorCompiler>

/** Bodies are taken as they are, everything else is text that is converted first: one schema may serve both. */
const validators = { body: new WeakMap<object, Validator>(), text: new WeakMap<object, Validator>() }

/** The same for what requests must look like, by the schema itself: types may hold code that no text shows. */
export const compileValidator: typeof TypeBoxValidatorCompiler = (route) => {
  const known = validators[route.httpPart === 'body' ? 'body' : 'text']
  const validator = known.get(route.schema) ?? TypeBoxValidatorCompiler(route)
  known.set(route.schema, validator)
  return validator
}
