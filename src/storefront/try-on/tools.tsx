import type { Messages } from '../../core/messages'
import { TryIcon, type TryIconName } from './try-icon'

/** One tool under the picture. */
export interface Tool {
  readonly icon: TryIconName
  readonly label: string
  readonly onPress: () => void
  /** Of a tool that is on or off. */
  readonly pressed?: boolean
  readonly opens?: boolean
  /** There is nothing it could do. */
  readonly idle?: boolean
  /** What was pressed is on its way. */
  readonly busy?: boolean
}

/**
 * The tools within reach of a thumb, the release in their middle.
 *
 * @param props.counting seconds until the picture, while it is counted down
 */
export function Tools(props: {
  before: readonly Tool[]
  after: readonly Tool[]
  counting: number | undefined
  canTake: boolean
  messages: Messages
  onTake: () => void
}) {
  const { before, after, counting, canTake, messages, onTake } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: these are buttons of a kind, no form
    <div className="try-tools" role="group" aria-label={messages('tryon.tools')}>
      {before.map((tool) => (
        <ToolButton key={tool.icon} {...tool} />
      ))}
      <button
        type="button"
        className="try-release"
        aria-label={messages('tryon.take')}
        disabled={!canTake}
        onClick={onTake}
      >
        <span aria-hidden="true">{counting === undefined ? '' : counting}</span>
      </button>
      {after.map((tool) => (
        <ToolButton key={tool.icon} {...tool} />
      ))}
    </div>
  )
}

function ToolButton({ icon, label, onPress, pressed, opens, busy, idle = false }: Tool) {
  return (
    <button
      type="button"
      className="try-tool"
      disabled={idle}
      onClick={onPress}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(opens ? { 'aria-haspopup': 'dialog' as const } : {})}
      {...(busy ? { 'aria-busy': true } : {})}
    >
      <span className="try-tool-mark">
        <TryIcon name={icon} />
      </span>
      <span className="try-tool-name">{label}</span>
    </button>
  )
}
