package dev.muster.decide;

import dev.muster.problem.Problem;
import dev.muster.user.User;
import java.util.List;

/** The decision about one record. Immutable. */
public sealed interface Decision {

  Notes notes();

  <T> T fold(Cases<T> cases);

  /** One method for each kind of decision. */
  interface Cases<T> {

    T create(Create create);

    T update(Update update);

    T unchanged(Unchanged unchanged);

    T skip(Skip skip);

    T repeat(Repeat repeat);

    T reject(Reject reject);
  }

  /** Create a user. */
  record Create(User user, Notes notes) implements Decision {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.create(this);
    }
  }

  /** Update an existing user. */
  record Update(User before, User after, Notes notes) implements Decision {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.update(this);
    }
  }

  /** The user already has everything that the record asks for. */
  record Unchanged(User user, Notes notes) implements Decision {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.unchanged(this);
    }
  }

  /** The policy does not update existing users. */
  record Skip(User user, Notes notes) implements Decision {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.skip(this);
    }
  }

  /** A further record about the user of an earlier record of the same input. */
  record Repeat(User before, User after, Notes notes) implements Decision {

    /** Whether the record changes the user. */
    public boolean changed() {
      return !before.account().equals(after.account());
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.repeat(this);
    }
  }

  /** The record fails; at least one problem. */
  record Reject(List<Problem> problems, Notes notes) implements Decision {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.reject(this);
    }
  }
}
