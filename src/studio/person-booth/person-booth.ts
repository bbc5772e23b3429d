// A bare page that photographs model people and hands from a known camera. Driven from outside: for the shop's pictures, and for clips that tests
// show to a tracker with the truth beside them.
import {
  Mesh,
  MeshBasicMaterial,
  NeutralToneMapping,
  NoToneMapping,
  PCFSoftShadowMap,
  PerspectiveCamera,
  Scene,
  SphereGeometry,
  SRGBColorSpace,
  type Texture,
  WebGLRenderer,
} from 'three'
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js'
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js'
import { backdrop } from './backdrop'
import { BoothLight, boothSurroundings } from './booth-light'
import type { PersonShot, TakenPicture } from './person-shot'
import { pores } from './pores'
import { PosedModel } from './posed-model'
import { addNoise } from './sensor'

declare global {
  /** Photographs the model at an address. */
  var takePersonPicture: ((source: string, shot: PersonShot) => Promise<TakenPicture>) | undefined
}

/** Nearest and farthest that is drawn, metres. */
const NEAR = 0.05
const FAR = 12

class PersonBooth {
  private readonly canvas = document.createElement('canvas')
  private readonly sheet = document.createElement('canvas')
  private readonly renderer = new WebGLRenderer({
    canvas: this.canvas,
    antialias: true,
    preserveDrawingBuffer: true,
  })
  private readonly scene = new Scene()
  private readonly surroundings = boothSurroundings(this.renderer)
  private readonly camera = new PerspectiveCamera()
  private readonly light = new BoothLight(this.scene)
  private readonly pores = pores()
  private readonly white = new MeshBasicMaterial({ color: '#ffffff' })
  private readonly black = new MeshBasicMaterial({ color: '#000000', side: 2 })
  private readonly dots = new Mesh(
    new SphereGeometry(0.0012, 12, 8),
    new MeshBasicMaterial({ color: '#00ff00', depthTest: false }),
  )
  private readonly backdrops = new Map<string, Texture>()
  private readonly models = new Map<string, PosedModel>()
  private readonly loader = new GLTFLoader().setMeshoptDecoder(MeshoptDecoder)

  constructor() {
    this.renderer.shadowMap.enabled = true
    this.renderer.shadowMap.type = PCFSoftShadowMap
    this.renderer.outputColorSpace = SRGBColorSpace
    this.scene.environment = this.surroundings
  }

  async take(source: string, shot: PersonShot): Promise<TakenPicture> {
    const model = await this.modelAt(source)
    const { width, height, focal } = shot.camera
    const times = shot.oversample ?? 1
    this.renderer.setPixelRatio(1)
    this.renderer.setSize(width * times, height * times, false)
    this.camera.fov = (2 * Math.atan(height / 2 / focal) * 180) / Math.PI
    this.camera.aspect = width / height
    this.camera.near = NEAR
    this.camera.far = FAR
    this.camera.updateProjectionMatrix()

    model.root.position.fromArray([...shot.pose.position])
    const [pitch, yaw, roll] = shot.pose.rotation ?? [0, 0, 0]
    model.root.rotation.set(pitch, yaw, roll, 'YXZ')
    model.root.scale.set(shot.mirrored ? -1 : 1, 1, 1)
    model.wear(shot.tone)
    model.draft(shot.draft ?? false)
    model.express(shot.expression ?? {})
    this.light.key.castShadow = !shot.draft
    this.light.aim(shot)
    this.scene.background = this.backdropOf(shot.background ?? { kind: 'studio' })
    this.scene.add(model.root)
    const dots = (shot.dots ?? []).map((dot) => {
      const mesh = this.dots.clone()
      mesh.position.fromArray([...dot])
      mesh.renderOrder = 9
      model.root.add(mesh)
      return mesh
    })
    this.renderer.toneMapping = NeutralToneMapping
    this.renderer.toneMappingExposure = 1
    this.renderer.render(this.scene, this.camera)
    const picture = await this.develop(shot)
    let mask: string | undefined
    if (shot.mask) {
      this.renderer.toneMapping = NoToneMapping
      this.scene.background = null
      this.renderer.setClearColor('#000000', 1)
      this.renderer.shadowMap.enabled = false
      model.masked(this.white, this.black, () => this.renderer.render(this.scene, this.camera))
      this.renderer.shadowMap.enabled = true
      mask = await this.develop({ camera: shot.camera, pose: shot.pose })
    }
    for (const dot of dots) dot.removeFromParent()
    model.root.removeFromParent()
    return mask === undefined ? { picture } : { picture, mask }
  }

  /** Brings what was drawn to the picture's size, adds the sensor's noise, encodes it. */
  private async develop({ camera: { width, height }, noise, jpeg }: PersonShot): Promise<string> {
    this.sheet.width = width
    this.sheet.height = height
    const context = this.sheet.getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('person-booth/no-canvas')
    context.imageSmoothingQuality = 'high'
    context.drawImage(this.canvas, 0, 0, width, height)
    if (noise && noise.sigma > 0) {
      const image = context.getImageData(0, 0, width, height)
      addNoise(image.data, noise.sigma, noise.seed)
      context.putImageData(image, 0, 0)
    }
    return jpeg === undefined ? this.sheet.toDataURL('image/png') : this.sheet.toDataURL('image/jpeg', jpeg)
  }

  private async modelAt(source: string): Promise<PosedModel> {
    const known = this.models.get(source)
    if (known) return known
    const model = await PosedModel.of(await this.loader.loadAsync(source), this.pores, this.surroundings)
    this.models.set(source, model)
    return model
  }

  private backdropOf(background: NonNullable<PersonShot['background']>): Texture {
    const key = JSON.stringify(background)
    const texture = this.backdrops.get(key) ?? backdrop(background)
    this.backdrops.set(key, texture)
    return texture
  }
}

if (globalThis.document) {
  const booth = new PersonBooth()
  globalThis.takePersonPicture = (source, shot) => booth.take(source, shot)
}
