import { FolderOpen } from 'lucide-react'
import { useRef } from 'react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import styles from './FileButton.module.css'
import type { SideName, Sides } from './use-sides.js'

interface Props {
  readonly side: SideName
  readonly onFile: Sides['openFile']
}

/** Asks for the file of a recording that is to be on a side. */
export function FileButton({ side, onFile }: Props) {
  const TEXT = useWords().compare
  const input = useRef<HTMLInputElement>(null)
  const label = TEXT.fileFor[side]
  return (
    <>
      <Button aria-label={label} title={label} onClick={() => input.current?.click()}>
        <FolderOpen size={14} aria-hidden />
        {TEXT.file}
      </Button>
      <input
        ref={input}
        className={styles.input}
        type="file"
        accept=".json,application/json"
        tabIndex={-1}
        aria-label={label}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) onFile(side, file)
          // so that the same file can be chosen again
          target.value = ''
        }}
        data-testid={`compare-file-${side}`}
      />
    </>
  )
}
