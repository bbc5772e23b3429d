import type { Dimensions } from '../../core/dimensions'
import { AXES } from '../../core/dimensions'
import { formatLength } from '../../core/length'
import { useLanguage, useMessages } from '../shop-context'

/** A size in centimetres and inches, as a table that can be read out and copied. */
export function SizeTable({ dimensions, caption }: { dimensions: Dimensions; caption: string }) {
  const messages = useMessages()
  const language = useLanguage()
  return (
    <table className="size">
      <caption>{caption}</caption>
      <tbody>
        {AXES.map((axis) => (
          <tr key={axis}>
            <th scope="row">{messages(`size.${axis}`)}</th>
            <td suppressHydrationWarning>{formatLength(dimensions[axis], language, 'cm')}</td>
            <td suppressHydrationWarning>{formatLength(dimensions[axis], language, 'in')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
