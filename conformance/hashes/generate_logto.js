// What Logto does with a legacy password, in Node's own crypto: reads [algorithm, arguments,
// password] as JSON a line, writes the digest in hex. Called by generate_digests.py.
const crypto = require('node:crypto');
const lines = require('node:fs').readFileSync(0, 'utf8').trim().split('\n');
for (const [algorithm, args, password] of lines.map((line) => JSON.parse(line))) {
  const filled = args.map((argument) => (argument === '@' ? password : argument));
  const [salt, iterations, length, digest] = filled;
  const key =
    algorithm === 'pbkdf2'
      ? crypto.pbkdf2Sync(password, salt, Number(iterations), Number(length), digest)
      : crypto.createHash(algorithm).update(filled.join('')).digest();
  console.log(key.toString('hex'));
}
