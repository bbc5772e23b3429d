import { describe, expect, it } from 'vitest'
import { DownloadFault, Downloads } from '../../../../src/experiences/tryon/tracker/download'

const EMPTY_PROGRAM = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])

/** Sends these chunks, then ends or breaks. */
const answer = (chunks: readonly Uint8Array[], breaks = false, headers: HeadersInit = {}) => {
  const left = [...chunks]
  const body = new ReadableStream({
    pull(controller) {
      const chunk = left.shift()
      if (chunk) controller.enqueue(chunk)
      else if (breaks) controller.error(new Error('the line is dead'))
      else controller.close()
    },
  })
  return () => Promise.resolve(new Response(body, { headers }))
}
const bytes = (...values: number[]) => new Uint8Array(values)

describe('downloads', () => {
  it('count bytes of all files together', async () => {
    const heard: [number, number][] = []
    const downloads = new Downloads(answer([bytes(1, 2), bytes(3)]), (...heardNow) => heard.push(heardNow))
    expect([...(await downloads.bytes({ address: '/a', bytes: 3 }))]).toEqual([1, 2, 3])
    expect(heard).toEqual([
      [2, 3],
      [3, 3],
    ])
  })

  it('count a file that has not answered yet', async () => {
    const heard: [number, number][] = []
    const slow = new Promise<Response>(() => {})
    const downloads = new Downloads(
      (address) => (address === '/slow' ? slow : answer([bytes(1, 2), bytes(3)])()),
      (...heardNow) => heard.push(heardNow),
    )
    void downloads.bytes({ address: '/slow', bytes: 7 })
    await downloads.bytes({ address: '/a', bytes: 3 })
    expect(heard).toEqual([
      [2, 10],
      [3, 10],
    ])
  })

  it('read a file of unknown or wrongly known length whole', async () => {
    const chunks = [bytes(1, 2), bytes(3, 4, 5)]
    for (const expected of [0, 1, 99]) {
      const downloads = new Downloads(answer(chunks), () => {})
      expect([...(await downloads.bytes({ address: '/a', bytes: expected }))]).toEqual([1, 2, 3, 4, 5])
    }
  })

  it('know the length of a file that is sent as it is', async () => {
    const totals: number[] = []
    const downloads = new Downloads(
      answer([bytes(1), bytes(2)], false, { 'content-length': '2' }),
      (_, total) => totals.push(total),
    )
    await downloads.bytes({ address: '/own.task', bytes: 0 })
    expect(totals).toEqual([2, 2])
  })

  it.each([
    ['refused', () => Promise.resolve(new Response('', { status: 404 })), '404'],
    ['unreachable', () => Promise.reject(new TypeError('Failed to fetch')), 'Failed to fetch'],
    [
      'answered with a page',
      answer([bytes(60)], false, { 'content-type': 'text/html; charset=utf-8' }),
      'a page instead',
    ],
    ['cut off', answer([bytes(1)], true), 'cut off'],
  ])('%s: name the file', async (_, fetchFile, reason) => {
    const asked = new Downloads(fetchFile, () => {}).bytes({ address: '/face.task', bytes: 9 })
    await expect(asked).rejects.toBeInstanceOf(DownloadFault)
    await expect(asked).rejects.toMatchObject({
      file: '/face.task',
      message: expect.stringContaining(reason),
    })
  })

  it('compile a program while it comes, whatever the server calls it', async () => {
    const heard: number[] = []
    const downloads = new Downloads(
      answer([EMPTY_PROGRAM], false, { 'content-type': 'text/plain' }),
      (loaded) => heard.push(loaded),
    )
    const program = await downloads.program({ address: '/p.wasm', bytes: 8 })
    expect(program).toBeInstanceOf(WebAssembly.Module)
    expect(heard).toEqual([8])
  })

  it('tell a program that was cut off from one that is broken', async () => {
    const program = (fetchFile: () => Promise<Response>) =>
      new Downloads(fetchFile, () => {}).program({ address: '/p.wasm', bytes: 8 })
    await expect(program(answer([EMPTY_PROGRAM.slice(0, 4)], true))).rejects.toBeInstanceOf(DownloadFault)
    await expect(program(answer([bytes(1, 2, 3, 4, 5, 6, 7, 8)]))).rejects.toBeInstanceOf(
      WebAssembly.CompileError,
    )
  })
})
