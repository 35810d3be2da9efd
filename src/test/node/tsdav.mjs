// Calls one function of tsdav as its users do, and prints what it answered as JSON.
//
//   node tsdav.mjs FUNCTION < PARAMETERS
//
// PARAMETERS is the function's parameter object as JSON. ROOMNIGHT_URL, ROOMNIGHT_USERNAME and
// ROOMNIGHT_PASSWORD say whom to ask. An exception of tsdav ends the program with exit code 1.
import { readFileSync } from 'node:fs';
import { createDAVClient } from 'tsdav';

const client = await createDAVClient({
  serverUrl: process.env.ROOMNIGHT_URL,
  credentials: {
    username: process.env.ROOMNIGHT_USERNAME,
    password: process.env.ROOMNIGHT_PASSWORD,
  },
  authMethod: 'Basic',
  defaultAccountType: 'caldav',
});

// JSON has no functions, so a collection that is to be synced gets those with which tsdav reads objects here.
const parameters = JSON.parse(readFileSync(0, 'utf8'));
if (parameters.collection) {
  parameters.collection.objectMultiGet = client.calendarMultiGet;
  parameters.collection.fetchObjects = ({ collection }) => client.fetchCalendarObjects({ calendar: collection });
}

const answer = await client[process.argv[2]](parameters);
console.log(JSON.stringify(answer instanceof Response ? await shown(answer) : answer));

async function shown(response) {
  return { status: response.status, etag: response.headers.get('etag'), body: await response.text() };
}
