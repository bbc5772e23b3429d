import { NO_SCENE_VIEWER_HASH, sceneViewerHref } from '../../platform/scene-viewer'
import { useMessages } from '../shop-context'
import { Icon } from './icon'
import { useReturnedWithoutAr } from './no-ar'

/** Opens Google's Scene Viewer; on a phone that has none, the page is come back to and says so. */
export function SceneViewerLink(props: {
  label: string
  glb: string
  page: string
  title: string
  onEnter: () => void
}) {
  const messages = useMessages()
  const returned = useReturnedWithoutAr(NO_SCENE_VIEWER_HASH)
  const link = sceneViewerHref({ glb: props.glb, page: props.page, title: props.title })
  if (!link.ok) {
    return <p className="ar hint">{messages(`sceneViewer.fault.${link.fault.code}`, link.fault.detail)}</p>
  }
  return (
    <div className="ar">
      <a className="button button-main" href={link.href} onClick={props.onEnter}>
        <Icon name="room" />
        {props.label}
      </a>
      <p className={returned ? 'ar-note ar-fault' : 'ar-note'}>
        {messages(returned ? 'sceneViewer.returned' : 'ar.nativeNote')}
      </p>
    </div>
  )
}
