package fr.gestmat.directory.control.feed;

import fr.gestmat.directory.entity.BoardingStatus;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a régime's text means (DOMAIN.md section 1, field notes).
 *
 * @param status how the pupil eats and sleeps
 * @param mealsAWeek one to five, when the text says so
 */
public record Regime(BoardingStatus status, OptionalInt mealsAWeek) {

  private static final Pattern HALF_BOARDER =
      Pattern.compile("DEMI[- ]PENSIONNAIRE DANS L.ETABLISSEMENT ?([1-5])?");

  /** Reads a text of a feed; nothing when it is not one that the product knows. */
  public static Optional<Regime> of(String text) {
    String plain = NameKey.unaccented(text).toUpperCase(Locale.ROOT).trim();
    Matcher half = HALF_BOARDER.matcher(plain);
    if (half.matches()) {
      return Optional.of(
          new Regime(
              BoardingStatus.HALF_BOARDER,
              half.group(1) == null
                  ? OptionalInt.empty()
                  : OptionalInt.of(Integer.parseInt(half.group(1)))));
    }
    return Optional.ofNullable(
            switch (plain) {
              case "EXTERNE LIBRE", "EXTERNE SURVEILLE", "EXTERNE" -> BoardingStatus.DAY;
              case "DEMI-PENSIONNAIRE" -> BoardingStatus.HALF_BOARDER;
              case "DEMI-PENSIONNAIRE AU TICKET" -> BoardingStatus.HALF_BOARDER_TICKET;
              case "DEMI-PENSIONNAIRE HORS L'ETABLISSEMENT" ->
                  BoardingStatus.HALF_BOARDER_ELSEWHERE;
              case "INTERNE DANS L'ETABLISSEMENT", "INTERNE" -> BoardingStatus.BOARDER;
              case "INTERNE HEBERGE" -> BoardingStatus.BOARDER_HOUSED;
              case "INTERNE EXTERNE" -> BoardingStatus.BOARDER_IN_TOWN;
              default -> null;
            })
        .map(status -> new Regime(status, OptionalInt.empty()));
  }
}
