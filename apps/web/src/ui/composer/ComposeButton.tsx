import { type RefObject, useCallback, useRef, useState } from 'react'
import { useWords } from '../../words/words.js'
import { useCommand } from '../commands/registry.js'
import { Button } from '../parts/Button.js'
import { lazily } from '../parts/lazily.js'

/** All of the codecs come with it: it is loaded when it is first opened. */
const Composer = lazily(async () => (await import('./Composer.js')).Composer)

interface Opener {
  readonly button: RefObject<HTMLButtonElement | null>
  readonly open: boolean
  readonly toggle: () => void
  /** The focus goes back to the button. */
  readonly close: () => void
}

/** Whether the composer is open: between its button and where it appears. */
export function useOpener(): Opener {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const toggle = useCallback(() => setOpen((old) => !old), [])
  const close = useCallback(() => {
    setOpen(false)
    button.current?.focus()
  }, [])
  return { button, open, toggle, close }
}

interface Props {
  readonly narrow: boolean
  readonly opener: Opener
}

export function ComposeButton({ narrow, opener: { button, open, toggle } }: Props) {
  const TEXT = useWords().composer
  useCommand('compose', toggle)
  return (
    <Button
      ref={button}
      aria-expanded={open}
      aria-haspopup="dialog"
      onClick={toggle}
      data-testid="compose"
    >
      {narrow ? TEXT.buttonShort : TEXT.button}
    </Button>
  )
}

/** Above the footer that it is in; on a phone it takes the whole screen. */
export function ComposerPanel({ narrow, opener: { open, close } }: Props) {
  if (!open) return null
  return <Composer modal={narrow} onClose={close} />
}
