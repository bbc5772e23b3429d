import type { validateBytes } from 'gltf-validator'
import type { Messages } from '../core/messages'
import { withoutBrokenPngs } from './broken-png'

/** Khronos' gltf-validator, handed in: it is 700 KB of script. */
export interface Validator {
  readonly validateBytes: typeof validateBytes
}

export type Severity = 'error' | 'warning' | 'information' | 'hint'

/** Everything of one kind that the validator found. */
export interface Issue {
  readonly severity: Severity
  /** The validator's own, `MESH_PRIMITIVE_NO_POSITION`. */
  readonly code: string
  readonly count: number
  /** What the validator said of the first. English. */
  readonly text: string
  /** Where, as JSON pointers; the first few. */
  readonly pointers: readonly string[]
}

export interface Validation {
  readonly errors: number
  readonly warnings: number
  /** Worst first, then the most frequent. */
  readonly issues: readonly Issue[]
  /** The validator stopped counting at {@link MOST_ISSUES}. */
  readonly truncated: boolean
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint']
const MOST_ISSUES = 10_000
const POINTERS = 5

/**
 * Codes with a sentence of their own, `issue.<code>` in the pipeline's messages: those merchants' files commonly have and someone who
 * models can mend. The rest is told in the validator's words.
 */
export const PLAIN_ISSUES: ReadonlySet<string> = new Set([
  'ACCESSOR_ELEMENT_OUT_OF_MAX_BOUND',
  'ACCESSOR_ELEMENT_OUT_OF_MIN_BOUND',
  'ACCESSOR_INDEX_OOB',
  'ACCESSOR_INDEX_TRIANGLE_DEGENERATE',
  'ACCESSOR_INVALID_FLOAT',
  'ACCESSOR_VECTOR3_NON_UNIT',
  'BUFFER_VIEW_TARGET_MISSING',
  'IMAGE_DATA_INVALID',
  'IMAGE_MIME_TYPE_INVALID',
  'IMAGE_NON_ENABLED_MIME_TYPE',
  'IMAGE_NPOT_DIMENSIONS',
  'IMAGE_UNEXPECTED_EOS',
  'IMAGE_UNRECOGNIZED_FORMAT',
  'MATERIAL_ALPHA_CUTOFF_INVALID_MODE',
  'MESH_PRIMITIVE_GENERATED_TANGENT_SPACE',
  'MESH_PRIMITIVE_NO_POSITION',
  'MESH_PRIMITIVE_NO_TANGENT_SPACE',
  'MESH_PRIMITIVE_TOO_FEW_TEXCOORDS',
  'NODE_EMPTY',
  'UNDECLARED_EXTENSION',
  'UNSUPPORTED_EXTENSION',
  'UNUSED_MESH_TANGENT',
  'UNUSED_OBJECT',
])

/** Runs the validator and groups what it says; undefined when the validator itself gives up. */
export async function validate(bytes: Uint8Array, validator: Validator): Promise<Validation | undefined> {
  try {
    const options = { maxIssues: MOST_ISSUES, writeTimestamp: false }
    const { issues } = await validator.validateBytes(withoutBrokenPngs(bytes), options)
    const groups = new Map<string, Issue & { pointers: string[] }>()
    for (const { code, message, severity, pointer } of issues.messages) {
      const key = `${severity} ${code}`
      const group = groups.get(key)
      const pointers = group?.pointers ?? []
      if (pointer !== undefined && pointers.length < POINTERS) pointers.push(pointer)
      groups.set(key, {
        severity: SEVERITIES[severity] ?? 'information',
        code,
        count: (group?.count ?? 0) + 1,
        text: group?.text ?? message,
        pointers,
      })
    }
    const rank = ({ severity }: Issue) => SEVERITIES.indexOf(severity)
    return {
      errors: issues.numErrors,
      warnings: issues.numWarnings,
      issues: [...groups.values()].sort((a, b) => rank(a) - rank(b) || b.count - a.count),
      truncated: issues.truncated,
    }
  } catch {
    return undefined
  }
}

/** An issue as a sentence: ours where there is one, else the validator's. */
export function issueText({ code, count, text }: Issue, messages: Messages): string {
  return PLAIN_ISSUES.has(code) ? messages(`issue.${code}`, { count }) : text
}
