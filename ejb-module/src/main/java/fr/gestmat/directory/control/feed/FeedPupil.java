package fr.gestmat.directory.control.feed;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A pupil as the feed knows them.
 *
 * @param key the feed's key of the pupil
 * @param ine the national pupil number, if given
 * @param lastName the name in use, never empty
 * @param firstName the first name, empty when the feed has none
 * @param birthDate the day of birth, if given and readable
 * @param schoolKey the feed's key of the pupil's school
 * @param regime the régime as text; unknown texts are kept
 * @param gradeKey the MEF code, if given
 * @param gradeLabel the grade's name in the pupil's own record, if given
 * @param classes the classes the pupil is in today, the main one first
 * @param groups the groups the pupil is in, known by school and name as classes are
 * @param links the guardians the feed names
 * @param leftOn the day the pupil left, when every class of theirs has an exit date
 */
public record FeedPupil(
    FeedPlace place,
    String key,
    Optional<String> ine,
    String lastName,
    String firstName,
    Optional<LocalDate> birthDate,
    String schoolKey,
    Optional<String> regime,
    Optional<String> gradeKey,
    Optional<String> gradeLabel,
    List<FeedClass> classes,
    List<FeedClass> groups,
    List<FeedLink> links,
    Optional<LocalDate> leftOn)
    implements FeedRecord {}
