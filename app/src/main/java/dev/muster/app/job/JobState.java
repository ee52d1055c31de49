package dev.muster.app.job;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The state of a recorded import. {@link #mayBecome} defines the allowed transitions. */
public enum JobState {
  /** It was submitted, and no worker has started it. */
  PENDING,
  /** A process is running it, or was killed while running it. */
  RUNNING,
  /** It was paused on request, and can be resumed on request. */
  PAUSED,
  /** It was stopped cleanly and can be resumed. */
  INTERRUPTED,
  /** It was cancelled; committed chunks stay. */
  CANCELLED,
  /** Every record was processed; some may have failed. */
  COMPLETED,
  /**
   * An all-or-nothing import was rolled back, because a record failed or too many users are
   * missing; or the input of a submitted one is lost.
   */
  FAILED;

  private static final Map<JobState, Set<JobState>> NEXT = new EnumMap<>(JobState.class);

  static {
    NEXT.put(PENDING, EnumSet.of(RUNNING, PAUSED, CANCELLED, FAILED));
    NEXT.put(RUNNING, EnumSet.of(PAUSED, INTERRUPTED, CANCELLED, COMPLETED, FAILED));
    NEXT.put(PAUSED, EnumSet.of(PENDING, RUNNING, CANCELLED));
    NEXT.put(INTERRUPTED, EnumSet.of(PENDING, RUNNING, PAUSED, CANCELLED));
    NEXT.put(CANCELLED, EnumSet.noneOf(JobState.class));
    NEXT.put(COMPLETED, EnumSet.noneOf(JobState.class));
    NEXT.put(FAILED, EnumSet.noneOf(JobState.class));
  }

  /** The name in reports and in the store. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state with a wire name. */
  public static JobState named(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }

  /** Whether the transition from this state to {@code next} is allowed. */
  public boolean mayBecome(JobState next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }

  /** The states from which this one can be reached directly. */
  public Set<JobState> previous() {
    EnumSet<JobState> previous = EnumSet.noneOf(JobState.class);
    for (JobState state : values()) {
      if (state.mayBecome(this)) {
        previous.add(state);
      }
    }
    return previous;
  }

  /** Whether this state is final. */
  public boolean finished() {
    return NEXT.getOrDefault(this, Set.of()).isEmpty();
  }

  /** All final states. */
  public static Set<JobState> allFinished() {
    EnumSet<JobState> finished = EnumSet.allOf(JobState.class);
    finished.removeIf(state -> !state.finished());
    return finished;
  }

  /** All states that are not final. */
  public static Set<JobState> allUnfinished() {
    return EnumSet.complementOf(EnumSet.copyOf(allFinished()));
  }
}
