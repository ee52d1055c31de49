<?php
/**
 * Hashes by MediaWiki's own classes, without the rest of MediaWiki.
 *
 * php mediawiki.php DIRECTORY < JOBS, where the directory has MediaWiki's includes/ in it, and the
 * jobs are a JSON list of [setting, password]: a hash of which only the parameters and the salt
 * count. Prints a JSON list of the hashes.
 */

class MWException extends Exception {}

foreach (['PasswordError', 'Password', 'ParameterizedPassword', 'LayeredParameterizedPassword',
    'MWOldPassword', 'MWSaltedPassword', 'Pbkdf2Password', 'BcryptPassword', 'Argon2Password',
    'InvalidPassword', 'PasswordFactory'] as $class) {
    require "$argv[1]/includes/password/$class.php";
}

$factory = new PasswordFactory([
    'A' => ['class' => MWOldPassword::class],
    'B' => ['class' => MWSaltedPassword::class],
    'pbkdf2' => [
        'class' => Pbkdf2Password::class, 'algo' => 'sha512', 'cost' => '30000', 'length' => '64'],
    'pbkdf2-legacyA' => [
        'class' => LayeredParameterizedPassword::class, 'types' => ['A', 'pbkdf2']],
    'pbkdf2-legacyB' => [
        'class' => LayeredParameterizedPassword::class, 'types' => ['B', 'pbkdf2']],
    'bcrypt' => ['class' => BcryptPassword::class, 'cost' => 9],
    'argon2' => [
        'class' => Argon2Password::class, 'algo' => 'argon2id',
        'memory_cost' => 64, 'time_cost' => 2, 'threads' => 1],
], 'pbkdf2');

$hashes = [];
foreach (json_decode(stream_get_contents(STDIN)) as [$setting, $password]) {
    $hash = $factory->newFromCiphertext($setting);
    $hash->crypt($password);
    $hashes[] = $hash->toString();
}
echo json_encode($hashes, JSON_UNESCAPED_SLASHES);
