import { FileDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useWords } from '../../words/words.js'
import { useActions } from '../session-hooks.js'
import styles from './DropZone.module.css'
import { fileIn } from './dropped-file.js'

const hasFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') ?? false

/** The whole page takes the file of a recording; while one is dragged over it, it says so. */
export function DropZone() {
  const TEXT = useWords().recording.drop
  const { openFile } = useActions()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      // without this the browser would leave the page, for the file
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    }
    const onLeave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (!hasFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      const file = fileIn(event.dataTransfer)
      if (file) openFile(file, file.name)
    }
    const listeners = [
      ['dragenter', onOver],
      ['dragover', onOver],
      ['dragleave', onLeave],
      ['drop', onDrop],
    ] as const
    for (const [type, listener] of listeners) document.addEventListener(type, listener)
    return () => {
      for (const [type, listener] of listeners) document.removeEventListener(type, listener)
    }
  }, [openFile])
  if (!over) return null
  return (
    <div role="status" className={styles.zone} data-testid="drop-zone">
      <div className={styles.said}>
        <FileDown size={28} strokeWidth={1.5} aria-hidden />
        <strong>{TEXT.here}</strong>
        <span>{TEXT.kept}</span>
      </div>
    </div>
  )
}
