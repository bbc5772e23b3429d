/** What a video says of a frame: milliseconds of `performance.now()` at which it was taken, or shown where that is unknown. */
export type OnFrame = (milliseconds: number) => void

/**
 * Tells of every new frame of a video: by `requestVideoFrameCallback`, else by looking at the number of its frames at every frame of the page.
 *
 * @returns a function that stops it
 */
export function watchFrames(video: HTMLVideoElement, onFrame: OnFrame): () => void {
  return 'requestVideoFrameCallback' in video ? byCallback(video, onFrame) : byPolling(video, onFrame)
}

function byCallback(video: HTMLVideoElement, onFrame: OnFrame): () => void {
  let handle = 0
  let hasCaptureTime: boolean | undefined
  const look: VideoFrameRequestCallback = (now, { captureTime }) => {
    // One clock for the whole of a stream: a filter that is fed two would see a jump.
    hasCaptureTime ??= captureTime !== undefined
    onFrame(hasCaptureTime ? (captureTime ?? now) : now)
    handle = video.requestVideoFrameCallback(look)
  }
  handle = video.requestVideoFrameCallback(look)
  return () => video.cancelVideoFrameCallback(handle)
}

function byPolling(video: HTMLVideoElement, onFrame: OnFrame): () => void {
  let handle = 0
  let last = -1
  const look = (now: number) => {
    const count = video.getVideoPlaybackQuality?.().totalVideoFrames ?? video.currentTime
    if (count !== last && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) {
      last = count
      onFrame(now)
    }
    handle = requestAnimationFrame(look)
  }
  handle = requestAnimationFrame(look)
  return () => cancelAnimationFrame(handle)
}
