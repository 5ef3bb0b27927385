import { Menu } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { KeyNames } from './KeyNames.js'
import { openPalette } from './registry.js'

/** @param small where the screens have no room of their own: this is the way to them */
export function PaletteButton({ small }: { readonly small: boolean }) {
  const { button } = useWords().palette
  return (
    <Button
      look="ghost"
      icon={small}
      aria-label={button}
      aria-haspopup="dialog"
      title={button}
      onClick={openPalette}
      data-testid="open-palette"
    >
      {small ? <Menu size={17} aria-hidden /> : <KeyNames keys={['mod+k']} />}
    </Button>
  )
}
