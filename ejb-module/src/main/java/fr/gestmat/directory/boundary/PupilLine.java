package fr.gestmat.directory.boundary;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A pupil in a list.
 *
 * @param id public id
 * @param familyName family name as the feed writes it
 * @param givenName given name
 * @param birthDate day of birth
 * @param uai code of the school
 * @param schoolName name of the school
 * @param className the class, if in one
 * @param classId public id of the class
 * @param left whether the pupil left
 */
public record PupilLine(
    UUID id,
    String familyName,
    String givenName,
    Optional<LocalDate> birthDate,
    String uai,
    String schoolName,
    Optional<String> className,
    Optional<UUID> classId,
    boolean left) {}
