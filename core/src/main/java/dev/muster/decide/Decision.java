package dev.muster.decide;

import dev.muster.problem.Problem;
import dev.muster.user.User;
import java.util.List;

/** What is to be done about one record. Immutable. */
public sealed interface Decision {

  Notes notes();

  <T> T fold(Cases<T> cases);

  /** What to make of each kind of decision. */
  interface Cases<T> {

    T create(Create create);

    T update(Update update);

    T unchanged(Unchanged unchanged);

    T skip(Skip skip);

    T repeat(Repeat repeat);

    T reject(Reject reject);
  }

  /** A new user. */
  record Create(User user, Notes notes) implements Decision {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.create(this);
    }
  }

  /** A user who becomes different. */
  record Update(User before, User after, Notes notes) implements Decision {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.update(this);
    }
  }

  /** A user who already is what the record asks for. */
  record Unchanged(User user, Notes notes) implements Decision {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.unchanged(this);
    }
  }

  /** A user whom the policy leaves alone. */
  record Skip(User user, Notes notes) implements Decision {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.skip(this);
    }
  }

  /** A further record about a user that an earlier record of the same input was about. */
  record Repeat(User before, User after, Notes notes) implements Decision {

    /** Whether the record adds something to the user. */
    public boolean changed() {
      return !before.account().equals(after.account());
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.repeat(this);
    }
  }

  /** A record that changes nothing because something is wrong; at least one problem. */
  record Reject(List<Problem> problems, Notes notes) implements Decision {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.reject(this);
    }
  }
}
