package fr.gestmat.demo.territory;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that always falls alike: the same seed gives the same territory. */
final class Chance {

  private static final long SEED = 20_260_901L;

  private final SplittableRandom random = new SplittableRandom(SEED);

  /** A number from 0 to below the limit. */
  int below(int limit) {
    return random.nextInt(limit);
  }

  /** A number from first to last, both possible. */
  int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  /** True in so many cases of a hundred. */
  boolean percent(int share) {
    return random.nextInt(100) < share;
  }

  /** One of these. */
  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** So many letters and digits out of an alphabet. */
  String text(String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  /** The same chance, for what draws by itself. */
  SplittableRandom random() {
    return random;
  }

  /** A random UUID in the form of version 4. */
  UUID uuid() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
