import { useEffect } from 'react'
import { setLanguage } from '../../words/words.js'
import { setTheme } from '../header/theme.js'
import { showSecrets, useSecrets } from '../keys/secrets.js'
import { lazily } from '../parts/lazily.js'
import { resetSplits } from '../parts/split-store.js'
import { useActions, useApp, useIsLive, useWholeView } from '../session-hooks.js'
import { showPane } from '../ui-store.js'
import { openHelp, openPalette, runCommand, useCommand, useRegistry } from './registry.js'
import { commandOf } from './shortcuts.js'
import { useNextPacket } from './use-next-packet.js'

const Palette = lazily(async () => (await import('./Palette.js')).Palette)
const Help = lazily(async () => (await import('./Help.js')).Help)

/** Keys, the palette and the help, on every screen. */
export function Commands() {
  const open = useRegistry((state) => state.open)
  useKeys()
  usePageCommands()
  useSessionCommands()
  useNextPacket()
  if (open === undefined) return null
  return open === 'palette' ? <Palette /> : <Help />
}

function useKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      // whoever has a dialogue before them does nothing behind it
      if (document.querySelector('dialog:modal')) return
      const id = commandOf(event)
      if (id !== undefined && runCommand(id)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function usePageCommands(): void {
  const { goTo } = useActions()
  const show = (pane: Parameters<typeof showPane>[0]) => () => {
    goTo('session')
    showPane(pane)
  }
  useCommand('palette', openPalette)
  useCommand('help', openHelp)
  useCommand('to_session', () => goTo('session'))
  useCommand('to_keys', () => goTo('keys'))
  useCommand('to_eavesdropper', () => goTo('eavesdropper'))
  useCommand('to_lab', () => goTo('lab'))
  useCommand('to_compare', () => goTo('compare'))
  useCommand('show_wire', show('wire'))
  useCommand('show_packets', show('packets'))
  useCommand('show_details', show('details'))
  useCommand('show_keys', show('keys'))
  useCommand('language_en', () => void setLanguage('en'))
  useCommand('language_zh', () => void setLanguage('zh'))
  useCommand('theme_system', () => setTheme('system'))
  useCommand('theme_light', () => setTheme('light'))
  useCommand('theme_dark', () => setTheme('dark'))
  useCommand('reset_panes', () => resetSplits())
  useCommand('secrets', () => showSecrets(!useSecrets.getState().shown))
  useCommand('copy_link', () => void navigator.clipboard?.writeText(location.href))
}

function useSessionCommands(): void {
  const { again, stop, ping, askHeaders } = useActions()
  const live = useIsLive()
  const over = useWholeView(({ status: { state } }) => state === 'failed' || state === 'closed')
  const canSend = useApp(
    ({ current, viewed }) => viewed === 'current' && current?.status.state === 'ready',
  )
  const recorded = useApp(({ current }) => current?.recording !== undefined)
  useCommand('again', recorded ? undefined : () => again())
  useCommand('stop', live && !over ? stop : undefined)
  useCommand('ping', live && canSend ? ping : undefined)
  useCommand('ask_headers', live && canSend ? askHeaders : undefined)
}
