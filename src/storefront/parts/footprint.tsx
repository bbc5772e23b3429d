import { type Footprint as CarbonFootprint, FOOTPRINT_STAGES, footprintTotal } from '../../core/footprint'
import { useMessages } from '../shop-context'

/** Width of the longest bar in the drawing's own units. */
const LONGEST = 100

/** What a product costs the climate, stage by stage; where the figures are invented it says so first. */
export function Footprint({ footprint }: { footprint: CarbonFootprint }) {
  const messages = useMessages()
  const most = Math.max(...FOOTPRINT_STAGES.map((stage) => footprint.stages[stage]), 1e-9)
  return (
    <table className="footprint">
      <caption>
        <span className="footprint-total">
          {messages('facts.carbonValue', { kg: footprintTotal(footprint) })}
        </span>{' '}
        {messages('footprint.caption')}
        {footprint.basis === 'example' && (
          <span className="footprint-example">{messages('footprint.example')}</span>
        )}
      </caption>
      <tbody>
        {FOOTPRINT_STAGES.map((stage) => {
          const kg = footprint.stages[stage]
          return (
            <tr key={stage}>
              <th scope="row">{messages(`footprint.${stage}`)}</th>
              <td aria-hidden="true">
                <svg
                  className="footprint-bar"
                  viewBox={`0 0 ${LONGEST} 6`}
                  preserveAspectRatio="none"
                  aria-hidden="true"
                  focusable="false"
                >
                  <rect width={(kg / most) * LONGEST} height="6" />
                </svg>
              </td>
              <td>{messages('facts.carbonValue', { kg })}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
