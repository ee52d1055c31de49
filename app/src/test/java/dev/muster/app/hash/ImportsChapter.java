package dev.muster.app.hash;

/** The chapters of docs/hashes.md about imports. */
final class ImportsChapter {

  static final String TEXT =
"""

## In imports

- **csv** takes every scheme. A text that tells which scheme it is of needs only the column
  `password_hash`. The others, such as bare hex digits, need the scheme's name in the column
  `password_scheme` too. Without it, 32 hex digits are MD5.
- **restauth** takes every scheme: its name is the `algorithm`, beside
  [passlib's names](restauth.md#passwords), and the `hash` is the text.
- **authgear** takes every scheme: its name is the `type`, and the `password_hash` is the
  text. Authgear itself has the type `bcrypt` only; the others are an extension of Muster, in
  the request document, in lines, and in the [API](server.md).
- **auth0** takes what an algorithm of Auth0's `custom_password_hash` computes, as it is or
  written anew: [the schemes](#schemes) show how. bcrypt `$2a$` or `$2b$` with 10 rounds may
  also be a `password_hash`.

```
username,password_scheme,password_hash
ann,nt,1b9d5effd34ac283c8efe2eacaea8bbc
{"users":{"ann":{"password":{"algorithm":"nt","hash":"1b9d5effd34ac283c8efe2eacaea8bbc"}}}}
{"preferred_username":"ann","password":{"type":"nt",
  "password_hash":"1b9d5effd34ac283c8efe2eacaea8bbc"}}
{"email":"ann@example.com","custom_password_hash":{"algorithm":"md4",
  "hash":{"value":"1b9d5effd34ac283c8efe2eacaea8bbc","encoding":"hex"},
  "password":{"encoding":"utf16le"}}}
```

An algorithm or column may be named for each record.

## Columns about a hash

Many systems keep hash, salt and costs in columns of their own. In csv these columns go with
`password_hash`; a mapping can rename columns to them, and give the same text to all rows:

| column | meaning |
|---|---|
| `password_scheme` | the scheme's name |
| `password_hash` | the hash: the scheme's text, or the digest or key alone |
| `password_hash_encoding` | `hex` or `base64`; without it, hex digits are hex |
| `password_salt` | the salt |
| `password_salt_encoding` | `utf8` (the usual), `hex` or `base64` |
| `password_key` | the secret (pepper) of the system |
| `password_key_encoding` | `utf8` (the usual), `hex` or `base64` |
| `password_digest` | %s; for argon2 `argon2id`, `argon2i` or `argon2d` |
| `password_input` | what is digested, such as `{salt}{password}` |
| `password_encoding` | the password: `utf8` (usual), `utf16le`, `latin1`, `upper`, `lower` |
| `password_iterations` | iterations, rounds or passes |
| `password_chain` | what later rounds of a digest read: `bytes` (usual), `hex`, `salted` |
| `password_cost` | scrypt's N, Argon2's memory in KiB, Firebase's `mem_cost` |
| `password_block_size` | scrypt's r |
| `password_parallelization` | the p of scrypt and Argon2 |
| `password_salt_separator` | Firebase's `base64_salt_separator` |
| `password_recipe` | how the hash is composed: a [recipe](#recipes) |
| `password_login` | what a recipe takes as login; without it, the `username` |
| `password_parameters` | Keycloak's `credential_data`; Firebase's `hash_config` |

In `password_input`, `{salt}`, `{key}` and `{password}` stand for the bytes, and
`{md5(password)}` for their digest in lower-case hex; everything else is read as it stands.
`{password}:{salt}` is `digest(password + ":" + salt)`. It has to be given if there is a salt.
An hmac whose input lacks `{password}` has the password as its key.

A row without a hash leaves the password as it is; a new user gets none. A salt without a
hash, any part but the scheme beside a hash that has all in its text, a part without a
`password_scheme`, and a part that the scheme lacks are errors of their cells. Reports show
only `password_scheme`; all other cells are `REDACTED`. A constant of a mapping that no hash
could be read with refuses the table before anything is written.

These schemes can be put together from parts; the others are always one text:

| scheme | needs `password_…` | may have `password_…` |
|---|---|---|
%s
For `gitea`, `password_digest` is the column `passwd_hash_algo`. For `bcrypt`, the salt has 22
characters and the hash 31, as in FusionAuth. Hex digits may begin with `0x` or `\\x`, or have
dashes between the bytes; a digest may also be base64, or base64 of its hex digits. If the
scheme is named, these forms also stand for a whole hash, such as `hex-sha256`.

Firebase's salts and keys are base64 unless the encoding says otherwise, and
`password_iterations` is its `rounds`. With columns `password_hash` and `password_salt`, the
parameters that Firebase's console shows are constants of a mapping:

```yaml
constants:
  password_scheme: firebase-scrypt
  password_key: jxspr8Ki…
  password_salt_separator: Bw==
  password_iterations: "8"
  password_cost: "14"
```

Instead of the last four, `password_parameters` may be the whole text that the console shows,
`hash_config {…}`, or the same in JSON. A `password_hash` may also be a user of Firebase's
export, `{"passwordHash":…,"salt":…}`, or a text of SuperTokens without the key; then the
constants complete it. Keycloak's two columns are
`password_hash` (`secret_data`) and `password_parameters` (`credential_data`), with the scheme
`keycloak`. Before Keycloak 8, `value`, `salt` and `hash_iterations` are parts of
`pbkdf2-phc-sha256`, with the encodings `base64`.

%s
## $digest$ and $hmac$

Hashes of the schemes `digest` and `hmac` are stored as texts of these forms, which imports
take too. BEFORE, AFTER, KEY, MESSAGE and HASH are base64 without padding, and may be empty
except the last:

    $digest$alg=DIGEST[,password=FORM][,rounds=N][,chain=CHAIN]$BEFORE$AFTER$HASH
    $hmac$alg=DIGEST[,password=FORM]$KEY$BEFORE$AFTER$HASH
    $hmac$alg=DIGEST[,password=FORM],key=password$MESSAGE$HASH

DIGEST reads BEFORE, the password, and AFTER. FORM is the password's encoding as in
`password_encoding`, a digest whose hex digits are read instead, or both: `utf16le-md5`.
CHAIN is as in `password_chain`. `md5(md5(password) + "salt")` is

    $digest$alg=md5,password=md5$$c2FsdA$HASH

## Other spellings

Some systems write hashes of these schemes in forms of their own, such as a tag in braces.
Such a text is read as the scheme beside it, and the scheme's own text is stored. csv needs
only the column `password_hash`; in restauth, the `algorithm` is the scheme's name.

| spelling | | the example is read as |
|---|---|---|
%s
## Schemes

""";
}
