/** The parts of Khronos' validator that are used here; the package has no types of its own. */
declare module 'gltf-validator' {
  export function validateBytes(
    bytes: Uint8Array,
    options?: { readonly maxIssues?: number; readonly writeTimestamp?: boolean },
  ): Promise<{
    readonly issues: {
      readonly numErrors: number
      readonly numWarnings: number
      readonly numInfos: number
      readonly numHints: number
      readonly truncated: boolean
      readonly messages: readonly {
        readonly code: string
        readonly message: string
        /** 0 error, 1 warning, 2 information, 3 hint. */
        readonly severity: 0 | 1 | 2 | 3
        readonly pointer?: string
      }[]
    }
  }>
}
