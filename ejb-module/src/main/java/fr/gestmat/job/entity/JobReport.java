package fr.gestmat.job.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run of a job did, in numbers: pages say them in the reader's language, with the text
 * {@code job.did.<what>}.
 *
 * @param counts what was done and how often, in the order in which it is said; none is 0
 * @param note more for administrators, as it is: ids, names of files; empty for nothing
 */
public record JobReport(List<Count> counts, String note) {

  /** There was nothing to do. */
  public static final JobReport NOTHING = new JobReport(List.of(), "");

  /**
   * One number.
   *
   * @param what short ASCII name of what was counted
   * @param number how many, above 0
   */
  public record Count(String what, long number) {}

  /** Copies the numbers. */
  public JobReport {
    counts = List.copyOf(counts);
  }

  /** A report of one number; 0 says nothing. */
  public static JobReport of(String what, long number) {
    return NOTHING.and(what, number);
  }

  /** The same with one more number; 0 says nothing. */
  public JobReport and(String what, long number) {
    if (number == 0) {
      return this;
    }
    List<Count> more = new ArrayList<>(counts);
    more.add(new Count(what, number));
    return new JobReport(more, note);
  }

  /** The same with a note. */
  public JobReport noting(String text) {
    return new JobReport(counts, text.strip());
  }

  /** Whether there was nothing to do. */
  public boolean isIdle() {
    return counts.isEmpty() && note.isEmpty();
  }

  /** The numbers as they are stored. */
  public String stored() {
    return counts.stream()
        .map(count -> count.what() + "=" + count.number())
        .collect(Collectors.joining(" "));
  }

  /** Reads what {@link #stored()} wrote. */
  public static JobReport read(String stored, String note) {
    return new JobReport(
        Stream.of(stored.split(" "))
            .map(part -> part.split("=", 2))
            .filter(part -> part.length == 2)
            .map(part -> new Count(part[0], Long.parseLong(part[1])))
            .toList(),
        note);
  }

  /** How often something was done. */
  public long number(String what) {
    return counts.stream()
        .filter(count -> count.what().equals(what))
        .mapToLong(Count::number)
        .sum();
  }
}
