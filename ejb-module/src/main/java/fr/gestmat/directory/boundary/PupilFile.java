package fr.gestmat.directory.boundary;

import fr.gestmat.directory.entity.BoardingStatus;
import fr.gestmat.directory.entity.GuardianshipKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a desk may see of a pupil.
 *
 * @param line who it is
 * @param ine national number
 * @param grade the grade in words
 * @param boarding how the pupil eats and sleeps at school, if the product knows the word
 * @param mealsAWeek one to five
 * @param boardingText the régime as the feed writes it
 * @param leftOn when the pupil left
 * @param classes every class, the main one first
 * @param groups names of the groups
 * @param guardians the people responsible, in the order of the feed
 */
public record PupilFile(
    PupilLine line,
    Optional<String> ine,
    Optional<String> grade,
    Optional<BoardingStatus> boarding,
    Optional<Integer> mealsAWeek,
    Optional<String> boardingText,
    Optional<LocalDate> leftOn,
    List<ClassName> classes,
    List<String> groups,
    List<GuardianLine> guardians) {

  /** A class that the pupil is in, by its public id. */
  public record ClassName(UUID id, String name) {}

  /**
   * A guardian of the pupil.
   *
   * @param id public id; absent as long as the feed did not bring the person
   * @param name family and given name; empty while absent
   * @param kind what the person is to the pupil
   * @param parentalAuthority whether the person is a legal guardian
   * @param paysFees whether the person pays the school's fees
   * @param contact whether the school may call the person
   */
  public record GuardianLine(
      Optional<UUID> id,
      String name,
      GuardianshipKind kind,
      boolean parentalAuthority,
      boolean paysFees,
      boolean contact) {}
}
