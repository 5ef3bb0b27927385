import { Menu } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { KeyNames } from './KeyNames.js'
import { openPalette } from './registry.js'
import { isAppleKeyboard, keyName } from './shortcuts.js'

const KEY = 'mod+k'

/** @param small where the screens have no room of their own: this is the way to them */
export function PaletteButton({ small }: { readonly small: boolean }) {
  const { button, buttonWith, space } = useWords().palette
  return (
    <Button
      look="ghost"
      icon={small}
      aria-label={small ? button : buttonWith(keyName(KEY, isAppleKeyboard(), space))}
      aria-haspopup="dialog"
      title={button}
      onClick={openPalette}
      data-testid="open-palette"
    >
      {small ? <Menu size={17} aria-hidden /> : <KeyNames keys={[KEY]} />}
    </Button>
  )
}
