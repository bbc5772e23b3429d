/** The parts of a glTF 2.0 document that are read before parsing. Everything is unchecked input: all optional. */
export interface GltfJson {
  readonly asset?: { readonly version?: string; readonly generator?: string }
  readonly extensionsUsed?: readonly string[]
  readonly extensionsRequired?: readonly string[]
  readonly scene?: number
  readonly scenes?: readonly { readonly nodes?: readonly number[] }[]
  readonly nodes?: readonly GltfNode[]
  readonly meshes?: readonly { readonly primitives?: readonly GltfPrimitive[] }[]
  readonly accessors?: readonly GltfAccessor[]
  readonly bufferViews?: readonly GltfBufferView[]
  readonly buffers?: readonly GltfBuffer[]
  readonly images?: readonly {
    readonly uri?: string
    readonly bufferView?: number
    readonly mimeType?: string
  }[]
  readonly materials?: readonly unknown[]
  readonly skins?: readonly unknown[]
  readonly animations?: readonly unknown[]
  readonly extensions?: Readonly<Record<string, unknown>>
}

export interface GltfNode {
  readonly children?: readonly number[]
  readonly mesh?: number
  readonly skin?: number
}

export interface GltfPrimitive {
  readonly attributes?: Readonly<Record<string, number>>
  readonly indices?: number
  readonly mode?: number
  readonly extensions?: Readonly<Record<string, unknown>>
}

export interface GltfAccessor {
  readonly bufferView?: number
  readonly byteOffset?: number
  readonly componentType?: number
  readonly count?: number
  readonly type?: string
}

export interface GltfBufferView {
  readonly buffer?: number
  readonly byteOffset?: number
  readonly byteLength?: number
  readonly byteStride?: number
  readonly extensions?: Readonly<Record<string, { readonly buffer?: number; readonly byteLength?: number }>>
}

export interface GltfBuffer {
  readonly uri?: string
  readonly byteLength?: number
  readonly extensions?: Readonly<Record<string, { readonly fallback?: boolean }>>
}
