import styles from './Plot.module.css'
import type { PlotSeries } from './plot-model.js'
import { shapePath } from './shapes.js'

/** What is drawn how: a mark of its own for each, beside its colour. */
export function Legend({ series }: { readonly series: readonly PlotSeries[] }) {
  return (
    <ul className={styles.legend}>
      {series.map((each) => (
        <li key={each.name}>
          <Swatch series={each} />
          {each.name}
        </li>
      ))}
    </ul>
  )
}

function Swatch({ series }: { readonly series: PlotSeries }) {
  const colour = `var(${series.colour})`
  return (
    <svg width={24} height={14} aria-hidden>
      <Drawn series={series} colour={colour} />
    </svg>
  )
}

function Drawn({ series, colour }: { readonly series: PlotSeries; readonly colour: string }) {
  switch (series.draws) {
    case 'bars':
      return <path d="M2 14V6h5v8zM9 14V1h5v13zM16 14V8h5v6z" fill={colour} />
    case 'sticks':
      return (
        <>
          <path d="M12 0V14" stroke={colour} strokeWidth={1.5} />
          <path
            d={shapePath(series.shape, 12, series.shape === 'inverted' ? 10 : 4, 4)}
            fill={colour}
          />
        </>
      )
    case 'line':
      return (
        <>
          <path d="M0 7H24" stroke={colour} strokeWidth={1.5} strokeDasharray="2 3" />
          <path d={shapePath(series.shape, 12, 7, 5)} fill={colour} />
        </>
      )
    case 'points':
      return <path d={shapePath(series.shape, 12, 7, 5)} fill={colour} />
  }
}
