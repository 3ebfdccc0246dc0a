package fr.gestmat.web.mealaid.statement;

import fr.gestmat.mealaid.boundary.statement.Statements.Wanted;
import fr.gestmat.mealaid.control.statement.StatementBook.After;
import fr.gestmat.mealaid.entity.statement.StatementState;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The list's address: what can't be read is as if it were not there. */
final class StatementAddress {

  static final String HERE = "/etats";

  private static final int LONGEST = 160;
  private static final int TERMS = 3;

  private StatementAddress() {}

  static Wanted read(MultivaluedMap<String, String> query) {
    return new Wanted(
        id(text(query, "campagne")),
        term(text(query, "trimestre")),
        Arrays.stream(StatementState.values())
            .filter(state -> state.name().equals(text(query, "etat")))
            .findFirst(),
        text(query, "etablissement"),
        after(query));
  }

  /** The same list from its beginning, or from where it goes on. */
  static String of(UUID campaign, int term, Wanted wanted, Optional<After> after) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("campagne", campaign.toString());
    parameters.put("trimestre", Integer.toString(term));
    wanted.state().ifPresent(state -> parameters.put("etat", state.name()));
    if (!wanted.school().isEmpty()) {
      parameters.put("etablissement", wanted.school());
    }
    after.ifPresent(
        key -> {
          parameters.put("apres", key.school());
          parameters.put("cle", Long.toString(key.id()));
        });
    return HERE
        + parameters.entrySet().stream()
            .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "?", ""));
  }

  static Optional<Integer> term(String text) {
    return text.matches("[1-" + TERMS + "]")
        ? Optional.of(Integer.valueOf(text))
        : Optional.empty();
  }

  static Optional<UUID> id(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static String text(MultivaluedMap<String, String> values, String name) {
    @Nullable String value = values.getFirst(name);
    String text = value == null ? "" : value.strip();
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  private static Optional<After> after(MultivaluedMap<String, String> query) {
    String school = text(query, "apres");
    String key = text(query, "cle");
    return school.isEmpty() || !key.matches("\\d{1,18}")
        ? Optional.empty()
        : Optional.of(new After(school, Long.parseLong(key)));
  }
}
