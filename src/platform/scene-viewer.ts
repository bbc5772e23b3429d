import { isLocalAddress } from './capability'

/** Scene Viewer: Google's AR viewer on Android phones, a part of the Google app. It fetches the GLB by itself. */

/** What Scene Viewer is to show. Addresses may be relative to `page`. */
export interface SceneViewer {
  /** The plain GLB: no compression extensions, the variant baked in. */
  readonly glb: string
  /** Absolute address of the product's page: where its button leads, and where a phone without AR comes back to. */
  readonly page: string
  readonly title: string
}

/** What the page's address ends in when a phone came back without AR, so that the page can say so. */
export const NO_SCENE_VIEWER_HASH = '#no-scene-viewer'

/** Scene Viewer cannot fetch this. Its sentence is `sceneViewer.fault.<code>` in the platform messages. */
export interface SceneViewerFault {
  readonly code: 'not-on-the-web' | 'no-https'
  readonly detail: { readonly file: string }
}

/**
 * The address that opens Scene Viewer at true size: `resizable=false` locks the scale, `ar_preferred` falls back to
 * its 3D view on a phone that has no AR.
 */
export function sceneViewerHref({
  glb,
  page,
  title,
}: SceneViewer): { ok: true; href: string } | { ok: false; fault: SceneViewerFault } {
  const file = new URL(glb, page)
  if (!/^https?:$/.test(file.protocol)) {
    return { ok: false, fault: { code: 'not-on-the-web', detail: { file: file.protocol } } }
  }
  // The phone's own localhost is reached through a debugging cable, so it is let through.
  if (file.protocol !== 'https:' && !isLocalAddress(file.hostname)) {
    return { ok: false, fault: { code: 'no-https', detail: { file: file.href } } }
  }
  const fallback = new URL(NO_SCENE_VIEWER_HASH, page)
  const query = Object.entries({
    file: file.href,
    mode: 'ar_preferred',
    resizable: 'false',
    title,
    link: page,
  })
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  return {
    ok: true,
    href:
      `intent://arvr.google.com/scene-viewer/1.2?${query}#Intent;scheme=https;` +
      'package=com.google.android.googlequicksearchbox;action=android.intent.action.VIEW;' +
      `S.browser_fallback_url=${encodeURIComponent(fallback.href)};end;`,
  }
}
