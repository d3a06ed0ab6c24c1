import { readConfig } from '../config.ts';
import { isLoopback, LOCAL_URL } from '../core/address.ts';

/** Where the service on this computer is: at the address of the settings when that is on this computer. */
export function addressHere(): string {
  const { service } = readConfig();
  return service.state === 'usable' && isLoopback(service.url) ? service.url : LOCAL_URL;
}
