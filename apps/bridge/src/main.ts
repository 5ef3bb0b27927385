#!/usr/bin/env node
import './nursery.js'

// what these import comes after the nursery has been kept small
const [command, ...rest] = process.argv.slice(2)
if (command === 'ticket') {
  const { ticketCommand } = await import('./tickets/ticket-command.js')
  await ticketCommand(rest)
} else {
  const { runCommand } = await import('./command.js')
  await runCommand(process.argv.slice(2))
}
