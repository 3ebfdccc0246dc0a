package fr.gestmat.access;

import java.util.List;

/**
 * Why something that was entered can't be done as it is.
 *
 * @param field name of the field to correct
 * @param code stable code; the screens have a sentence for each
 * @param data what the sentence says, in its order
 */
public record Refusal(String field, String code, List<Object> data) {

  /** A refusal of one field. */
  public static Refusal of(String field, String code, Object... data) {
    return new Refusal(field, code, List.of(data));
  }
}
