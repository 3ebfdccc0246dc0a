package fr.gestmat.lending.control;

import java.util.Arrays;
import java.util.List;

/**
 * A reason with the data of its sentence.
 *
 * @param reason the stable code
 * @param values as many as {@link ScanReason#data()} names; instants and dates in ISO form; empty
 *     for what may not be said, such as a name
 */
public record Finding(ScanReason reason, List<String> values) {

  /**
   * Checks that the sentence has what it says.
   *
   * @throws IllegalArgumentException if there are more or fewer values than the reason names
   */
  public Finding {
    values = List.copyOf(values);
    if (values.size() != reason.data().size()) {
      throw new IllegalArgumentException(reason + " says " + reason.data() + ", not " + values);
    }
  }

  /** A reason with its data, each as {@link Object#toString()} writes it. */
  public static Finding of(ScanReason reason, Object... values) {
    return new Finding(reason, Arrays.stream(values).map(Object::toString).toList());
  }
}
