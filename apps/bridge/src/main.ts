#!/usr/bin/env node
import { runCommand } from './command.js'
import { ticketCommand } from './tickets/ticket-command.js'

const args = process.argv.slice(2)
await (args[0] === 'ticket' ? ticketCommand(args.slice(1)) : runCommand(args))
