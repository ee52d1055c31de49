// What packages for Node.js store: reads "KIND PASSWORD" as a JSON array a line, writes the hash.
// Called by generate_systems.py and generate_spellings.py. Salts are random.
import { createRequire } from 'node:module';
import { randomBytes, scryptSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const folder = process.env.NODE_PATH;
const load = (path) => import(pathToFileURL(`${folder}/${path}`));
const require = createRequire(`${folder}/`);
const betterAuth = await load('better-auth/dist/crypto/password.mjs');
const lucia = await load('lucia/dist/utils/crypto.js');
const oslo = await load('oslo/dist/password/scrypt.js');
const scryptKdf = (await load('scrypt-kdf/scrypt.js')).default;
const bcrypt = (await load('bcryptjs/index.js')).default;
const { argon2id } = require('hash-wasm');
const phc = require('@phc/format');

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BCRYPT64 = './ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const fromBcrypt64 = (digits) =>
  Buffer.from([...digits].map((digit) => BASE64[BCRYPT64.indexOf(digit)]).join(''), 'base64');

const kinds = {
  betterAuth: (password) => betterAuth.hashPassword(password),
  lucia2: (password) => lucia.generateScryptHash(password),
  oslo: (password) => new oslo.Scrypt().hash(password),
  // As the documentation of Node.js and most tutorials have it.
  nodeColon: (password) => {
    const salt = randomBytes(16).toString('hex');
    return `${salt}:${scryptSync(password, salt, 64).toString('hex')}`;
  },
  // As Replit's templates have it.
  nodeDot: (password) => {
    const salt = randomBytes(16).toString('hex');
    return `${scryptSync(password, salt, 64).toString('hex')}.${salt}`;
  },
  // As courses about NestJS have it.
  nest: (password) => {
    const salt = randomBytes(8).toString('hex');
    return `${salt}.${scryptSync(password, salt, 32).toString('hex')}`;
  },
  scryptKdf: async (password) => {
    const key = await scryptKdf.kdf(password, { logN: 12, r: 8, p: 1 });
    return Buffer.from(key).toString('base64');
  },
  scryptKdfHex: async (password) => {
    const key = await scryptKdf.kdf(password, { logN: 10, r: 4, p: 2 });
    return Buffer.from(key).toString('hex');
  },
  // AdonisJS: its drivers call a binding and format the result with @phc/format.
  adonisScrypt: (password) => {
    const salt = randomBytes(16);
    const hash = scryptSync(password, salt, 64, { cost: 1024, blockSize: 8, parallelization: 1 });
    return phc.serialize({ id: 'scrypt', params: { n: 1024, r: 8, p: 1 }, salt, hash });
  },
  adonisBcrypt: (password) => {
    const salt = randomBytes(16);
    const text = bcrypt.hashSync(password, `$2b$05$${bcrypt.encodeBase64(salt, 16)}`);
    return phc.serialize({
      id: 'bcrypt',
      version: 0x62,
      params: { r: 5 },
      salt,
      hash: fromBcrypt64(text.slice(29)),
    });
  },
  adonisArgon2: async (password) => {
    const salt = randomBytes(16);
    const options = { password, salt, iterations: 3, memorySize: 256, parallelism: 2 };
    const hash = Buffer.from(await argon2id({ ...options, hashLength: 32, outputType: 'binary' }));
    return phc.serialize({
      id: 'argon2id',
      version: 19,
      params: { t: 3, m: 256, p: 2 },
      salt,
      hash,
    });
  },
};

for (const line of readFileSync(0, 'utf8').trim().split('\n')) {
  const [kind, password] = JSON.parse(line);
  console.log(await kinds[kind](password));
}
