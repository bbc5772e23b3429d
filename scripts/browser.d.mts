/** Path of a Chromium or Chrome: `CHROMIUM_PATH`, else one the system has, else undefined. */
export function findBrowser(): string | undefined
/** Switches for a headless run on a machine without a GPU. */
export const BROWSER_ARGS: string[]
/** Environment of the browser's process. */
export const BROWSER_ENV: Record<string, string>
