package fr.gestmat.web.view;

import java.util.List;
import java.util.Optional;

/**
 * A field of a form as {@code part/field.jte} shows it: label, hint, error, input.
 *
 * @param type {@code text}, {@code search}, {@code email}, {@code password}, {@code date}, {@code
 *     number}, {@code file}, {@code textarea}, {@code select}, {@code radio} or {@code checkbox}
 * @param name the name sent, also the {@code id} of the input
 * @param label the question
 * @param hint an example or an explanation; empty for none
 * @param value what was typed or is known already; never empty again after an error
 * @param required whether it must be filled in
 * @param autocomplete the HTML autocomplete token; empty for none
 * @param choices the options of a select or of radio buttons
 * @param error what to correct, if anything
 */
public record Field(
    String type,
    String name,
    String label,
    String hint,
    String value,
    boolean required,
    String autocomplete,
    List<Choice> choices,
    Optional<String> error) {

  /** A field of one line. */
  public static Field text(String name, String label) {
    return of("text", name, label);
  }

  /** A field of any type. */
  public static Field of(String type, String name, String label) {
    return new Field(type, name, label, "", "", false, "", List.of(), Optional.empty());
  }

  /** A list to choose one from. */
  public static Field select(String name, String label, List<Choice> choices) {
    return of("select", name, label).choices(choices);
  }

  /** A few options that are all seen. */
  public static Field radio(String name, String label, List<Choice> choices) {
    return of("radio", name, label).choices(choices);
  }

  /** A yes or no; checked when its value is {@code true}. */
  public static Field checkbox(String name, String label) {
    return of("checkbox", name, label);
  }

  /** This field with an example or an explanation. */
  public Field hint(String text) {
    return new Field(type, name, label, text, value, required, autocomplete, choices, error);
  }

  /** This field filled in. */
  public Field value(String text) {
    return new Field(type, name, label, hint, text, required, autocomplete, choices, error);
  }

  /** This field, which must be filled in. */
  public Field mandatory() {
    return new Field(type, name, label, hint, value, true, autocomplete, choices, error);
  }

  /** This field, which the browser may fill in. */
  public Field autocomplete(String token) {
    return new Field(type, name, label, hint, value, required, token, choices, error);
  }

  /** This field with its errors among those of the form. */
  public Field errors(List<FieldError> errors) {
    Optional<String> mine =
        errors.stream().filter(e -> e.field().equals(name)).map(FieldError::message).findFirst();
    return new Field(type, name, label, hint, value, required, autocomplete, choices, mine);
  }

  private Field choices(List<Choice> options) {
    return new Field(type, name, label, hint, value, required, autocomplete, options, error);
  }

  /** This field with another label for one of its options. */
  public Field called(String option, String text) {
    return choices(
        choices.stream()
            .map(choice -> choice.value().equals(option) ? new Choice(option, text) : choice)
            .toList());
  }

  /** The ids of the texts that explain the input; empty if there are none. */
  public String describedBy() {
    String hintId = hint.isEmpty() ? "" : name + "-hint";
    String errorId = error.isEmpty() ? "" : name + "-error";
    return (errorId + " " + hintId).trim();
  }

  /**
   * An option.
   *
   * @param value what is sent
   * @param label what is read
   */
  public record Choice(String value, String label) {}
}
