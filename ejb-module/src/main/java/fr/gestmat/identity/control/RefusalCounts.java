package fr.gestmat.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Which refusals get a line in the journal (M-H05): of an account's refusals at one place in one
 * minute the first, the tenth, the hundredth and so on, each with its number. Whoever tries a
 * thousand ids in a minute is seen while they do it and leaves four lines, not a thousand; who
 * walks through all places leaves {@value #MOST_LINES} in a minute at most.
 *
 * <p>In memory, for each server: a bound that is three times as high on three servers is one still.
 */
@ApplicationScoped
public class RefusalCounts {

  /** Lines of an account in a minute. */
  static final int MOST_LINES = 20;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Accounts that were refused lately; the one that was refused first is forgotten first. */
  private static final int MOST_ACCOUNTS = 10_000;

  private final Map<Long, Minute> minutes =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Minute> eldest) {
          return size() > MOST_ACCOUNTS;
        }
      };

  /** What an account was refused since its minute began, by place. */
  private static final class Minute {
    private final Instant began;
    private final Map<String, Integer> refused = new HashMap<>();
    private int lines;

    Minute(Instant began) {
      this.began = began;
    }
  }

  /**
   * Counts a refusal.
   *
   * @param place one of the few hundred places of the product, not an address
   * @return the number of the refusal if it gets a line
   */
  public synchronized OptionalInt count(long account, String place, Instant now) {
    Minute minute = minutes.get(account);
    if (minute == null || !now.isBefore(minute.began.plus(MINUTE))) {
      minute = new Minute(now);
      minutes.remove(account);
      minutes.put(account, minute);
    }
    int number = minute.refused.merge(place, 1, Integer::sum);
    if (!isPowerOfTen(number) || minute.lines >= MOST_LINES) {
      return OptionalInt.empty();
    }
    minute.lines++;
    return OptionalInt.of(number);
  }

  private static boolean isPowerOfTen(int number) {
    int rest = number;
    while (rest % 10 == 0) {
      rest /= 10;
    }
    return rest == 1;
  }
}
