// Records what Postman's own runtime puts on the wire for every request of a collection.
//
//   node record-postman.mjs NODE_MODULES COLLECTION ENVIRONMENT OUT
//
// Nothing leaves this machine: every connection that newman opens, whatever its host, ends at a server in this process.
// One JSON object a line, in collection order:
//   {"index":0,"path":["Folder","Name"],"request":{"method","url","headers":[[name,value]…],"body"|"base64"},"error":null}
// Recording again gives the same bytes: the clock stands still, dynamic variables give markers, and boundaries of
// multipart bodies are replaced by a word.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import path from 'node:path';

const NOW = 1700000000000; // 2023-11-14T22:13:20Z
const BOUNDARY = 'multipart-boundary';
const DYNAMIC_NUMBER = 4242424242;

// Headers that the runtime adds on its own account. They are kept only where the collection sets them.
const OWN_HEADERS = new Set(['user-agent', 'accept', 'accept-encoding', 'connection', 'cache-control', 'postman-token',
    'host', 'content-length']);

const [modules, collectionFile, environmentFile, outFile] = process.argv.slice(2);
if (!outFile) {
    console.error('usage: record-postman.mjs NODE_MODULES COLLECTION ENVIRONMENT OUT');
    process.exit(2);
}

// Signatures contain the time, so it must not move. (Constructing a date from a value still works.)
const RealDate = Date;
globalThis.Date = class extends RealDate {
    constructor (...args) { super(...(args.length ? args : [NOW])); }
    static now () { return NOW; }
};

const require = createRequire(path.join(path.resolve(modules), 'from-here.js'));
const newman = require('newman');

// A dynamic variable gives its own name, or one number that nobody writes, so that a place in JSON without quotes
// stays a number.
const generators = require('postman-collection/lib/superstring').Substitutor.DEFAULT_VARS;
for (const name of Object.keys(generators)) {
    const sample = generators[name]();
    generators[name] = () => (typeof sample === 'number' ? DYNAMIC_NUMBER : 'dynamic-' + name.replace('$', ''));
}

const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));

// The requests, depth first; each gets an id by which newman's events are told apart.
function listRequests (items, folders = [], found = []) {
    for (const item of items) {
        const trail = [...folders, item.name ?? ''];
        delete item.event; // a client cannot run scripts, so they must not change what is recorded
        if (item.item) listRequests(item.item, trail, found);
        else {
            item.id = 'request-' + found.length;
            found.push({ index: found.length, path: trail, explicit: headerNames(item.request), request: null, error: null });
        }
    }
    return found;
}

function headerNames (request) {
    const header = request && request.header;
    const names = typeof header === 'string' ? header.split('\n').map((line) => line.split(':')[0])
        : (header || []).filter((h) => !h.disabled).map((h) => h.key || '');
    return new Set(names.map((name) => name.trim().toLowerCase()));
}

function pairs (rawHeaders) {
    return Array.from({ length: rawHeaders.length / 2 }, (_, i) => [rawHeaders[2 * i], rawHeaders[2 * i + 1]]);
}

// What was received, without what differs from run to run.
function asRecord (scheme, received, body, explicit) {
    const all = pairs(received.rawHeaders);
    const type = (all.find(([name]) => name.toLowerCase() === 'content-type') || [])[1] || '';
    const boundary = /^multipart\/.*boundary=("?)([^";]+)\1/.exec(type);
    const plain = (text) => (boundary ? text.split(boundary[2]).join(BOUNDARY) : text);
    const bytes = boundary ? Buffer.from(plain(body.toString('latin1')), 'latin1') : body;
    const text = bytes.toString('utf8');
    const record = {
        method: received.method,
        url: scheme + '://' + received.headers.host + received.url,
        headers: all.filter(([name]) => explicit.has(name.toLowerCase()) || !OWN_HEADERS.has(name.toLowerCase()))
            .map(([name, value]) => [name, plain(value)])
    };
    if (Buffer.from(text, 'utf8').equals(bytes)) record.body = text;
    else record.base64 = bytes.toString('base64');
    return record;
}

// newman knows `disabled` only, an export of an environment says `enabled`.
function readEnvironment (file) {
    const environment = readJson(file);
    for (const variable of environment.values) variable.disabled = variable.enabled === false;
    return environment;
}

const collection = readJson(collectionFile);
delete collection.event;
const requests = listRequests(collection.item);
let current = null; // the request that newman is at

function recorder (scheme) {
    const server = http.createServer((received, reply) => {
        const chunks = [];
        received.on('data', (chunk) => chunks.push(chunk));
        received.on('end', () => {
            if (current) current.request = asRecord(scheme, received, Buffer.concat(chunks), current.explicit);
            reply.writeHead(200, { 'Content-Type': 'application/json', Connection: 'close' });
            reply.end('{}');
        });
    });
    return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

// An agent that leads every connection to `server`, in the clear also where TLS was asked for.
function leadingTo (Agent, server) {
    return new (class extends Agent {
        createConnection () { return net.connect(server.address().port, '127.0.0.1'); }
    })({ keepAlive: false });
}

for (const name of Object.keys(process.env)) if (/_proxy$/i.test(name)) delete process.env[name];
const servers = { http: await recorder('http'), https: await recorder('https') };
const problem = await new Promise((resolve) => {
    const run = newman.run({
        collection,
        environment: environmentFile === '-' ? undefined : readEnvironment(environmentFile),
        requestAgents: { http: leadingTo(http.Agent, servers.http), https: leadingTo(https.Agent, servers.https) },
        workingDir: path.dirname(path.resolve(collectionFile)),
        ignoreRedirects: true,
        timeoutRequest: 10000,
        reporters: []
    }, resolve);
    run.on('beforeItem', (_, event) => { current = requests[Number(event.item.id.replace('request-', ''))]; });
    run.on('request', (error) => { if (error) current.error = String(error.message || error); });
});
for (const server of Object.values(servers)) server.close();
if (problem) {
    console.error(String(problem.message || problem));
    process.exit(1);
}
const lines = requests.map(({ index, path: trail, request, error }) => JSON.stringify({ index, path: trail, request, error }));
fs.writeFileSync(outFile, lines.join('\n') + '\n');
const unsent = requests.filter((r) => !r.request);
console.log(`${outFile}: ${requests.length} requests, ${unsent.length} not sent by Postman`);
process.exit(0);
