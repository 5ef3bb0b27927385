/** Words of the page in English: fields of transactions. */

import type { MessageFields } from '../../message-fields.js'

export const transactions: MessageFields<'transactions'> = {
  transaction: {
    what: 'A transaction, shown by its txid, and by its wtxid where that is another.',
    why: 'It is how coins move: earlier outputs are used up, new ones are made, and what is left over is the fee.',
  },
  'transaction.version': {
    what: "The version of the transaction's rules, mostly 2.",
    why: 'New rules bind only those that choose them: from 2 on sequences can hold back inputs (BIP68).',
  },
  'transaction.marker': {
    what: 'A zero where the number of inputs would stand.',
    why: 'A transaction without inputs is invalid, so the form with witnesses cannot be taken for the old one (BIP144).',
  },
  'transaction.flag': {
    what: 'Always 1: witnesses come behind the outputs.',
    why: 'Other values are kept for what may one day be added, and are refused until then.',
  },
  'transaction.inputs': {
    what: 'The outputs of earlier transactions that are spent.',
    why: 'Coins exist only as outputs, and an output is spent whole; what is too much comes back as change.',
  },
  'transaction.input count': {
    what: 'How many inputs follow.',
    why: 'It is never 0 in a valid transaction, and that is what the marker of BIP144 builds on.',
  },
  'transaction.outputs': {
    what: 'The amounts that are made anew, each with the condition to spend it.',
    why: 'Nothing else says who gets what; what the inputs bring and no output takes goes to the miner.',
  },
  'transaction.output count': {
    what: 'How many outputs follow.',
    why: 'Who spends one later names it by its place among these, counted from 0.',
  },
  'transaction.lock time': {
    what: 'The height, or from 500,000,000 on the time, until which no block may hold the transaction; 0 is none.',
    why: 'Refunds can be signed ahead, and wallets name the latest height so that no miner gains by mining that block again.',
  },
  input: {
    what: 'One output that is spent: which it is, and what proves the right to.',
    why: 'Each output can be spent once, and a node finds a second attempt because the input names it exactly.',
  },
  'input.previous txid': {
    what: 'The txid of the transaction whose output is spent; zeros in a coinbase.',
    why: 'It ties the coin to where it came from; a coinbase makes new coins and has nothing to point to.',
  },
  'input.previous index': {
    what: 'Which output of that transaction, counted from 0; none in a coinbase.',
    why: 'A transaction mostly has several outputs, which belong to different people and are spent apart.',
  },
  'input.script length': {
    what: 'How many bytes of script follow.',
    why: 'It is 0 for outputs of native SegWit, whose proof is in the witness instead (BIP141).',
  },
  'input.script': {
    what: 'What proves that the output may be spent, such as a signature and a key.',
    why: "It answers the output's script; as it is part of the txid, altering it renames the transaction, which BIP141 ended.",
  },
  'input.coinbase script': {
    what: "The block's height, then whatever bytes the miner likes.",
    why: 'The height keeps two coinbases from having one txid (BIP34); the rest is varied when the nonce is used up.',
  },
  'input.sequence': {
    what: 'A number that turns on lock time, replacement or a waiting time: 0xffffffff turns on none.',
    why: 'Meant for newer versions of one transaction, it now signals that it may be replaced (BIP125) or must wait (BIP68).',
  },
  output: {
    what: 'An amount, and the condition for spending it.',
    why: 'Bitcoin has no accounts: to own coins is to be able to meet the condition of an unspent output.',
  },
  'output.amount': {
    what: 'What the output is worth, in satoshis, of which 100,000,000 make a bitcoin.',
    why: 'Whole numbers add up alike on every machine, where fractions would be rounded in different ways.',
  },
  'output.script length': {
    what: 'How many bytes of script follow.',
    why: 'Scripts range from 22 bytes for the hash of a key to thousands, and the outputs stand one behind the other.',
  },
  'output.script': {
    what: 'The condition that whoever spends the output must meet, shown by its type and address.',
    why: 'A small program leaves open who may spend: one key, several, or anybody after some time; an address is its short form.',
  },
  witness: {
    what: 'What proves that an input may be spent, kept apart from the rest.',
    why: 'It is not part of the txid, so nobody can rename a transaction by altering a signature (BIP141).',
  },
  'witness.item count': {
    what: 'How many items the witness of this input has; 0 for an input without one.',
    why: 'Witnesses bear no number: each input has one here in its turn, even if it is empty.',
  },
  'witness.item': {
    what: "A signature, a key, a script, or whatever else the output's script asks for.",
    why: 'Items are put on the stack of the script as they are, so no operation is needed to push them.',
  },
  'witness.item length': {
    what: 'How many bytes of this item follow.',
    why: 'A signature takes 64 to 72 bytes, a key 33, a script any number, and nothing inside marks their ends.',
  },
}
