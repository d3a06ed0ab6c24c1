// Stands in for @vscode/spdlog, which is native and stays unbuilt here. Without it the server writes
// no log, and output channels made with `{ log: true }` or by a remote extension stay empty.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
const METHODS = { trace: 0, debug: 1, info: 2, warn: 3, error: 4, critical: 5 };
const OFF = 6;

function createLogger(_name, file) {
  mkdirSync(dirname(file), { recursive: true });
  let level = 2;
  let bare = false;
  const write = (rank, text) => {
    if (rank < level || level === OFF) return;
    const time = new Date().toISOString().replace('T', ' ').slice(0, -1);
    appendFileSync(file, bare ? text : `${time} [${LEVELS[rank]}] ${text}\n`);
  };
  const logger = {
    getLevel: () => level,
    setLevel: (next) => (level = next),
    setPattern: () => {},
    clearFormatters: () => (bare = true),
    flush: () => {},
    drop: () => {},
  };
  for (const [method, rank] of Object.entries(METHODS)) logger[method] = (text) => write(rank, text);
  return logger;
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = async (name, file) => createLogger(name, file);
exports.createAsyncRotatingLogger = async (name, file) => createLogger(name, file);
