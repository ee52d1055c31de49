<?php
// What PHP programs do with passwords: reads "KIND ALG ROUNDS" and four hex strings (password, salt
// before, salt after, key) a line, writes the digest in hex. Called by generate_digests.py.
while (($line = fgets(STDIN)) !== false) {
    [$kind, $algorithm, $rounds, $password, $before, $after, $key] = explode(",", rtrim($line, "\n"));
    [$password, $before, $after, $key] = array_map('hex2bin', [$password, $before, $after, $key]);
    $digest = match ($kind) {
        'plain' => hash($algorithm, $before . $password . $after, true),
        'inner-md5' => hash($algorithm, $before . md5($password) . $after, true),
        'hmac' => hash_hmac($algorithm, $before . $password . $after, $key, true),
        'hmac-by-password' => hash_hmac($algorithm, $key, $password, true),
        'bytes', 'hex', 'salted' => repeated($kind, $algorithm, (int) $rounds, $before . $password . $after),
    };
    echo bin2hex($digest), "\n";
}

function repeated(string $chain, string $algorithm, int $rounds, string $salted): string
{
    $digest = hash($algorithm, $salted, true);
    for ($i = 1; $i < $rounds; $i++) {
        $digest = match ($chain) {
            'bytes' => hash($algorithm, $digest, true),
            'hex' => hash($algorithm, bin2hex($digest), true),
            'salted' => hash($algorithm, $digest . $salted, true),
        };
    }
    return $digest;
}
