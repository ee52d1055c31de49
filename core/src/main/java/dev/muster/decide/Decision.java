package dev.muster.decide;

import dev.muster.problem.Problem;
import dev.muster.user.User;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is to be done about one record. Immutable. */
public sealed interface Decision {

  Notes notes();

  <T extends @Nullable Object> T fold(Cases<T> cases);

  /** One function for each kind of decision. */
  record Cases<T extends @Nullable Object>(
      Function<Create, T> create,
      Function<Update, T> update,
      Function<Unchanged, T> unchanged,
      Function<Skip, T> skip,
      Function<Repeat, T> repeat,
      Function<Reject, T> reject) {}

  /** A new user. */
  record Create(User user, Notes notes) implements Decision {
    @Override
    public <T extends @Nullable Object> T fold(Cases<T> cases) {
      return cases.create().apply(this);
    }
  }

  /** A user who becomes different. */
  record Update(User before, User after, Notes notes) implements Decision {
    @Override
    public <T extends @Nullable Object> T fold(Cases<T> cases) {
      return cases.update().apply(this);
    }
  }

  /** A user who already is what the record asks for. */
  record Unchanged(User user, Notes notes) implements Decision {
    @Override
    public <T extends @Nullable Object> T fold(Cases<T> cases) {
      return cases.unchanged().apply(this);
    }
  }

  /** A user whom the policy leaves alone. */
  record Skip(User user, Notes notes) implements Decision {
    @Override
    public <T extends @Nullable Object> T fold(Cases<T> cases) {
      return cases.skip().apply(this);
    }
  }

  /** A further record about a user that an earlier record of the same input was about. */
  record Repeat(User before, User after, Notes notes) implements Decision {

    /** Whether the record adds something to the user. */
    public boolean changed() {
      return !before.account().equals(after.account());
    }

    @Override
    public <T extends @Nullable Object> T fold(Cases<T> cases) {
      return cases.repeat().apply(this);
    }
  }

  /** A record that changes nothing because something is wrong; at least one problem. */
  record Reject(List<Problem> problems, Notes notes) implements Decision {
    @Override
    public <T extends @Nullable Object> T fold(Cases<T> cases) {
      return cases.reject().apply(this);
    }
  }
}
