import { describe, expect, it, vi } from 'vitest'
import { createEventBus, eventItem, eventValue, type VitrineEvent } from '../../src/core/events'
import { createIntentDoor } from '../../src/core/intent-door'
import type { Intent } from '../../src/core/intents'
import { sampleCatalogue } from './sample-catalogue'

describe('intent door', () => {
  it('calls handlers in the order they came, and those for everything too', () => {
    const door = createIntentDoor()
    const heard: string[] = []
    door.on('inspect', ({ sku }) => heard.push(`first ${sku}`))
    door.on('*', ({ type }) => heard.push(`all ${type}`))
    door.on('inspect', ({ sku }) => heard.push(`last ${sku}`))
    expect(door.send({ type: 'inspect', sku: 'vase' })).toBe(true)
    expect(heard).toEqual(['first vase', 'all inspect', 'last vase'])
  })

  it('says when nobody listens', () => {
    const door = createIntentDoor()
    const off = door.on('share', () => undefined)
    expect(door.send({ type: 'leaveRoom' })).toBe(false)
    off()
    off()
    expect(door.send({ type: 'share' })).toBe(false)
  })

  it('lets the others run when one throws', () => {
    const onError = vi.fn()
    const door = createIntentDoor(onError)
    const heard = vi.fn()
    door.on('share', () => {
      throw new Error('mine')
    })
    door.on('share', heard)
    door.send({ type: 'share' })
    expect(heard).toHaveBeenCalledOnce()
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ message: 'mine' }))
  })

  it('keeps the order for everyone when a handler sends', () => {
    const door = createIntentDoor()
    const heard: Intent['type'][] = []
    door.on('enterRoom', () => door.send({ type: 'showDimensions', on: true }))
    door.on('*', ({ type }) => heard.push(type))
    door.send({ type: 'enterRoom', sku: 'vase', variant: 'sand' })
    expect(heard).toEqual(['enterRoom', 'showDimensions'])
  })

  it('keeps to those who listened when the intent came', () => {
    const door = createIntentDoor()
    const late = vi.fn()
    const off = door.on('share', () => {
      off()
      door.on('share', late)
    })
    door.send({ type: 'share' })
    expect(late).not.toHaveBeenCalled()
    door.send({ type: 'share' })
    expect(late).toHaveBeenCalledOnce()
  })
})

describe('events', () => {
  it("carries products by Google Analytics' names", () => {
    const [chair] = sampleCatalogue().products
    const [ochre] = chair?.variants ?? []
    if (!chair || !ochre) throw new Error('no chair')
    expect(eventItem(chair, ochre, 2)).toEqual({
      item_id: 'lounge-chair',
      item_name: 'Lounge chair',
      item_category: 'seating',
      item_variant: 'ochre',
      price: 649,
      quantity: 2,
    })
    expect(eventValue(ochre.price)).toEqual({ currency: 'EUR', value: 649 })
  })

  it('reaches every listener until it stops listening', () => {
    const bus = createEventBus()
    const heard: VitrineEvent['name'][] = []
    const off = bus.on((event) => heard.push(event.name))
    bus.emit({ name: 'search', search_term: 'chair' })
    off()
    bus.emit({ name: 'ar_remove', item_id: 'vase' })
    expect(heard).toEqual(['search'])
  })
})
