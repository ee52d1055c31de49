package dev.muster.match;

import dev.muster.user.User;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the directory has for a candidate. */
public sealed interface Match {

  <T> T fold(Supplier<T> unmatched, Function<User, T> matched, Function<List<Long>, T> disputed);

  /** Nobody. */
  record Unmatched() implements Match {
    @Override
    public <T> T fold(
        Supplier<T> unmatched, Function<User, T> matched, Function<List<Long>, T> disputed) {
      return unmatched.get();
    }
  }

  /** One user. */
  record Matched(User user) implements Match {
    @Override
    public <T> T fold(
        Supplier<T> unmatched, Function<User, T> matched, Function<List<Long>, T> disputed) {
      return matched.apply(user);
    }
  }

  /** Several users, so that none of them may be touched. */
  record Disputed(List<Long> userIds) implements Match {
    @Override
    public <T> T fold(
        Supplier<T> unmatched, Function<User, T> matched, Function<List<Long>, T> disputed) {
      return disputed.apply(userIds);
    }
  }
}
