/** An empty element for a viewer, the only one on the page. */
export function stage(width = 320, height = 320): HTMLElement {
  const host = document.createElement('div')
  host.style.width = `${width}px`
  host.style.height = `${height}px`
  document.body.replaceChildren(host)
  return host
}

/** Resolves once a number of frames could have been drawn. */
export async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => requestAnimationFrame(resolve))
}

/** Resolves after some milliseconds. */
export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
