import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  openPersonBooth,
  type PersonBooth,
  type PersonShot,
  type PictureTruth,
} from '../../../scripts/person-booth/open'
import { ROOT } from '../../architecture/source-files'
import { HOME } from './site'

/** A picture that a tracker is shown, and what is true of it. */
export interface Taken {
  /** Addresses below the benchmark's origin. */
  readonly address: string
  readonly mask?: string
  readonly truth: PictureTruth
}

/** Takes pictures once: the same shot of the same model is taken from the folder the next time. */
export class Pictures {
  readonly #folder = join(HOME, 'pictures')
  readonly #booth = boothKey()
  #open: Promise<PersonBooth> | undefined

  async take(person: string, shot: PersonShot): Promise<Taken> {
    const model = join(ROOT, 'assets', 'people', `${person}.glb`)
    const key = createHash('sha256')
      .update(this.#booth)
      .update(readFileSync(model))
      .update(JSON.stringify(shot))
      .digest('hex')
      .slice(0, 24)
    const file = (ending: string) => join(this.#folder, `${key}${ending}`)
    if (!existsSync(file('.json'))) {
      mkdirSync(this.#folder, { recursive: true })
      this.#open ??= openPersonBooth()
      const { image, mask, truth } = await (await this.#open).render(model, shot)
      writeFileSync(file('.png'), image)
      if (mask) writeFileSync(file('-mask.png'), mask)
      writeFileSync(file('.json'), JSON.stringify(truth))
    }
    const address = `/bench/pictures/${key}`
    return {
      address: `${address}.png`,
      ...(shot.mask ? { mask: `${address}-mask.png` } : {}),
      truth: JSON.parse(readFileSync(file('.json'), 'utf8')),
    }
  }

  async close(): Promise<void> {
    await (await this.#open)?.close()
  }
}

/** Changes when the booth does. */
function boothKey(): string {
  const home = join(ROOT, 'src', 'studio', 'person-booth')
  const hash = createHash('sha256')
  for (const name of ['person-booth', 'booth-light', 'posed-model', 'skin-material', 'backdrop', 'sensor']) {
    hash.update(readFileSync(join(home, `${name}.ts`)))
  }
  return hash.digest('hex')
}
