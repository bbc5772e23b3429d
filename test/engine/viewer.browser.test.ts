import { Mesh, MeshStandardMaterial } from 'three'
import { afterEach, expect, test } from 'vitest'
import { Viewer } from '../../src/engine/viewer'
import { frames, stage, wait } from './stage'
import { writeGlb } from './write-glb'

let viewer: Viewer
const open = (host = stage()) => {
  viewer = new Viewer(host, { tier: 'high', label: 'A box' })
  return viewer
}
afterEach(() => viewer?.dispose())

/** Pixels of a picture: RGBA, and how many are not transparent. */
async function pixels(picture: Blob): Promise<{ data: Uint8ClampedArray; covered: number }> {
  const bitmap = await createImageBitmap(picture)
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d')
  context?.drawImage(bitmap, 0, 0)
  const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray()
  let covered = 0
  for (let i = 3; i < data.length; i += 4) if ((data[i] ?? 0) > 250) covered += 1
  return { data, covered: covered / (bitmap.width * bitmap.height) }
}

/** Largest difference between two pictures in any channel. */
function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  let most = 0
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs((a[i] ?? 0) - (b[i] ?? 0)))
  return most
}

const press = (key: string) =>
  viewer.canvas.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))

test('a model fills the picture, and a page at rest draws nothing', async () => {
  open()
  const result = await viewer.show(await writeGlb())
  expect(result.ok).toBe(true)
  await wait(300)
  expect((await pixels(await viewer.snapshot())).covered).toBeGreaterThan(0.15)
  const before = viewer.loop.framesDrawn
  expect(viewer.loop.idle).toBe(true)
  await wait(5000)
  expect(viewer.loop.framesDrawn).toBe(before)
})

test('keys turn, zoom and come home; every view has a name; never under the floor', async () => {
  open()
  await viewer.show(await writeGlb())
  const names: string[] = []
  viewer.on('view', ({ side, height }) => names.push(`${side} ${height}`))
  const home = viewer.orbit.view
  for (let i = 0; i < 3; i++) press('ArrowRight')
  await wait(900)
  expect(viewer.orbit.view.yaw).toBeCloseTo(home.yaw + Math.PI / 4, 2)
  expect(names).toEqual(['right level'])
  for (let i = 0; i < 20; i++) press('ArrowDown')
  press('+')
  await wait(900)
  expect(viewer.orbit.view.pitch).toBeGreaterThan(0)
  expect(viewer.camera.position.y).toBeGreaterThan(0)
  expect(viewer.orbit.view.distance).toBeLessThan(home.distance)
  for (let i = 0; i < 40; i++) press('-')
  await wait(900)
  expect(viewer.orbit.view.distance).toBeLessThan(home.distance * 2)
  press('Home')
  await wait(900)
  expect(viewer.orbit.view.yaw).toBeCloseTo(home.yaw, 4)
  expect(viewer.orbit.view.distance).toBeCloseTo(home.distance, 4)
})

test('the wheel scrolls the page unless the viewer has the focus', async () => {
  open()
  await viewer.show(await writeGlb())
  const wheel = (init: WheelEventInit) => {
    const event = new WheelEvent('wheel', { deltaY: -120, bubbles: true, cancelable: true, ...init })
    viewer.canvas.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(wheel({})).toBe(false)
  expect(wheel({ ctrlKey: true })).toBe(true)
  viewer.canvas.focus()
  expect(wheel({})).toBe(true)
  expect(viewer.canvas.style.touchAction).toBe('pan-y')
})

test('a finger that sets off upwards is left to the page; one that goes across turns; two zoom', async () => {
  open()
  await viewer.show(await writeGlb())
  const finger = (type: string, id: number, x: number, y: number) =>
    viewer.canvas.dispatchEvent(
      new PointerEvent(type, { pointerId: id, pointerType: 'touch', clientX: x, clientY: y, bubbles: true }),
    )
  const home = viewer.orbit.view
  finger('pointerdown', 1, 100, 100)
  finger('pointermove', 1, 101, 80)
  finger('pointercancel', 1, 101, 80)
  await wait(300)
  expect(viewer.orbit.view).toEqual(home)
  finger('pointerdown', 2, 100, 100)
  finger('pointermove', 2, 60, 104)
  finger('pointerup', 2, 60, 104)
  await wait(900)
  const turned = viewer.orbit.view
  expect(turned.yaw).toBeGreaterThan(home.yaw + 0.2)
  finger('pointerdown', 3, 100, 100)
  finger('pointerdown', 4, 150, 100)
  finger('pointermove', 4, 175, 100)
  finger('pointerup', 4, 175, 100)
  finger('pointerup', 3, 100, 100)
  await wait(900)
  expect(viewer.orbit.view.distance).toBeCloseTo(home.distance / 1.5, 2)
})

test('variants change one handle alone, and come back', async () => {
  open()
  const glb = await writeGlb({ variants: ['ash', 'coal'] })
  const result = await viewer.show(glb, { variant: 'ash' })
  const other = await viewer.models.acquire(glb)
  if (!result.ok || !other.ok) throw new Error('not loaded')
  expect(result.model.variants).toEqual(['ash', 'coal'])
  const colour = (root: typeof result.model.object) => {
    let red = -1
    root.traverse((mesh) => {
      if (mesh instanceof Mesh && mesh.material instanceof MeshStandardMaterial) red = mesh.material.color.r
    })
    return red
  }
  expect(colour(result.model.object)).toBeCloseTo(1 / 3)
  expect(colour(other.model.object)).toBeCloseTo(0.8)
  await Promise.all([viewer.setVariant('ash'), viewer.setVariant('coal')])
  expect(colour(result.model.object)).toBeCloseTo(2 / 3)
  await viewer.setVariant('no such look')
  expect(colour(result.model.object)).toBeCloseTo(0.8)
  other.model.release()
})

test('200 swaps of product leave as many geometries, textures and programs as one', async () => {
  open(stage(160, 160))
  const canvas = new OffscreenCanvas(64, 64)
  canvas.getContext('2d')?.fillRect(0, 0, 32, 32)
  const texture = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())
  const recipes = [{ texture, variants: ['a', 'b'] }, { size: [1, 0.1, 1] as const, texture }, { nodes: 4 }]
  const files = await Promise.all(recipes.map(async (recipe) => new Blob([await writeGlb(recipe)])))
  const count = async (file: Blob | undefined) => {
    if (!file) throw new Error('no file')
    const result = await viewer.show(file)
    expect(result.ok).toBe(true)
    await viewer.setVariant('b')
    await viewer.snapshot()
    const { geometries, textures, programs } = viewer.stats()
    return { geometries, textures, programs }
  }
  for (const file of files) await count(file)
  const first = await count(files[0])
  for (let i = 1; i <= 200; i++) await count(files[i % 3])
  expect(await count(files[0])).toEqual(first)
  expect(viewer.models.size).toBe(1)
})

test('a later choice overtakes an earlier one', async () => {
  open()
  const [slow, quick] = [await writeGlb({ nodes: 400, distinctMeshes: true }), await writeGlb()]
  const first = viewer.show(slow)
  const second = viewer.show(quick)
  expect(await first).toEqual({ ok: false, fault: { code: 'aborted' } })
  expect((await second).ok).toBe(true)
  expect(viewer.model?.triangles).toBe(12)
  expect(viewer.models.size).toBe(1)
})

test('a broken file leaves the model before it on the page', async () => {
  open()
  await viewer.show(await writeGlb())
  const result = await viewer.show(new Blob(['<!doctype html>']))
  expect(result).toEqual({ ok: false, fault: { code: 'web-page' } })
  expect(viewer.model?.triangles).toBe(12)
  expect((await pixels(await viewer.snapshot())).covered).toBeGreaterThan(0.15)
})

test('a lost context comes back with the same picture', async () => {
  open()
  await viewer.show(await writeGlb({ variants: ['ash'] }))
  await wait(200)
  const before = await pixels(await viewer.snapshot())
  const events: string[] = []
  viewer.on('contextlost', () => events.push('lost'))
  viewer.on('contextrestored', () => events.push('restored'))
  const lose = viewer.renderer.getContext().getExtension('WEBGL_lose_context')
  lose?.loseContext()
  await wait(200)
  const frozen = viewer.loop.framesDrawn
  await viewer.setVariant('none')
  await wait(200)
  expect(viewer.loop.framesDrawn).toBe(frozen)
  lose?.restoreContext()
  await wait(500)
  expect(events).toEqual(['lost', 'restored'])
  const after = await pixels(await viewer.snapshot())
  expect(difference(before.data, after.data)).toBeLessThanOrEqual(1)
})

test('measures are drawn with labels that are in the picture, apart and readable', async () => {
  const host = stage(500, 400)
  open(host)
  await viewer.show(await writeGlb())
  viewer.setDimensions({ width: '40 cm', height: '50 cm', depth: '٣٠ سم' })
  await wait(900)
  const box = host.getBoundingClientRect()
  for (const yaw of [0.55, 0, 1.2, 2.4, -0.8]) {
    viewer.orbit.turnTo({ yaw }, true)
    await frames(3)
    const labels = [...host.querySelectorAll('.vitrine-dimension')]
      .map((label) => label.getBoundingClientRect())
      .filter(({ width }) => width > 0)
    expect(labels.length).toBeGreaterThanOrEqual(2)
    for (const [i, a] of labels.entries()) {
      expect(a.left).toBeGreaterThanOrEqual(box.left)
      expect(a.right).toBeLessThanOrEqual(box.right)
      expect(a.top).toBeGreaterThanOrEqual(box.top)
      expect(a.bottom).toBeLessThanOrEqual(box.bottom)
      for (const b of labels.slice(i + 1)) {
        const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
        expect(apart, `labels overlap at ${yaw}`).toBe(true)
      }
    }
  }
  viewer.setDimensions(null)
  expect(host.querySelector('svg')).toBeNull()
})

test('suspended it draws nothing and gives up nothing; resumed it is as before', async () => {
  open()
  await viewer.show(await writeGlb())
  await wait(200)
  const before = await pixels(await viewer.snapshot())
  const { geometries, textures } = viewer.stats()
  viewer.suspend()
  const drawn = viewer.loop.framesDrawn
  viewer.loop.request()
  press('ArrowLeft')
  viewer.renderer.setSize(64, 64, false)
  viewer.renderer.xr.enabled = true
  viewer.renderer.forceContextLoss()
  await wait(200)
  expect(viewer.loop.framesDrawn).toBe(drawn)
  viewer.resume()
  await wait(300)
  expect(viewer.stats()).toMatchObject({ geometries, textures })
  expect(difference(before.data, (await pixels(await viewer.snapshot())).data)).toBeLessThanOrEqual(1)
})

test('scrolled out of sight it does not draw; back in sight it draws what was asked for', async () => {
  const host = stage()
  open(host)
  await viewer.show(await writeGlb())
  await wait(200)
  host.style.marginTop = '5000px'
  await wait(200)
  const drawn = viewer.loop.framesDrawn
  press('ArrowLeft')
  await wait(200)
  expect(viewer.loop.framesDrawn).toBe(drawn)
  host.style.marginTop = '0'
  await wait(400)
  expect(viewer.loop.framesDrawn).toBeGreaterThan(drawn)
})

test('without WebGL it says so', async () => {
  open()
  viewer.canvas.getContext('2d')
  const result = await viewer.show(await writeGlb())
  expect(result).toEqual({ ok: false, fault: { code: 'no-webgl' } })
  expect(viewer.models.size).toBe(0)
})

test('dispose leaves nothing on the page and nothing on the GPU', async () => {
  const host = stage()
  open(host)
  await viewer.show(await writeGlb({ variants: ['a'] }))
  viewer.setDimensions({ width: '1', height: '2', depth: '3' })
  await wait(200)
  const { info } = viewer.renderer
  viewer.dispose()
  viewer.dispose()
  expect(host.childElementCount).toBe(0)
  // three keeps one texture for itself: its table for reflections.
  expect(info.memory.geometries).toBe(0)
  expect(info.memory.textures).toBeLessThanOrEqual(1)
  expect(viewer.models.size).toBe(0)
  expect(viewer.loop.idle).toBe(true)
})

test('60 viewers one after the other do not exhaust the browser’s contexts', async () => {
  const glb = await writeGlb()
  for (let i = 0; i < 60; i++) {
    open(stage(32, 32))
    expect((await viewer.show(glb)).ok).toBe(true)
    expect(viewer.renderer.getContext().isContextLost()).toBe(false)
    viewer.dispose()
  }
})
