import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'

type BuildSerializer = ReturnType<typeof SerializerSelector>
type Serializer = ReturnType<ReturnType<BuildSerializer>>

/** By what stands around a schema, then by the schema itself, then by what it says. */
const serializers = new Map<
  string,
  { bySchema: WeakMap<object, Serializer>; byText: Map<string, Serializer> }
>()

/**
 * Compiles each answer's schema once in a process. Hundreds of routes say the same of their refusals, and every test makes
 * an application: compiling each anew took nine tenths of the time to start one. Serializers have no state.
 */
export const buildSerializer: BuildSerializer = (shared, options) => {
  const compile = SerializerSelector()(shared, options)
  const around = JSON.stringify([shared, options])
  const known = serializers.get(around) ?? { bySchema: new WeakMap(), byText: new Map() }
  serializers.set(around, known)
  return (route) => {
    const schema = route.schema as object
    const same = known.bySchema.get(schema)
    if (same) return same
    const text = JSON.stringify(schema)
    const serializer = known.byText.get(text) ?? compile(route)
    known.bySchema.set(schema, serializer)
    known.byText.set(text, serializer)
    return serializer
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
