import type { Messages } from '../core/messages'
import type { StageFault } from './stage'

/** Why there is no 3D, and what to do, in the reader's words. */
export function stageSentence(fault: StageFault, messages: Messages, online: boolean): string {
  switch (fault.code) {
    case 'context-lost':
      return messages('stage.contextLost')
    case 'engine-unreachable':
      return messages(online ? 'stage.engineUnreachable' : 'stage.offline')
    case 'network':
      return online ? messages('fault.network', fault.detail) : messages('stage.offline')
    default:
      return messages(`fault.${fault.code}`, 'detail' in fault ? fault.detail : undefined)
  }
}
