package dev.muster.app.job;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How far an import on record has come. {@link #mayBecome} is the only table of transitions. */
public enum JobState {
  /** It was submitted, and nobody has begun with it. */
  PENDING,
  /** Somebody is at work on it, or was killed while at work. */
  RUNNING,
  /** Somebody asked for a pause; it goes on when somebody asks for that. */
  PAUSED,
  /** It was stopped in good order and can be resumed. */
  INTERRUPTED,
  /** Somebody gave it up; what it had done stays. */
  CANCELLED,
  /** Every record has its outcome; some may have failed. */
  COMPLETED,
  /** Nothing was kept: an import of all or nothing of which some record failed. */
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

  /** The state of a name. */
  public static JobState named(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }

  /** Whether a job in this state can go into another one. */
  public boolean mayBecome(JobState next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }

  /** The states that can go into this one. */
  public Set<JobState> previous() {
    EnumSet<JobState> previous = EnumSet.noneOf(JobState.class);
    for (JobState state : values()) {
      if (state.mayBecome(this)) {
        previous.add(state);
      }
    }
    return previous;
  }

  /** Whether this is the end: no other state follows. */
  public boolean finished() {
    return NEXT.getOrDefault(this, Set.of()).isEmpty();
  }

  /** The states that are an end. */
  public static Set<JobState> allFinished() {
    EnumSet<JobState> finished = EnumSet.allOf(JobState.class);
    finished.removeIf(state -> !state.finished());
    return finished;
  }

  /** The states that others may follow. */
  public static Set<JobState> allUnfinished() {
    return EnumSet.complementOf(EnumSet.copyOf(allFinished()));
  }
}
