/** A picture to take of a model person or hand. Lengths metres, angles radians, pixels as they are in the picture: x right, y down, unmirrored. */
export interface PersonShot {
  /** Width and height of the picture and focal length, all in pixels; the principal point lies in the middle. */
  readonly camera: { readonly width: number; readonly height: number; readonly focal: number }
  /**
   * Where the model's own frame lies in the camera's: looking down -Z, Y up. `rotation` is pitch about X, yaw about Y and roll about Z, turned in
   * the order yaw, pitch, roll ('YXZ'); a positive yaw turns a face towards the picture's right.
   */
  readonly pose: {
    readonly position: readonly [number, number, number]
    readonly rotation?: readonly [number, number, number]
  }
  /** Name of a skin's variant; the file's own unless told. */
  readonly tone?: string
  /** Shows the mirror image: a right hand becomes a left one. */
  readonly mirrored?: boolean
  /** Weights of morph targets, 0..1. */
  readonly expression?: Readonly<Record<string, number>>
  readonly light?: {
    /** Towards the key light, in the camera's frame. */
    readonly direction?: readonly [number, number, number]
    /** 1 unless told. */
    readonly intensity?: number
    readonly colour?: string
    /** Share of the usual light from all round, 1 unless told. */
    readonly ambient?: number
  }
  readonly background?: { readonly kind: 'plain' | 'studio' | 'room'; readonly colour?: string }
  /** Gaussian noise of a sensor, in steps of 0..255, the same for the same seed. */
  readonly noise?: { readonly sigma: number; readonly seed: number }
  /** Without shadows, pores and down: several times as fast, for clips a tracker watches. */
  readonly draft?: boolean
  /** Drawn this many times as large and reduced; 1 unless told. */
  readonly oversample?: number
  /** JPEG of this quality 0..1; PNG unless told. */
  readonly jpeg?: number
  /** Also draws what of the lips is seen: a grey PNG, white where lips are, antialiased, what covers them left out. */
  readonly mask?: boolean
  /** Dots drawn at points of the model's frame, for checks of the projection. */
  readonly dots?: readonly (readonly [number, number, number])[]
}

/** A picture taken: data URLs. */
export interface TakenPicture {
  readonly picture: string
  readonly mask?: string
}
