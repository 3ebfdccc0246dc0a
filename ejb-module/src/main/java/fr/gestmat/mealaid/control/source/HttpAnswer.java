package fr.gestmat.mealaid.control.source;

import java.time.Duration;
import java.util.Optional;

/**
 * What came back over HTTP.
 *
 * @param status of HTTP; 0 if nothing came within the time limit
 * @param body text, at most 256 KB; may be anything
 * @param retryIn what {@code Retry-After} asks for
 */
record HttpAnswer(int status, String body, Optional<Duration> retryIn) {

  /** No answer at all: as when the source itself says that it waited too long (504). */
  static final HttpAnswer NONE = new HttpAnswer(0, "", Optional.empty());
}
