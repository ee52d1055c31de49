package dev.muster.app.settings;

import java.util.List;

/**
 * The section {@code server.limits}: how many wrong passwords are answered before a login or a
 * client has to wait. As many as a limit are allowed at once, and as many again in each minute.
 *
 * @param wrongPasswordsPerLogin for each login
 * @param wrongPasswordsPerClient for each client's address
 */
public record ServerLimits(int wrongPasswordsPerLogin, int wrongPasswordsPerClient) {

  /** A person mistypes less often, and many people may share a client's address. */
  public static final ServerLimits DEFAULTS = new ServerLimits(10, 300);

  static final List<String> KEYS =
      List.of("wrong_passwords_per_login", "wrong_passwords_per_client");

  private static final int MAX = 60_000;

  static ServerLimits read(Section limits) throws SettingsProblem {
    limits.only(KEYS);
    return new ServerLimits(
        (int)
            limits
                .whole("wrong_passwords_per_login", 1, MAX)
                .orElse(DEFAULTS.wrongPasswordsPerLogin),
        (int)
            limits
                .whole("wrong_passwords_per_client", 1, MAX)
                .orElse(DEFAULTS.wrongPasswordsPerClient));
  }
}
