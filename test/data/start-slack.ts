import { createServer } from 'node:http';
import { freePort } from '../free-port.ts';
import { closeWithTest } from '../store/stores.ts';

/** As much of Slack as a start over HTTP asks for, until the test ends; gives the address of its API. */
export async function startSlack(): Promise<string> {
  const identity = { ok: true, team_id: 'T1', user_id: 'UBOT', bot_id: 'BBOT', url: 'https://a.slack.com/' };
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(identity));
  });
  const port = await freePort();
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  closeWithTest(() => void server.close());
  return `http://127.0.0.1:${port}/api/`;
}
