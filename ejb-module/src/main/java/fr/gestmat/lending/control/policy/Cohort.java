package fr.gestmat.lending.control.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A group of pupils by level: those whose MEF code begins in one of these ways.
 *
 * @param prefixes beginnings of MEF codes, 1 to 11 digits each; none for every pupil
 */
public record Cohort(List<String> prefixes) {

  /** Every pupil, also one whose level is unknown. */
  public static final Cohort EVERYONE = new Cohort(List.of());

  /** Copies the list. */
  public Cohort {
    prefixes = List.copyOf(prefixes);
  }

  /** Reads beginnings that are separated by commas, blanks or line breaks. */
  public static Cohort parse(String text) {
    return new Cohort(
        Arrays.stream(text.strip().split("[\\s,;]+", -1))
            .filter(p -> !p.isEmpty())
            .distinct()
            .toList());
  }

  /** Whether a pupil of this level belongs to it; an unknown level belongs to {@link #EVERYONE}. */
  public boolean includes(Optional<String> mef) {
    return prefixes.isEmpty()
        || prefixes.stream().anyMatch(p -> mef.filter(m -> m.startsWith(p)).isPresent());
  }

  /** The beginnings, separated by commas; empty for everyone. */
  public String text() {
    return String.join(",", prefixes);
  }

  /** Whether no pupil can be in both. */
  public boolean isApartFrom(Cohort other) {
    return !prefixes.isEmpty()
        && !other.prefixes.isEmpty()
        && prefixes.stream()
            .noneMatch(
                p -> other.prefixes.stream().anyMatch(o -> o.startsWith(p) || p.startsWith(o)));
  }
}
