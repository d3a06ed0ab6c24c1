import type { Call } from '../call.ts';
import type { Circuit, Gate } from '../circuit.ts';
import { angleCode, type PiFraction, piFraction } from './angle-code.ts';
import { headerLines, stagedLines } from './commented.ts';

/** The gates of stdgates.inc that have controls of their own. */
const CONTROLLED = new Set(['cx', 'cy', 'cz', 'ch', 'cp', 'crx', 'cry', 'crz', 'cswap', 'ccx']);
const TURN = 2 * Math.PI;

/** The circuit as an OpenQASM 3 program. */
export function writeQasm3(call: Call, circuit: Circuit): string {
  const { qubits, measured } = circuit;
  return [
    ...headerLines('//', call, circuit),
    'OPENQASM 3.0;',
    'include "stdgates.inc";',
    '',
    `bit[${measured.length}] c;`,
    `qubit[${qubits}] q;`,
    '',
    ...stagedLines(circuit, '//', gateLines),
    '',
    ...measured.map((qubit, bit) => `c[${bit}] = measure q[${qubit}];`),
    '',
  ].join('\n');
}

function gateLines(gate: Gate): readonly string[] {
  const { name, targets, controls, angle } = gate;
  if (angle === undefined || name === 'p' || controls.length === 0) {
    return [statement(name, controls, targets, angle === undefined ? undefined : angleCode(angle))];
  }
  const { code, isOddTurn } = turned(angle);
  const rotation = statement(name, controls, targets, code);
  if (!isOddTurn) return [rotation];
  const [sign = 0, ...others] = controls;
  return [rotation, `${statement('z', others, [sign], undefined)} // the sign of a full turn, which no angle has here`];
}

function statement(
  name: string,
  controls: readonly number[],
  targets: readonly number[],
  angle: string | undefined,
): string {
  const own = `${'c'.repeat(controls.length)}${name}`;
  const modifier = controls.length === 1 ? 'ctrl @ ' : `ctrl(${controls.length}) @ `;
  const gate = controls.length === 0 || CONTROLLED.has(own) ? own : `${modifier}${name}`;
  const operands = [...controls, ...targets].map((qubit) => `q[${qubit}]`).join(', ');
  return `${gate}${angle === undefined ? '' : `(${angle})`} ${operands};`;
}

/**
 * The angle of a controlled rotation within one turn. An `angle` of OpenQASM 3 is never below 0 nor beyond a turn, and
 * some readers wrap it, but a rotation by a full turn is -1, which shows once the rotation is controlled.
 */
function turned(angle: number): { code: string; isOddTurn: boolean } {
  const fraction = piFraction(angle);
  const [turns, rest] = fraction === undefined ? turnsOf(angle) : fractionTurns(fraction);
  return { code: angleCode(rest), isOddTurn: turns % 2 !== 0 };
}

function turnsOf(angle: number): readonly [number, number] {
  const turns = Math.floor(angle / TURN);
  const rest = angle - turns * TURN;
  return rest < TURN ? [turns, rest] : [turns + 1, 0];
}

function fractionTurns({ over, under }: PiFraction): readonly [number, number] {
  const turns = Math.floor(over / (2 * under));
  return [turns, ((over - 2 * under * turns) * Math.PI) / under];
}
