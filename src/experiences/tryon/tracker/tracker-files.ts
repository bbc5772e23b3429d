import type { Subject } from './tracker'

/** One file that a tracker loads. */
export interface TrackerFile {
  readonly address: string
  /** Bytes, uncompressed. 0 when only the download will tell. */
  readonly bytes: number
}

/** Everything that MediaPipe Tasks is loaded from. */
export interface TrackerFiles {
  readonly wasm: TrackerFile
  readonly models: Readonly<Record<Subject, TrackerFile>>
}

/** Addresses of models of one's own: `.task` files as MediaPipe Model Maker writes them, for `person` a `.tflite`. */
export type OwnModels = Readonly<Partial<Record<Subject, string>>>

/**
 * What the build puts at the fixed addresses. The server compresses these files, so that no header says how long they are; a test holds the numbers to the files.
 */
const COMPOSED = {
  wasm: { name: 'wasm/vision_wasm_module_internal.wasm', bytes: 12_997_272 },
  face: { name: 'models/face_landmarker.task', bytes: 5_599_967 },
  hand: { name: 'models/hand_landmarker.task', bytes: 7_471_460 },
  person: { name: 'models/selfie_segmentation.tflite', bytes: 252_496 },
}

/**
 * The files of our own build below `base`, models replaced by those of one's own.
 *
 * @param base address of the folder that holds `wasm/` and `models/`, without a slash at its end
 */
export function trackerFiles(base: string, own: OwnModels = {}): TrackerFiles {
  const composed = (name: keyof typeof COMPOSED): TrackerFile => ({
    address: `${base}/${COMPOSED[name].name}`,
    bytes: COMPOSED[name].bytes,
  })
  const model = (subject: Subject): TrackerFile => {
    const address = own[subject]
    return address ? { address, bytes: 0 } : composed(subject)
  }
  return {
    wasm: composed('wasm'),
    models: { face: model('face'), hand: model('hand'), person: model('person') },
  }
}
