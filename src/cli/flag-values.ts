import type { Messages } from '../core/messages'
import { nearest } from '../core/nearest'
import type { FlagValues } from './verb'

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly sentence: string }

/** Reads what switches were given, each a value of its kind or the sentence that says what is wrong with it. */
export class FlagReader {
  constructor(
    private readonly values: FlagValues,
    private readonly say: Messages,
  ) {}

  /** One text, or undefined. */
  text(flag: string): string | undefined {
    const value = this.values[flag]
    return typeof value === 'string' ? value : undefined
  }

  is(flag: string): boolean {
    return this.values[flag] === true
  }

  /** Every text given, also `a,b`; undefined when none was. */
  list(flag: string): readonly string[] | undefined {
    const value = this.values[flag]
    const given = (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter((one) => typeof one === 'string')
    return given.length > 0 ? given.flatMap((one) => one.split(',')).map((one) => one.trim()).filter(Boolean) : undefined
  }

  /** One of a few words. */
  choice<T extends string>(flag: string, known: readonly T[], otherwise: T): Read<T> {
    const given = this.text(flag)
    return given === undefined ? { ok: true, value: otherwise } : this.#oneOf(flag, given, known)
  }

  /** Some of a few words. */
  choices<T extends string>(flag: string, known: readonly T[]): Read<readonly T[] | undefined> {
    const value: T[] = []
    for (const given of this.list(flag) ?? []) {
      const one = this.#oneOf(flag, given, known)
      if (!one.ok) return one
      value.push(one.value)
    }
    return { ok: true, value: value.length > 0 ? value : undefined }
  }

  /** A number within bounds. */
  number(flag: string, least: number, most: number): Read<number | undefined> {
    const given = this.text(flag)
    if (given === undefined) return { ok: true, value: undefined }
    const value = Number(given)
    if (given.trim() !== '' && value >= least && value <= most) return { ok: true, value }
    return { ok: false, sentence: this.say('cli.usage.number', { flag, given, least, most }) }
  }

  #oneOf<T extends string>(flag: string, given: string, known: readonly T[]): Read<T> {
    const value = known.find((word) => word.toLowerCase() === given.toLowerCase())
    if (value !== undefined) return { ok: true, value }
    const near = nearest(given, known)
    const sentence = this.say('cli.usage.choice', { flag, given, known: known.join(', ') })
    return { ok: false, sentence: near ? `${sentence} ${this.say('cli.usage.did-you-mean', { near })}` : sentence }
  }
}
