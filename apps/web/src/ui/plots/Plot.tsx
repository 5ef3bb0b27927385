import { useState } from 'react'
import { lazily } from '../parts/lazily.js'
import { DataTable } from './DataTable.js'
import { Legend } from './Legend.js'
import styles from './Plot.module.css'
import type { PlotModel } from './plot-model.js'
import type { Table } from './table-text.js'

const Canvas = lazily(async () => (await import('./Canvas.js')).Canvas)

export interface PlotWords {
  /** Of the disclosure. */
  readonly table: string
  /** Where not all rows are shown. */
  readonly left: (shown: number, all: number) => string
}

interface Props {
  /** The same object as long as nothing changes: another one is drawn anew. */
  readonly model: PlotModel
  /** What can be seen in it, in a sentence. */
  readonly label: string
  /** In px. */
  readonly height: number
  /** The numbers behind it; made when they are wanted. */
  readonly table: () => Table
  readonly words: PlotWords
  readonly testId?: string
}

/** A plot, its legend, and the numbers behind it as a table. */
export function Plot({ model, label, height, table, words, testId }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <figure className={styles.figure} aria-label={label} data-testid={testId}>
      {model.series.length > 1 && <Legend series={model.series} />}
      <div className={styles.drawn} style={{ minHeight: height }}>
        <Canvas model={model} height={height} />
      </div>
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{words.table}</summary>
        {isOpen && <DataTable table={table()} left={words.left} />}
      </details>
    </figure>
  )
}
