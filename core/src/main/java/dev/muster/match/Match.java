package dev.muster.match;

import dev.muster.user.User;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The users that a candidate's identities match. */
public sealed interface Match {

  <T> T fold(Supplier<T> unmatched, Function<User, T> matched, Function<List<Long>, T> disputed);

  /** No user. */
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

  /** Several users. It is ambiguous which one is meant, so none may be changed. */
  record Disputed(List<Long> userIds) implements Match {
    @Override
    public <T> T fold(
        Supplier<T> unmatched, Function<User, T> matched, Function<List<Long>, T> disputed) {
      return disputed.apply(userIds);
    }
  }
}
