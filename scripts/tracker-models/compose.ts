import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ArchiveFile, storedZip } from '../../src/pipeline/stored-zip.ts'
import { coarsenWeights } from './coarse-weights.ts'
import { mergeFaceLandmarks } from './face-landmarks.ts'
import { unpackAssets } from './packed-assets.ts'
import { readRefinedPoints } from './refined-points.ts'
import { editTflite } from './tflite-edit.ts'
import { type Normalization, TO_SIGNED_UNIT, TO_UNIT, tfliteMetadata } from './tflite-metadata.ts'

/** As coarse as a hand's joints allow: what it costs them is in docs/tryon-tracking.md. */
const HAND_FINENESS = 16

/** Weights are used in place, in vectors of 16 bytes. */
const ALIGNMENT = 16

/**
 * Composes the files that MediaPipe Tasks loads out of the weights inside the older @mediapipe packages.
 *
 * @param packages folder that holds face_mesh, hands and selfie_segmentation
 * @throws when a package is not as it was when this was written: they are pinned
 */
export function composeTrackerModels(packages: string): readonly ArchiveFile[] {
  return [
    { name: 'face_landmarker.task', bytes: face(join(packages, 'face_mesh')) },
    { name: 'hand_landmarker.task', bytes: hand(join(packages, 'hands')) },
    { name: 'selfie_segmentation.tflite', bytes: person(join(packages, 'selfie_segmentation')) },
  ]
}

function face(folder: string): Uint8Array {
  const asset = assetsOf(folder, 'face_mesh_solution_packed_assets')
  const refined = readRefinedPoints(readFileSync(join(folder, 'face_mesh_solution_simd_wasm_bin.wasm')))
  const geometry = 'geometry_pipeline_metadata_landmarks.binarypb'
  return bundle({
    'face_detector.tflite': described(
      asset('face_detection_short_range.tflite'),
      'face_detector',
      TO_SIGNED_UNIT,
      2,
    ),
    'face_landmarks_detector.tflite': mergeFaceLandmarks(
      asset('face_landmark_with_attention.tflite'),
      refined,
    ),
    [geometry]: asset(geometry),
  })
}

/** The light detector finds the same hands; the light landmarks lie 3 % of a palm from the full ones (docs/tryon-tracking.md). */
function hand(folder: string): Uint8Array {
  const asset = assetsOf(folder, 'hands_solution_packed_assets')
  return bundle({
    'hand_detector.tflite': described(
      coarsenWeights(asset('palm_detection_lite.tflite'), HAND_FINENESS),
      'hand_detector',
      TO_UNIT,
      2,
    ),
    'hand_landmarks_detector.tflite': described(
      coarsenWeights(readFileSync(join(folder, 'hand_landmark_full.tflite')), HAND_FINENESS),
      'hand_landmarks_detector',
      TO_UNIT,
      4,
    ),
  })
}

function person(folder: string): Uint8Array {
  const model = readFileSync(join(folder, 'selfie_segmentation.tflite'))
  return described(model, 'selfie_segmentation', TO_UNIT, 1)
}

const described = (model: Uint8Array, name: string, input: Normalization, outputs: number) =>
  editTflite(model, { metadata: tfliteMetadata(name, input, outputs) })

const bundle = (files: Readonly<Record<string, Uint8Array>>) =>
  storedZip(
    Object.entries(files).map(([name, bytes]) => ({ name, bytes })),
    ALIGNMENT,
  )

function assetsOf(folder: string, stem: string): (name: string) => Uint8Array {
  const assets = unpackAssets(folder, stem)
  return (name) => {
    const bytes = assets.get(name)
    if (!bytes) throw new Error(`tracker-models/compose: ${stem} has no ${name}`)
    return bytes
  }
}
