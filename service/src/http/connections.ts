import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Closes the connections that have no request in flight. `Server.closeIdleConnections` leaves those open that a client
 * made ahead and has not used, and then a stop waits for their time limit.
 */
export function trackConnections(server: Server): { closeIdle(): void } {
  const open = new Set<Socket>();
  const busy = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    busy.add(socket);
    response.on('close', () => busy.delete(socket));
  });
  return {
    closeIdle() {
      for (const socket of open) if (!busy.has(socket)) socket.destroy();
    },
  };
}
