import { Save } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../words/words.js'
import { useCommand } from '../commands/registry.js'
import { Button } from '../parts/Button.js'
import { lazily } from '../parts/lazily.js'
import { useView } from '../session-hooks.js'

const SaveDialog = lazily(async () => (await import('./SaveDialog.js')).SaveDialog)

/** Keeps the session that is shown as a file. */
export function SaveButton({ small = false }: { readonly small?: boolean }) {
  const TEXT = useWords().recording.save
  const [open, setOpen] = useState(false)
  const isEmpty = useView(({ items }) => items.length === 0)
  useCommand('save', isEmpty ? undefined : () => setOpen(true))
  return (
    <>
      <Button
        look="ghost"
        icon={small}
        disabled={isEmpty}
        aria-label={small ? TEXT.long : undefined}
        aria-haspopup="dialog"
        title={isEmpty ? TEXT.nothing : TEXT.long}
        onClick={() => setOpen(true)}
        data-testid="save-recording"
      >
        <Save size={small ? 17 : 15} aria-hidden />
        {!small && TEXT.button}
      </Button>
      {open && <SaveDialog onClose={() => setOpen(false)} />}
    </>
  )
}
