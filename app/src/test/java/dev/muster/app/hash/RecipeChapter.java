package dev.muster.app.hash;

/** The chapter of docs/hashes.md about recipes; {@code RecipeChapterTest} checks it. */
final class RecipeChapter {

  static final String TEXT =
"""
## Recipes

Many systems compose their hashes: bcrypt of a SHA-256, digests of digests, a pepper
beside the password. A recipe says how. `muster hash solve` prints recipes, tables
have them in `password_recipe`, mostly as a constant of a mapping:

```yaml
constants:
  password_scheme: recipe
  password_recipe: bcrypt(password + pepper("devise"))
```

| system | recipe |
|---|---|
| Meteor, Rocket.Chat | `bcrypt(hex(sha256(password)))` |
| vBulletin 5 | `bcrypt(hex(md5(password)))` |
| Metabase | `bcrypt(salt + password)` |
| Devise with a pepper, Synapse | `bcrypt(password + pepper("devise"))` |
| SMF 2.1 | `bcrypt(lower(login) + password)` |
| WoltLab | `bcrypt(bcrypt(password))` |
| BCrypt.Net, enhanced | `bcrypt(base64(sha384(password)))` |
| sites of PHP in Latin-1 | `bcrypt(latin1(password))` |
| restful-authentication | `sha1("--" + salt + "--" + password + "--")` |
| OpenCart, WBBLite | `sha1(salt + hex(sha1(salt + hex(sha1(password)))))` |
| vBulletin 3 and 4 | `md5(hex(md5(password)) + salt)` |
| PrestaShop | `md5(pepper("cookie-key") + password)` |
| ASP.NET Membership, .NET 4 | `hmac-sha256(repeat(unbase64(salt), 64), utf16le(password))` |
| Authlogic with SHA-512 | `rounds(password + salt, 20, hex(sha512(previous)))` |
| Symfony 2 to 4 | `rounds("", 5000, sha512(previous + password + "{" + salt + "}"))` |
| better-auth | `scrypt(password, salt, 16384, 16, 1, 64)` |
| PBKDF2 over old MD5 hashes | `pbkdf2-sha256(hex(md5(password)), salt, 10000, 32)` |
| Django over unsalted SHA-1 | `django-pbkdf2-sha256(hex(sha1(password)))` |

The grammar, where TEXT is in double quotes and SCHEME is a name of the table below:

    recipe = sum | SCHEME "(" sum ")"
    sum    = term { "+" term }
    term   = TEXT | value | name "(" argument { "," argument } ")" | "(" sum ")"
    value  = "password" | "salt" | "login" | "previous"

An argument is a sum or a whole number. In a TEXT, `\\"` is a quote, `\\\\` a
backslash, and `\\u000a` the character of that code. All values are bytes; a plus sign
puts one behind the other. `password` and TEXT are UTF-8; `salt` and `login` are the
text as it stands, in UTF-8 too.

| function | value |
|---|---|
| `md5(x)`, `sha256(x)` … | the bytes of a digest; there are the digests of \
`password_digest` |
| `hmac-sha256(key, x)` … | an HMAC with any of these digests |
| `pbkdf2-sha256(password, salt, iterations, length)` … | PBKDF2 with any of these digests |
| `scrypt(password, salt, N, r, p, length)` | scrypt |
| `argon2id(password, salt, memory in KiB, passes, lanes, length)` | Argon2, also \
`argon2i` and `argon2d` |
| `bcrypt(x)` | the text of a bcrypt hash; salt and cost are those of the stored hash |
| `hex(x)`, `HEX(x)` | lower-case and upper-case hex digits |
| `base64(x)`, `base64-unpadded(x)`, `base64-url(x)`, `base64-url-unpadded(x)` | base64 |
| `unhex(x)`, `unbase64(x)` | the bytes that a salt, a login or a TEXT stands for |
| `utf16le(x)`, `latin1(x)`, `utf8(x)` | a text in another encoding |
| `upper(x)`, `lower(x)` | a text in upper or lower case |
| `repeat(x, length)` | x again and again, up to a length in bytes |
| `first(x, length)` | the first bytes of x |
| `rounds(start, times, x)` | x, computed so many times; in it, `previous` is the value of \
the round before, and the start in the first |
| `pepper("name")` | the secret of this name in [`passwords.peppers`](reference/settings.md) |

A scheme around a recipe means that the hashes are texts of that scheme, of the
recipe's value in place of the password. Otherwise the hashes are the value in hex or
base64. A recipe may say which, as in `HEX(md5(password))`; hex digits may be in
either case.

**Peppers** are not stored with the users. A table with a recipe whose pepper is not
in `passwords.peppers` is refused before anything is written; in Authgear's and
RestAuth's records it fails the record. If it is removed later, no password of its users
is right: `muster users verify` and a server's log name the pepper, and `muster db
check` counts the users. So keep it until the hashes have been replaced, and give it
to every process that verifies or imports: servers, workers, and whatever calls
`import` and `users verify`.

**In other formats**, restauth takes a recipe as the `algorithm` of a password; if it
has a salt, the `hash` is `SALT$HASH`. All formats of texts take what Muster stores,
SALT, LOGIN and HASH in base64 without padding:

    $recipe$SALT$LOGIN$HASH$RECIPE

**Bounds**: 1000 characters, 64 parts; all steps together may cost as much as one hash
of PBKDF2, scrypt, Argon2 or bcrypt at its limit. Rounds count as often as they are
computed, and may be in rounds, no deeper. Within a scheme other than bcrypt they may
cost an eighth of that. A recipe makes at least 8 bytes. Passwords of more than 4096
bytes never fit, nor those that cost more than one hash may. If bcrypt or another
scheme reads only first bytes and none of them is of the password, no password fits.
A part of a pepper can't be read with `first` or `repeat`.
""";

  private RecipeChapter() {}
}
