import { Check, LoaderCircle, TriangleAlert } from 'lucide-react'
import type { SaveView } from '../../session/store.js'
import { useWords } from '../../words/words.js'
import { CopyButton } from '../parts/CopyButton.js'
import { Hex } from '../parts/Hex.js'
import styles from './SaveDialog.module.css'

const SHA256 = 'SHA-256'

/** What came of it: the file, by its name, its size and its hash. */
export function SaveOutcome({ saving }: { readonly saving: SaveView }) {
  const TEXT = useWords().recording.save
  switch (saving.state) {
    case 'none':
      return null
    case 'making':
      return (
        <p className={styles.making} role="status">
          <LoaderCircle size={15} className={styles.turning} aria-hidden />
          {TEXT.making}
        </p>
      )
    case 'failed':
      return (
        <div className={styles.failed} role="alert" data-testid="save-failed">
          <strong>
            <TriangleAlert size={15} aria-hidden />
            {TEXT.failed}
          </strong>
          <p>{TEXT.problem(saving)}</p>
        </div>
      )
    case 'made':
      return (
        <div className={styles.made} role="status" data-testid="saved">
          <strong>
            <Check size={15} aria-hidden />
            {TEXT.made(saving.name)}
          </strong>
          <p>
            {TEXT.size(saving.bytes)}
            {saving.sha256 !== undefined && <span translate="no"> · {SHA256}</span>}
          </p>
          {saving.sha256 !== undefined && (
            <p className={styles.value}>
              <span data-testid="saved-sha256" data-value={saving.sha256}>
                <Hex hex={saving.sha256} />
              </span>
              <CopyButton text={saving.sha256} what={SHA256} />
            </p>
          )}
        </div>
      )
  }
}
