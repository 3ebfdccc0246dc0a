package fr.gestmat.web.security;

import fr.gestmat.identity.boundary.EntProfile;
import fr.gestmat.identity.boundary.SignOnAttributes;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what portals mean by their attribute names (SDET annex, and the names that portals use
 * besides).
 */
final class EntAttributes {

  private static final Pattern UAI = Pattern.compile("[0-9]{7}[A-Z]");
  private static final int LONGEST_ID = 64;
  private static final int LONGEST_NAME = 100;

  private EntAttributes() {}

  /**
   * What a good answer says of the person.
   *
   * @param answer of the portal
   * @param personIdAttribute the attribute in which this portal carries the directory id; one that
   *     is there with two values says nothing
   * @return empty if the portal's name for the person is too long to be one
   */
  static Optional<SignOnAttributes> of(CasAnswer.Success answer, String personIdAttribute) {
    if (answer.user().length() > LONGEST_ID * 2) {
      return Optional.empty();
    }
    return Optional.of(
        new SignOnAttributes(
            answer.user(),
            only(answer.values(personIdAttribute)).filter(id -> id.length() <= LONGEST_ID),
            first(answer.values("ENTPersonNomUsuel", "ENTPersonNomPatro", "nom", "lastName", "sn")),
            first(answer.values("ENTPersonPrenom", "prenom", "firstName", "givenName")),
            only(answer.values("ENTPersonMail", "mail", "email"))
                .filter(mail -> mail.length() <= 254 && mail.indexOf('@') > 0),
            answer
                .values("ENTPersonProfils", "ENTPersonProfil", "profils", "profil", "profile")
                .stream()
                .flatMap(code -> EntProfile.of(code).stream())
                .collect(Collectors.toSet()),
            answer
                .values(
                    "ENTPersonStructRattachUAI",
                    "ENTPersonStructRattachRNE",
                    "ENTStructureUAI",
                    "ESCOUAI",
                    "UAI",
                    "rne")
                .stream()
                .map(uai -> uai.toUpperCase(Locale.ROOT))
                .filter(uai -> UAI.matcher(uai).matches())
                .collect(Collectors.toSet()),
            answer.children()));
  }

  private static Optional<String> only(Collection<String> values) {
    return values.size() == 1 ? Optional.of(values.iterator().next()) : Optional.empty();
  }

  private static String first(Collection<String> values) {
    return values.stream()
        .findFirst()
        .map(value -> value.substring(0, Math.min(value.length(), LONGEST_NAME)))
        .orElse("");
  }
}
