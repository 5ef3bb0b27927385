import { FolderOpen } from 'lucide-react'
import { useRef } from 'react'
import { useWords } from '../../words/words.js'
import { useCommand } from '../commands/registry.js'
import { Button } from '../parts/Button.js'
import { useActions } from '../session-hooks.js'
import { forgetDropped } from './dropped-file.js'
import styles from './OpenButton.module.css'

/** Asks for the file of a recording. */
export function OpenButton({ small = false }: { readonly small?: boolean }) {
  const TEXT = useWords().recording
  const input = useRef<HTMLInputElement>(null)
  const { openFile } = useActions()
  useCommand('open', () => input.current?.click())
  return (
    <>
      <Button
        look="ghost"
        icon={small}
        aria-label={small ? TEXT.openLong : undefined}
        title={TEXT.openOrDrop}
        onClick={() => input.current?.click()}
        data-testid="open-recording"
      >
        <FolderOpen size={small ? 17 : 15} aria-hidden />
        {!small && TEXT.open}
      </Button>
      <input
        ref={input}
        className={styles.input}
        type="file"
        accept=".json,application/json"
        tabIndex={-1}
        aria-label={TEXT.openLong}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) {
            forgetDropped()
            openFile(file, file.name)
          }
          // so that the same file can be chosen again
          target.value = ''
        }}
        data-testid="open-file-input"
      />
    </>
  )
}
