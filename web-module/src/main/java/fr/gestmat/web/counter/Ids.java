package fr.gestmat.web.counter;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Public ids in addresses. */
final class Ids {

  private Ids() {}

  /** The id that an address names; absent if it names none or nothing that could be one. */
  static Optional<UUID> read(@Nullable String text) {
    try {
      return text == null || text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
