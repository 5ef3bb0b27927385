import { INBOUND, SIMULATED } from '@v2scope/recording'
import { Command } from 'cmdk'
import { type ReactNode, useEffect, useRef } from 'react'
import { formatAddress, networkNamed, roleWith } from '../../session/address.js'
import { DEMO } from '../../session/targets.js'
import { useWords } from '../../words/words.js'
import { SHIPPED } from '../recording/shipped.js'
import { useActions, useApp, useMayListen } from '../session-hooks.js'
import { COMMAND_IDS, COMMANDS, GROUPS, keysOf } from './command-table.js'
import { KeyNames } from './KeyNames.js'
import styles from './Palette.module.css'
import { closeCommands, runCommand, useRegistry } from './registry.js'

/** Everything that can be done at present, found by a few letters of its name. */
export function Palette() {
  const TEXT = useWords().palette
  const actions = useRegistry((state) => state.actions)
  const dialog = useRef<HTMLDialogElement>(null)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    input.current?.focus()
  }, [])
  const can = COMMAND_IDS.filter((id) => actions.has(id) && id !== 'palette')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={TEXT.label}
      onClose={closeCommands}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      data-testid="palette"
    >
      <Command label={TEXT.label} loop className={styles.command}>
        <Command.Input ref={input} placeholder={TEXT.placeholder} className={styles.input} />
        <Command.List label={TEXT.label} className={styles.list}>
          <Command.Empty className={styles.none}>{TEXT.none}</Command.Empty>
          {GROUPS.filter((group) => can.some((id) => COMMANDS[id].group === group)).map((group) => (
            <Command.Group key={group} heading={TEXT.groups[group]}>
              {can
                .filter((id) => COMMANDS[id].group === group)
                .map((id) => (
                  <Entry key={id} id={id} name={TEXT.commands[id]} run={() => runCommand(id)}>
                    <KeyNames keys={keysOf(id)} />
                  </Entry>
                ))}
            </Command.Group>
          ))}
          <Peers />
        </Command.List>
      </Command>
    </dialog>
  )
}

/** What a session can be had with, and recordings. */
function Peers() {
  const TEXT = useWords().palette
  const { shipped } = useWords().recording
  const targets = useApp((state) => state.targets)
  const mayListen = useMayListen()
  const { start, openUrl } = useActions()
  const connect = (peer: string) => {
    const network = targets.find(({ name }) => name === peer)?.network ?? 'regtest'
    const settings = {
      peer,
      ...networkNamed(network),
      garbage: undefined,
      decoys: 0,
      role: roleWith(peer),
      transport: 'v2',
    } as const
    history.replaceState(null, '', formatAddress(settings))
    start(settings)
  }
  return (
    <Command.Group heading={TEXT.connectGroup}>
      {[SIMULATED, ...targets.map(({ name }) => name)].map((peer) => {
        const name = peer === SIMULATED ? TEXT.simulated : peer === DEMO ? TEXT.demo : peer
        return (
          <Entry
            key={peer}
            id={`connect ${peer}`}
            name={TEXT.connect(name)}
            run={() => connect(peer)}
          />
        )
      })}
      {mayListen && (
        <Entry id={`connect ${INBOUND}`} name={TEXT.listen} run={() => connect(INBOUND)} />
      )}
      {SHIPPED.map(({ url, name }) => (
        <Entry
          key={url}
          id={url}
          name={TEXT.openRecording(shipped[name])}
          run={() => void openUrl(url)}
        />
      ))}
    </Command.Group>
  )
}

interface EntryProps {
  readonly id: string
  readonly name: string
  readonly run: () => void
  readonly children?: ReactNode
}

function Entry({ id, name, run, children }: EntryProps) {
  const choose = () => {
    closeCommands()
    // once the focus is back where it was
    requestAnimationFrame(run)
  }
  return (
    <Command.Item
      value={id}
      keywords={[name]}
      onSelect={choose}
      className={styles.item}
      data-testid={`command-${id}`}
    >
      <span>{name}</span>
      {children}
    </Command.Item>
  )
}
