import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { GLOSSARY, type TermGroup, useGlossary } from '../../words/glossary.js'
import { useWords } from '../../words/words.js'
import { isTerm } from '../glossary/terms.js'
import { Button } from '../parts/Button.js'
import { Scroller } from '../parts/Scroller.js'
import { COMMAND_IDS, COMMANDS, GROUPS, keysOf } from './command-table.js'
import styles from './Help.module.css'
import { KeyNames } from './KeyNames.js'
import { closeCommands } from './registry.js'

/** Every key that does something, and every term in a sentence. */
export function Help() {
  const TEXT = useWords().palette
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={TEXT.help}
      onClose={closeCommands}
      data-testid="help"
    >
      <header className={styles.head}>
        <h2>{TEXT.help}</h2>
        <Button look="ghost" icon aria-label={TEXT.close} onClick={() => dialog.current?.close()}>
          <X size={18} aria-hidden />
        </Button>
      </header>
      <Scroller label={TEXT.help} className={styles.body}>
        <Keys />
        <Terms />
      </Scroller>
    </dialog>
  )
}

function Keys() {
  const TEXT = useWords().palette
  return (
    <section>
      <h3>{TEXT.shortcuts}</h3>
      <p>{TEXT.shortcutsWhy}</p>
      <div className={styles.groups}>
        {GROUPS.map((group) => (
          <div key={group}>
            <h4>{TEXT.groups[group]}</h4>
            <dl>
              {COMMAND_IDS.filter((id) => COMMANDS[id].group === group)
                .filter((id) => keysOf(id).length > 0)
                .map((id) => (
                  <div key={id} className={styles.line}>
                    <dt>{TEXT.commands[id]}</dt>
                    <dd>
                      <KeyNames keys={keysOf(id)} />
                    </dd>
                  </div>
                ))}
            </dl>
          </div>
        ))}
      </div>
    </section>
  )
}

const isGroup = (name: string): name is TermGroup => Object.hasOwn(GLOSSARY, name)
const TERM_GROUPS = Object.keys(GLOSSARY).filter(isGroup)

function Terms() {
  const TEXT = useWords().palette
  const glossary = useGlossary()
  return (
    <section>
      <h3>{TEXT.glossary}</h3>
      <p>{TEXT.glossaryWhy}</p>
      {glossary && (
        <div className={styles.columns}>
          {TERM_GROUPS.map((group) => (
            <div key={group} className={styles.group}>
              <h4>{TEXT.termGroups[group]}</h4>
              <dl>
                {Object.keys(GLOSSARY[group])
                  .filter(isTerm)
                  .map((id) => (
                    <div key={id} className={styles.term}>
                      <dt>{glossary[id].term}</dt>
                      <dd>{glossary[id].definition}</dd>
                    </div>
                  ))}
              </dl>
            </div>
          ))}
        </div>
      )}
    </section>
  )
}
