package fr.gestmat.lending.control.transfer;

import java.util.Optional;

/**
 * The answer to a scan onto a slip, before it is put into a sentence.
 *
 * @param finding what it is
 * @param code the code as answers quote it
 * @param tag the device's tag; absent if no device carries the code
 * @param model the name of its model
 * @param about the place where it is or the code of the other slip; may be empty
 */
public record SlipAnswer(
    SlipFinding finding, String code, Optional<String> tag, Optional<String> model, String about) {

  static SlipAnswer of(SlipFinding finding, String code) {
    return new SlipAnswer(finding, code, Optional.empty(), Optional.empty(), "");
  }
}
